"""Forms for the school calendar: advisory periods, terms, days without school, and the usual intervals."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from advisory.casework.calendar.meeting_pattern import add_meeting_pattern, edit_meeting_pattern
from advisory.casework.calendar.no_school_days import add_no_school_days, edit_no_school_days
from advisory.casework.calendar.remove import CalendarRecord
from advisory.casework.calendar.set_intervals import set_intervals
from advisory.casework.calendar.term import add_term, edit_term
from advisory.model import Intervals, MeetingPattern, NoSchoolDay, Term
from advisory.rules.days.hour_words import hour_words, weekday_words
from advisory.tui.commands.base import Values, fill
from advisory.tui.desk import Desk
from advisory.tui.dialogs.fields.school import (
    days_off_fields,
    interval_fields,
    period_fields,
    read_days,
    read_number,
    read_period,
    read_term,
    term_fields,
)
from advisory.tui.dialogs.form.field import Field
from advisory.tui.prose import safe

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen


KINDS: tuple[type[CalendarRecord], ...] = (MeetingPattern, Term, NoSchoolDay)


async def keep_record(screen: "CaseScreen", kind: type[CalendarRecord], shown: CalendarRecord | None) -> None:
    """Show the form that adds a record of this kind, or that edits the record `shown`."""
    form = _FORMS[kind]

    def keep(values: Values, shown: CalendarRecord | None = None) -> None:
        message, record_id = form.keep(screen.desk, values, shown)
        screen.redraw()
        screen.body.go_to(record_id)
        screen.say(message)

    await fill(screen, kind.table, form.heading, form.fields(shown), keep, shown=shown)


def named(record: CalendarRecord) -> str:
    """What a record without a title is called: `the advisory period`."""
    heading = _FORMS[type(record)].heading
    return f"{heading[0].lower()}{heading[1:]}"


async def choose_intervals(screen: "CaseScreen") -> None:
    """Show the form that sets the usual number of school days between one-to-ones."""
    caseload = screen.desk.caseload

    def choose(values: Values) -> None:
        chosen = set_intervals(
            caseload, *(read_number(values[name]) for name in ("contact_every", "focal_contact_every"))
        )
        screen.say(f"Due after {chosen.contact_every} school days, {chosen.focal_contact_every} when focal")

    await fill(
        screen,
        Intervals.table,
        "Intervals between one-to-ones",
        interval_fields(caseload.intervals),
        choose,
        is_edit=True,
    )


class _Form(NamedTuple):
    """The form for one kind of record. `keep` saves its values and returns the message to show and the record's id."""

    heading: str
    fields: Callable[[Any], list[Field]]
    keep: Callable[[Desk, Values, Any], tuple[str, str]]


def _keep_period(desk: Desk, values: Values, shown: MeetingPattern | None) -> tuple[str, str]:
    period = read_period(values)
    when = f"{weekday_words(period.weekdays)} {hour_words(period.starts, period.ends)}"
    if shown is None:
        return f"Advisory period added: {when}", add_meeting_pattern(desk.caseload, *period).id
    return f"Advisory period changed: {when}", edit_meeting_pattern(desk.caseload, shown, *period).id


def _keep_term(desk: Desk, values: Values, shown: Term | None) -> tuple[str, str]:
    days, title = read_term(desk, values), values["title"]
    if shown is None:
        return f"Term added: {_titled(title)}school days are counted in it now", add_term(
            desk.caseload, title, *days
        ).id
    return f"Term changed: {_titled(title)}school days are counted in it now", edit_term(
        desk.caseload, shown, title, *days
    ).id


def _keep_days_off(desk: Desk, values: Values, shown: NoSchoolDay | None) -> tuple[str, str]:
    days, title = read_days(desk, values), values["title"]
    if shown is None:
        done = add_no_school_days(desk.caseload, [(*days, title)])
        return done.sentence, done.added[0].id if done.added else ""
    return f"Days without school changed: {safe(title)}".removesuffix(": "), edit_no_school_days(
        desk.caseload, shown, *days, title
    ).id


def _titled(title: str) -> str:
    return f"{safe(title.strip())}; " if title.strip() else ""


_FORMS: dict[type[CalendarRecord], _Form] = {
    MeetingPattern: _Form("The advisory period", period_fields, _keep_period),
    Term: _Form("A term", term_fields, _keep_term),
    NoSchoolDay: _Form("Days without school", days_off_fields, _keep_days_off),
}
