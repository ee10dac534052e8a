"""Importing days without school from the school's .ics file."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from advisory.casework.calendar.no_school_days import add_no_school_days
from advisory.exchange.calendar.school_calendar import (
    SchoolCalendar,
    SchoolEvent,
    odd_lines,
    read_school_calendar,
    two_years,
)
from advisory.model import NoSchoolDay
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.dialogs.fields.file import read_path
from advisory.tui.dialogs.form.field import Field, FieldKind
from advisory.tui.dialogs.report import ReportDialog
from advisory.tui.dialogs.tick_list import Tick, TickListDialog
from advisory.tui.prose import fit, safe, width
from advisory.tui.words.span import span_words

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen


_TICKED = "Ticked are those whose title says so."
_NOTHING = "Nothing was added."


@shows_dialog
async def import_days_off(screen: "CaseScreen") -> None:
    """Ask for the file and which of its events count, and add those days. Escape at any step changes nothing."""
    caseload = screen.desk.caseload
    chosen: list[SchoolCalendar] = []

    def read(values: Values) -> None:
        path = read_path(values["file"], "Which file? Type its path, such as ~/Downloads/calendar.ics.")
        chosen[:] = [read_school_calendar(path, *two_years(caseload.today))]

    field = Field(
        "file", "From the file", hint="a .ics file, downloaded from the school's calendar", kind=FieldKind.FILE
    )
    if not await fill(screen, "school_calendar", "Days off from a school's calendar", [field], read):
        return
    calendar = chosen[0]
    known = {(off.starts_on, off.ends_on) for off in caseload.store.all(NoSchoolDay)}
    new = [event for event in calendar.events if (event.starts_on, event.ends_on) not in known]
    if not new:
        all_known = "Every whole day in the file is already there." if calendar.events else ""
        screen.say(all_known or "The file has no whole day in this school year or the next.")
        return
    if not await _goes_on_despite_unread(screen, calendar):
        return
    ticks = _ticks(new, caseload.today)
    ticked = await screen.ask(TickListDialog("Which of these are without school?", ticks, about=_TICKED))
    if not ticked:
        screen.say(_NOTHING)
        return
    wanted = [new[int(at)] for at in ticked]
    done = add_no_school_days(caseload, [(event.starts_on, event.ends_on, event.title) for event in wanted])
    screen.say(f"{done.sentence} {screen.key('undo')} takes them back.")


async def _goes_on_despite_unread(screen: "CaseScreen", calendar: SchoolCalendar) -> bool:
    """Show the lines that couldn't be read, if any, and ask whether to go on with the rest."""
    odd = [safe(line) for line in odd_lines(calendar)]
    if not odd or await screen.ask(ReportDialog("What could not be read", odd, question="Enter goes on with the rest")):
        return True
    screen.say(_NOTHING)
    return False


def _ticks(events: Sequence[SchoolEvent], today: date) -> list[Tick]:
    spans = [span_words(event.starts_on, event.ends_on, today) for event in events]
    widest = max(map(width, spans))
    return [
        Tick(str(at), f"{fit(span, widest)}  {safe(event.title)}", event.looks_like_no_school)
        for at, (span, event) in enumerate(zip(spans, events, strict=True))
    ]
