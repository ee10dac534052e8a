"""Taking a note: the check-in line for the highlighted student or for anybody, from its key to Enter."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from advisory.model import Student
from advisory.model.words import CheckInState, Kind, NotMadeReason
from advisory.tui.asking import asking
from advisory.tui.drafts.unsaved import NOTE, TEXT
from advisory.tui.prose import day
from advisory.tui.running.patience import until

if TYPE_CHECKING:
    from advisory.casework.check_in.capture import Captured
    from advisory.tui.screens.base.case_screen import CaseScreen
    from advisory.tui.widgets.boxes.check_in_line import CheckInLine, Typed
    from advisory.tui.words.note_reading import NoteRead

READY_AFTER = 0.05
"""Seconds after a screen is made when its check-in line is: the screen itself is drawn first."""
_BACK = {
    True: "Your draft is back. Enter saves it.",
    False: "Your draft is back; typing begins another note, Up is back to it.",
}
_KIND, _NOT_REACHED, _OLDER = "kind", "not_reached", "older_"
"""Fields of a draft beside its text."""


class NoteTaking:
    """Text first; everything else has a default and can be changed later."""

    def __init__(self, screen: "CaseScreen") -> None:
        self._screen, self._desk = screen, screen.desk
        self.line: CheckInLine | None = None
        """Its widgets are loaded once the screen is shown, so that its key finds it ready."""

    @property
    def is_open(self) -> bool:
        """Whether a note is being typed."""
        return self.line is not None and self.line.is_open

    async def make_ready(self) -> None:
        """Put the line on the screen, closed, if it isn't there yet."""
        if not self._screen.is_attached:
            return  # it was left before it was whole
        if self.line is None:
            from advisory.tui.widgets.boxes.check_in_line import Callbacks, CheckInLine

            callbacks = Callbacks(self._keep_draft, self.save, self.draw_reading, self._complete, self.explain_marks)
            self.line = line = CheckInLine(callbacks)
            await self._screen.mount(line)
        else:
            making = self.line
            await until(lambda: making.is_whole)

    async def take(self, student_id: str) -> None:
        """Open the line for one student, or with "" for whoever is named in it, with the draft there may be."""
        await self.make_ready()
        line = self.line
        if line is None:
            return
        draft = self._draft(student_id)
        line.open_for(draft)
        self._screen.body.can_focus = False  # a click beside the note must not take the keys from it
        self._screen.set_focus(line.area)
        self._screen.call_after_refresh(self._screen.is_back, NOTE, student_id)
        self.draw_reading()
        hint = (
            "Enter saves · Tab kind · F1 marks · Esc keeps it"
            if student_id
            else "Tab name · Enter saves · F1 marks · Esc keeps it"
        )
        self._screen.say(_BACK[bool(student_id)] if draft.text else hint)

    def _draft(self, student_id: str) -> "Typed":
        from advisory.tui.widgets.boxes.check_in_line import Typed

        kept = self._desk.unsaved.bring_back(NOTE, student_id)
        kind, reason = kept.get(_KIND, ""), kept.get(_NOT_REACHED, "")
        texts = [text for text in (*_older_in(kept), kept.get(TEXT, "")) if text.strip()] or [""]
        return Typed(
            student_id,
            texts[-1],
            Kind(kind) if kind in set(Kind) else None,
            NotMadeReason(reason) if reason in set(NotMadeReason) else None,
            tuple(texts[:-1]),
        )

    def read(self, typed: "Typed") -> "NoteRead":
        """How a note is read now."""
        from advisory.tui.words.note_reading import read_note

        return read_note(self._desk, typed.text, typed.student_id)

    def draw_reading(self) -> None:
        """Show under the open line how its text is read."""
        line = self.line
        if line is None or not line.is_open:
            return
        if line.student_id and line.student_id not in self._desk.caseload.names:
            self._leave_open_for_anybody(line)
        from advisory.tui.words.note_reading import describe_reading

        read = self.read(line.typed)
        is_begun = bool(line.area.text.strip()) or bool(line.student_id)
        words = describe_reading(self._desk, read, line.kind, line.not_reached) if is_begun else "Whose note is it?"
        line.show_reading(words, is_clear=not (read.problem or read.unclear), covered=self._desk.prose.is_shaded)

    def _leave_open_for_anybody(self, line: "CheckInLine") -> None:
        """The student was taken out by an undo in another terminal; the words stay, and want another name."""
        from advisory.tui.widgets.boxes.check_in_line import Typed

        self._desk.unsaved.forget(NOTE, line.student_id)
        line.open_for(Typed("", f" {line.area.text}", line.kind, line.not_reached))
        line.put(line.area.text, 0)
        self._screen.say("The student is no longer here. Type whose note it is in front of it, or Esc keeps it.")

    def _complete(self, text: str, cursor: int) -> list[str]:
        from advisory.rules.names.token import completion

        if self.line is None or self.line.student_id:
            return []
        return [line for _, line in completion(text, cursor, self._desk.caseload.students)]

    def explain_marks(self) -> None:
        """Show the whole grammar on one card."""
        from advisory.rules.capture.card import GRAMMAR
        from advisory.tui.dialogs.help import Explained, HelpDialog

        keys = [
            Explained("Tab", "", "The name that fits; behind it another kind of check-in."),
            Explained("F3", "", "Not reached: absent, declined, no answer, no time."),
        ]
        marks = [*keys, *(Explained(mark, "", sentence) for mark, sentence in GRAMMAR)]
        self._screen.app.push_screen(HelpDialog("How a note is written", marks))

    # --- Enter ----------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Record the note; a name that fits several is asked about, a refusal leaves the line open with every word."""
        line = self.line
        if line is None:
            return
        read = self.read(line.typed)
        if read.reading is None:
            line.put(line.area.text, read.at)
            self._screen.say(read.problem)
        elif read.unclear:
            self._screen.begin(self._ask_whom(line, read))
        else:
            self._save_read(line, read)

    async def _ask_whom(self, line: "CheckInLine", read: "NoteRead") -> None:
        """Ask about each name that fits several; what was chosen then stands in the line, unmistakable."""
        from advisory.rules.names.token import name_token
        from advisory.tui.dialogs.pick import PickDialog

        if self._desk.prose.is_shaded:
            self._screen.say("A name fits more than one student. Show the names to choose, or type more of it.")
            return
        text, chosen = line.area.text, []
        for token, fit in read.unclear:
            options = [(student.id, self._desk.name(student.id)) for student in fit]
            picked = await self._screen.ask(PickDialog(f"Who is “{self._desk.prose.note(token.text)}”?", options))
            if picked is None:
                self._screen.say("Nothing is saved yet: type more of the name, or choose.")
                return
            chosen.append((token, name_token(self._desk.student(picked), self._desk.caseload.students)))
        for token, name in reversed(chosen):  # from the end, so that the places before it stay
            text = text[: token.start] + name + text[token.end :]
        line.put(text)
        self.save()

    def _save_read(self, line: "CheckInLine", read: "NoteRead") -> None:
        from advisory.casework.check_in.capture import capture
        from advisory.tui.widgets.boxes.check_in_line import Typed

        if read.reading is None:
            return
        with asking(self._screen):
            captured = capture(
                self._desk.caseload,
                read.reading,
                [student.id for student in read.students],
                kind=line.kind,
                contact_made=line.not_reached is None,
                not_made_reason=line.not_reached,
            )
            older = line.typed.older
            self._desk.unsaved.forget(NOTE, line.student_id)
            if older:
                self._keep_draft(Typed(line.student_id, older[-1], older=older[:-1]))
            self._put_away()
            self._say_saved(captured, read.students)
        self._screen.goes_on = True
        self._screen.redraw()
        self._screen.goes_on = False

    def _say_saved(self, captured: "Captured", students: Sequence[Student]) -> None:
        said, today = [], self._desk.caseload.today
        if captured.check_ins:
            first = captured.check_ins[0]
            said = [first.kind.label, day(first.happened_on, today)]
            if first.state is CheckInState.JOT:
                said.append(f"a jot, {self._desk.key('finish-jots')} finishes it")
        promises = {(promise.text, promise.due_on): promise for promise in captured.promises}
        for promise in promises.values():
            said.append(f"promised until {day(promise.due_on, today)}" if promise.due_on else "promised")
        if len(students) > 1:
            said.append(f"{len(students)} students")
        self._screen.say(f"Saved: {', '.join(said)}", students[0].id if len(students) == 1 else "")

    # --- Escape, and drafts ---------------------------------------------------------------------------------------

    def close(self) -> None:
        """Put the line away and keep what was typed."""
        line = self.line
        if line is None:
            return
        student_id, has_text = line.student_id, bool(line.area.text.strip())
        is_kept = line.keep_now()
        self._put_away()
        if is_kept:
            key = self._desk.key("check-in" if student_id else "capture")
            self._screen.say(
                f"Not saved yet: the draft is kept. {key} goes on with it" if has_text else "",
                student_id if has_text else "",
            )
        self._screen.redraw(force=True)

    def _put_away(self) -> None:
        if self.line is not None:
            self.line.close()
        self._screen.body.can_focus = True
        self._screen.set_focus(self._screen.body)

    def _keep_draft(self, typed: "Typed") -> bool:
        """Keep the text on the disk; False, and a sentence, when the disk does not take it."""
        fields = {TEXT: typed.text}
        if typed.text.strip():
            chosen = {_KIND: typed.kind, _NOT_REACHED: typed.not_reached}
            fields |= {name: word.value for name, word in chosen.items() if word is not None}
        fields |= {f"{_OLDER}{number}": text for number, text in enumerate(typed.older)}
        with asking(self._screen) as asked:
            self._desk.unsaved.keep(NOTE, typed.student_id, fields, self._desk.caseload.now())
        return not asked.refused


def _older_in(kept: Mapping[str, str]) -> list[str]:
    """The notes begun before the draft's own, the oldest first."""
    names = sorted((name for name in kept if name.startswith(_OLDER)), key=lambda name: (len(name), name))
    return [kept[name] for name in names]
