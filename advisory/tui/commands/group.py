"""A group entry by asking: who was there, one text, and lines of their own."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from advisory.casework.check_in.capture import note_fields
from advisory.casework.check_in.record_group import record_group
from advisory.model import Student
from advisory.model.words import Status
from advisory.rules.refusal import Refusal
from advisory.tui.asking import asking
from advisory.tui.desk import GONE, Desk
from advisory.tui.dialogs.group import GroupDialog
from advisory.tui.dialogs.group_entry import GroupEntry, with_words
from advisory.tui.widgets.lists.ticks import Tick
from advisory.tui.words.note_reading import read_note

from .base import asks

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen

FORM = "group"
"""The form of its draft."""


@asks
async def group(screen: "CaseScreen") -> None:
    """Show the dialog until its entry is recorded, or Escape, which keeps the draft; a refusal shows it again."""
    desk = screen.desk
    unsaved, now = desk.unsaved, desk.caseload.now
    fields, problem = unsaved.bring_back(FORM, ""), ""

    def keep(drafted: dict[str, str]) -> None:
        with asking(screen):
            unsaved.keep(FORM, "", drafted, now())

    while True:
        ticks = _ticks(desk, fields)
        if not ticks:
            screen.say(desk.nobody)
            return
        dialog = GroupDialog(ticks, fields, keep=keep, problem=problem, covered=desk.prose.is_shaded)
        screen.call_after_refresh(screen.is_back, FORM, "")
        entry = await screen.ask(dialog)
        if entry is None:
            if unsaved.fields(FORM, ""):
                screen.say("Not saved yet: the group entry is kept, and is there again next time.")
            return
        with asking(screen, aloud=False) as asked:
            screen.say(_record(desk, entry, ticks))
            unsaved.forget(FORM, "")
        screen.redraw()
        if not asked.refused:
            return
        problem, fields = asked.sentence, entry.fields(ticks)
        keep(fields)  # nobody may touch a key again before the power goes


def _record(desk: Desk, entry: GroupEntry, ticks: list[Tick]) -> str:
    """Write it down, in the order of the grid; what to say then."""
    if len(set(entry.text.strip())) == 1:
        raise Refusal("One letter is no note: type what you saw or heard, or leave with Esc.")  # g g Enter, by habit
    there = [tick.key for tick in ticks if tick.key in entry.ticked]
    read = read_note(desk, entry.text, there[0]) if there else None
    if read is not None and read.reading is None:
        raise Refusal(read.problem)
    said = note_fields(read.reading) if read and read.reading else {"line": entry.text}
    promises = read.reading.promises if read and read.reading else ()
    text = said.pop("line")
    made = record_group(
        desk.caseload, text=text, student_ids=there, lines=entry.lines, kind=entry.kind, promises=promises, **said
    )
    promised = ", and a promise to each" if promises else ""
    return f"Saved: {entry.kind.label}, {len(made)} student{'' if len(made) == 1 else 's'}{promised}"


def _ticks(desk: Desk, drafted: Mapping[str, str]) -> list[Tick]:
    """Everybody in the caseload, and whoever left it, or was taken back, since something was drafted about them."""
    caseload, today = desk.caseload, desk.caseload.today
    current = {student.id for student in caseload.students}
    left = [one for one in caseload.everyone if one.id in with_words(drafted) and one.id not in current]
    gone = [
        Tick(student_id, GONE, is_here=False) for student_id in with_words(drafted) if student_id not in caseload.names
    ]

    def is_here(student: Student) -> bool:
        return student.status is Status.ACTIVE and not caseload.calendar.is_away(student.id, today)

    return [*(Tick(one.id, desk.short(one.id), is_here(one)) for one in [*caseload.students, *left]), *gone]
