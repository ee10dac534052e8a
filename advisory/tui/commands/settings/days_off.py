"""Importing days without school from the school's .ics file."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from advisory.casework.calendar.no_school_days import add_no_school_days
from advisory.exchange.calendar.calendar_report import NOTHING_OFFERED, TICKED, attention_lines, left_out_words
from advisory.exchange.calendar.school_calendar import (
    SchoolCalendar,
    SchoolEvent,
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
    if not await fill(
        screen, "school_calendar", "Days off from a school's calendar", [field], read, does="reads the file"
    ):
        return
    calendar = chosen[0]
    known = {(off.starts_on, off.ends_on) for off in caseload.store.all(NoSchoolDay)}
    new = [event for event in calendar.events if (event.starts_on, event.ends_on) not in known]
    nothing = "" if new else "You already have every whole day in this file." if calendar.events else NOTHING_OFFERED
    if not await _goes_on_after_reading(screen, calendar, nothing):
        return
    ticks = _ticks(new, caseload.today)
    about = " ".join(filter(None, (TICKED, left_out_words(calendar))))
    ticked = await screen.ask(TickListDialog("Which of these are days off?", ticks, about=about))
    if not ticked:
        screen.say(_NOTHING)
        return
    wanted = [new[int(at)] for at in ticked]
    done = add_no_school_days(caseload, [(event.starts_on, event.ends_on, event.title) for event in wanted])
    screen.say(f"{done.sentence} {screen.key('undo')} undoes it.")


async def _goes_on_after_reading(screen: "CaseScreen", calendar: SchoolCalendar, nothing: str) -> bool:
    """Show what to know about the file, if anything, and ask whether to go on. `nothing` says why there is no rest."""
    lines = [safe(line) for line in attention_lines(calendar)]
    if lines and nothing:
        lines.append(safe(left_out_words(calendar)))
    question = "" if nothing else "Enter goes on with the rest"
    goes_on = not lines or await screen.ask(ReportDialog("About this file", lines, question=question))
    if nothing or not goes_on:
        passed_over = "" if lines else left_out_words(calendar)
        screen.say(" ".join(filter(None, (nothing, passed_over))) or _NOTHING)
        return False
    return True


def _ticks(events: Sequence[SchoolEvent], today: date) -> list[Tick]:
    spans = [span_words(event.starts_on, event.ends_on, today) for event in events]
    widest = max(map(width, spans))
    return [
        Tick(str(at), f"{fit(span, widest)}  {safe(event.title)}", event.looks_like_no_school)
        for at, (span, event) in enumerate(zip(spans, events, strict=True))
    ]
