"""The group entry: one note for several students, with extra lines for some of them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from advisory.caseload.called import name_some
from advisory.casework.check_in.capture import note_fields
from advisory.casework.check_in.record_group import record_group
from advisory.model import Student
from advisory.model.words import OwnLine, Status
from advisory.rules.refusal import Refusal
from advisory.tui.commands.base import shows_dialog
from advisory.tui.commands.draft_keeper import DraftKeeper
from advisory.tui.commands.note.promised import ask_whom, promised_words
from advisory.tui.commands.registry import missing_sentence
from advisory.tui.desk import GONE, Desk
from advisory.tui.dialogs.group import GroupDialog
from advisory.tui.dialogs.group_entry import GroupEntry, with_words
from advisory.tui.refusals import refusals_shown
from advisory.tui.widgets.lists.ticks import Tick
from advisory.tui.words.back import away_of, back_words
from advisory.tui.words.called import called
from advisory.tui.words.note.note_reading import describe_group, read_group_note

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen

FORM = "group"
"""The form under which its draft is kept."""


@shows_dialog
async def group(screen: "CaseScreen") -> None:
    """Show the dialog until its entry is saved, or until Escape, which keeps a draft. A refusal opens it again."""
    desk = screen.desk
    unsaved, keep = desk.unsaved, DraftKeeper(screen, FORM, "")
    fields, problem = unsaved.bring_back(FORM, ""), ""

    while True:
        ticks = _ticks(desk, fields)
        if not ticks:
            screen.say(missing_sentence("anybody", desk.keys))  # the last one has just left, in another terminal
            return

        def read(entry: GroupEntry, ticks: list[Tick] = ticks) -> str:
            return describe_group(desk, entry.text, _there(entry, ticks), entry.kind)

        dialog = GroupDialog(
            ticks,
            fields,
            keep=keep,
            read=read,
            tags=desk.tags_for,
            problem=problem,
            unkept=keep.problem,
            covered=desk.prose.is_shaded,
        )
        screen.call_after_refresh(screen.draft_is_shown, FORM, "")
        entry = await screen.ask(dialog)
        if entry is None:
            if not await keep.may_close():
                fields, problem = unsaved.fields(FORM, ""), ""
                continue
            keep.say_left("Not saved yet. The group note is kept as a draft.")
            return
        with refusals_shown(screen, in_status_line=False) as outcome:
            keep(entry.fields(ticks))  # while the question is open
            await _record(screen, entry, ticks)
            unsaved.forget(FORM, "")
        screen.redraw()
        if not outcome.refused:
            return
        problem, fields = outcome.sentence, entry.fields(ticks)
        keep(fields)  # in case the computer shuts down before the next key


async def _record(screen: "CaseScreen", entry: GroupEntry, ticks: list[Tick]) -> None:
    """Save the entry for everyone ticked, in the order of the grid, and say so."""
    desk, text = screen.desk, entry.text.strip()
    if text.isascii() and len(set(text)) == 1:  # keys pressed by mistake, such as g, g, Enter
        raise Refusal("One letter isn't a note. Type what you saw or heard, or press Esc.")
    there = _there(entry, ticks)
    read = read_group_note(desk, entry.text, there[0]) if there else None
    if read is not None and read.reading is None:
        raise Refusal(read.problem)
    reading = read.reading if read else None
    kind = (reading.kind if reading else None) or entry.kind
    fields = note_fields(reading, kind) if reading else {"line": entry.text}
    promises = reading.promises if reading else ()
    promised_to = await ask_whom(screen, promises, there, screen.highlighted.student)
    text, away = fields.pop("line"), away_of(desk, there)
    made = record_group(
        desk.caseload,
        text=text,
        student_ids=there,
        lines=entry.lines,
        kind=kind,
        promises=promises,
        promised_to=promised_to,
        topic=entry.topic.strip(),
        own_line=desk.configuration.settings.own_line or OwnLine.AS_ENTRY,
        **fields,
    )
    who = name_some([desk.short(one.student) for one in made])
    told = f"Saved: {called(desk, made[0])}: {who}{back_words(desk, away, is_named=True)}"
    if not promises and not any(one.counts_contact for one in made):
        told += "; it marks nobody as seen"
    if any(line.strip() for line in entry.lines.values()) and desk.configuration.settings.own_line is None:
        told += f"; does an own line count? Settings ({screen.key('settings')})"
    screen.say(told + promised_words(desk, screen.size.width, (one.text for one in promises), promised_to, told))


def _there(entry: GroupEntry, ticks: list[Tick]) -> list[str]:
    return [tick.key for tick in ticks if tick.key in entry.ticked]


def _ticks(desk: Desk, drafted: Mapping[str, str]) -> list[Tick]:
    """A tick for every student, and for anyone in the draft who has left or been removed since."""
    caseload, today = desk.caseload, desk.caseload.today
    current = {student.id for student in caseload.students}
    left = [one for one in caseload.everyone if one.id in with_words(drafted) and one.id not in current]
    gone = [
        Tick(student_id, GONE, is_here=False) for student_id in with_words(drafted) if student_id not in caseload.names
    ]

    def is_here(student: Student) -> bool:
        return student.status is Status.ACTIVE and not caseload.calendar.is_away(student.id, today)

    return [*(Tick(one.id, desk.short(one.id), is_here(one)) for one in [*caseload.students, *left]), *gone]
