"""Who is here: a quick touch, not here today, and away for several days."""

from datetime import date
from typing import TYPE_CHECKING

from advisory.model.words import Kind, Status
from advisory.rules.days.day_words import typed_day
from advisory.rules.overview.agenda import Presence, presence
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.prose import day, on_day

if TYPE_CHECKING:
    from advisory.model import Leave
    from advisory.tui.screens.base.case_screen import CaseScreen


def touch(screen: "CaseScreen") -> None:
    """Record a quick touch, at most one a day; one that did not reach the student doesn't count."""
    from advisory.casework.check_in.touch import touch as record_touch

    caseload, student_id = screen.desk.caseload, screen.highlighted.student
    today = caseload.check_ins_on(student_id, caseload.today)
    if any(one.kind is Kind.QUICK_TOUCH and one.contact_made for one in today):
        screen.say(f"Already seen today; {screen.key('check-in')} takes a note", student_id)
        return
    was_away = caseload.calendar.is_away(student_id, caseload.today)
    record_touch(caseload, student_id)
    is_back = was_away and not caseload.calendar.is_away(student_id, caseload.today)
    here = "Here after all, seen today" if is_back else "Seen today"
    screen.say(f"{here}; {screen.key('undo')} undoes it", student_id)


def not_here(screen: "CaseScreen") -> None:
    """Mark the student as not here today, or as here after all."""
    from advisory.casework.student.mark_away import mark_here, mark_not_here

    caseload, student_id = screen.desk.caseload, screen.highlighted.student
    today = caseload.today
    if screen.desk.student(student_id).status is Status.ON_LEAVE:
        screen.say(f"On leave; on the caseload {screen.key('unarchive-student')} brings them back", student_id)
    elif caseload.calendar.is_away(student_id, today):
        seen = mark_here(caseload, student_id, today)
        screen.say("Here after all, seen today as before" if seen else "Here after all", student_id)
    elif mark_not_here(caseload, student_id):
        screen.say(f"Not here today: no longer marked as seen; {screen.key('undo')} undoes both", student_id)
    else:
        screen.say(f"Not here today; {screen.key('not-here')} again if they are here after all", student_id)


@shows_dialog
async def away(screen: "CaseScreen") -> None:
    """Show the form that marks the student as away for several days."""
    from advisory.casework.student.mark_away import mark_away
    from advisory.tui.dialogs.form.field import Field, FieldKind

    desk, student_id = screen.desk, screen.highlighted.student
    caseload = desk.caseload

    def mark(values: Values) -> None:
        first = desk.day(values["from"].strip() or "today")
        leave = mark_away(caseload, student_id, first, desk.day(values["until"].strip() or first.isoformat()))
        is_seen = leave.starts_on == caseload.today and presence(caseload.summary(student_id)) is Presence.SEEN
        seen = ", but seen today" if is_seen else ""
        screen.say(f"Not here {_days(leave, caseload.today)}{seen}", student_id)

    await fill(
        screen,
        "away",
        f"{desk.name(student_id)} is not here",
        [
            Field(
                "from",
                "First day",
                typed_day(caseload.today),
                "blank means today; e.g. mon, +1, 11/30",
                kind=FieldKind.DAY,
            ),
            Field("until", "Last day", hint="blank means one day; e.g. fri, +4, 12/4", kind=FieldKind.DAY),
        ],
        mark,
        record_id=student_id,
        about="These school days don't count toward the clocks.",
    )


def _days(leave: "Leave", today: date) -> str:
    """`today`, `tomorrow`, `on Tue`, `until Thu` from today on, or `from Tue until Thu`."""
    first, last = day(leave.starts_on, today), day(leave.ends_on, today)
    if leave.starts_on == leave.ends_on:
        return on_day(leave.starts_on, today)
    return f"until {last}" if leave.starts_on == today else f"from {first} until {last}"
