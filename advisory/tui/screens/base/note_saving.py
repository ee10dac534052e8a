"""Saves a note that was typed: asks what is unclear, writes it, and says what became of it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from advisory.model import FollowUp, Student
from advisory.model.words import CheckInState, Party
from advisory.tui.drafts.unsaved import NOTE
from advisory.tui.prose import day
from advisory.tui.refusals import refusals_shown
from advisory.tui.words.note.note_reading import NOT_SAVED

if TYPE_CHECKING:
    from advisory.casework.check_in.capture import Captured
    from advisory.tui.screens.base.case_screen import CaseScreen
    from advisory.tui.widgets.boxes.check_in_line import CheckInLine
    from advisory.tui.words.note.note_reading import NoteRead

    from .note_taking import NoteTaking


class NoteSaving:
    """Saves what stands on the note line of a screen."""

    def __init__(self, screen: "CaseScreen", notes: "NoteTaking") -> None:
        self._screen, self._notes, self._desk = screen, notes, screen.desk

    def save(self) -> None:
        """Save the note. Asks about a name that fits several students; a refusal leaves the line open."""
        line = self._notes.line
        if line is None:
            return
        read = self._notes.read(line.typed)
        if read.reading is None:
            line.point_at(read.at, read.word)
            self._screen.say(NOT_SAVED)
        elif read.unclear:
            self._screen.run_in_background(self._ask_whom(line, read))
        elif len(read.students) > 1 and read.reading.promises:
            self._screen.run_in_background(self._ask_promised(line, read))
        else:
            self._save_read(line, read)

    async def _ask_promised(self, line: "CheckInLine", read: "NoteRead") -> None:
        """Ask whether a promise is one for all these students or one to each, and save."""
        from advisory.tui.commands.note.promised import ask_whom

        if read.reading is not None:
            there = [student.id for student in read.students]
            self._save_read(
                line, read, await ask_whom(self._screen, read.reading.promises, there, self._screen.highlighted.student)
            )

    async def _ask_whom(self, line: "CheckInLine", read: "NoteRead") -> None:
        """Ask about each name that fits several students, write the full choice into the line, and save."""
        from advisory.rules.names.token import name_token
        from advisory.tui.dialogs.pick import PickDialog

        if self._desk.prose.is_shaded:
            self._screen.say("A name fits more than one student. Show the names to choose, or type more of the name.")
            return
        text, chosen = line.area.text, []
        for token, fit in read.unclear:
            options = [(student.id, self._desk.name(student.id)) for student in fit]
            picked = await self._screen.ask(PickDialog(f"Who is “{self._desk.prose.note(token.text)}”?", options))
            if picked is None:
                self._screen.say("Not saved yet. Type more of the name, or choose.")
                return
            chosen.append((token, name_token(self._desk.student(picked), self._desk.caseload.students)))
        for token, name in reversed(chosen):  # from the end, so that earlier positions stay valid
            text = text[: token.start] + name + text[token.end :]
        line.put(text)
        self.save()

    def _save_read(self, line: "CheckInLine", read: "NoteRead", promised_to: Sequence[str] | None = None) -> None:
        from advisory.casework.check_in.capture import capture
        from advisory.tui.widgets.boxes.check_in_line import Typed
        from advisory.tui.words.back import away_of

        if read.reading is None:
            return
        away = away_of(self._desk, [student.id for student in read.students])
        with refusals_shown(self._screen):
            captured = capture(
                self._desk.caseload,
                read.reading,
                [student.id for student in read.students],
                kind=line.kind,
                contact_made=line.not_reached is None,
                not_made_reason=line.not_reached,
                promised_to=promised_to,
            )
            older = line.typed.older
            self._desk.unsaved.forget(NOTE, line.student_id)
            if older:
                self._notes.keep_draft(Typed(line.student_id, older[-1], older=older[:-1]))
            self._notes.close_line()
            self._say_saved(captured, read.students, away)
            self._ask_about(captured)
        self._screen.redraw()

    def _ask_about(self, captured: "Captured") -> None:
        """Ask what the kind of the note wants to know: of a preparation, how the student feels about the day."""
        from advisory.tui.commands.defense.feeling import after_preparation, wants_feeling

        if len(captured.check_ins) == 1 and wants_feeling(captured.check_ins[0]):
            self._screen.run_in_background(after_preparation(self._screen, captured.check_ins[0]))

    def _say_saved(self, captured: "Captured", students: Sequence[Student], away: Sequence[str]) -> None:
        from advisory.caseload.called import name_some
        from advisory.tui.commands.note.promised import promised_words
        from advisory.tui.words.back import back_words
        from advisory.tui.words.called import called

        facts, desk = [], self._desk
        if captured.check_ins:
            first = captured.check_ins[0]
            facts = [called(desk, first), *([] if first.contact_made else ["not reached"])]
            if first.state is CheckInState.JOT:
                facts.append(f"a jot, {desk.key('finish-jots')} finishes it")
        if len(students) == 1:
            facts += [_promised(promise, desk.caseload.today) for promise in captured.promises]
            back = back_words(desk, away, is_named=False)
            self._screen.say(f"Saved: {', '.join(facts)}{back}", students[0].id)
            return
        names, back = name_some([desk.short(one.id) for one in students]), back_words(desk, away, is_named=True)
        told = f"Saved: {': '.join(filter(None, [', '.join(facts), names]))}{back}"
        promised_to = list(dict.fromkeys(one.student for one in captured.promises))
        self._screen.say(
            told
            + promised_words(desk, self._screen.size.width, (one.text for one in captured.promises), promised_to, told)
        )
        self._screen.staying.written(students[0].id)  # a note about several highlights the first of them


def _promised(promise: FollowUp, today: date) -> str:
    """`promise due Fri`, or, with its owner, `promise by the student, no due date`."""
    staff = "staff" if promise.owner is Party.STAFF else f"the {promise.owner.label}"
    what = "promise" if promise.owner is Party.ADVISOR else f"promise by {staff}"
    return f"{what} due {day(promise.due_on, today)}" if promise.due_on else f"{what}, no due date"
