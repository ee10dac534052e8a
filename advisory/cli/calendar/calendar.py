"""The school's calendar: when the period meets, terms, days without school, and the intervals."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from advisory.cli.base.day import is_day_first
from advisory.cli.base.sitting import Sitting, data, json, talk
from advisory.cli.base.table import lay_out
from advisory.cli.base.text_command import TextCommand
from advisory.rules.days.hour_words import hour_words, read_hours, read_weekdays, weekday_words
from advisory.rules.days.school_days import Span
from advisory.rules.refusal import Refusal

from .days_off import import_days_off
from .listing import kept, objects, rows, when


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_context
def calendar(context: click.Context, *, as_json: bool) -> None:
    """The advisory period, terms, days without school, and intervals; alone it lists them."""
    if context.invoked_subcommand is not None:
        return
    sitting: Sitting = context.obj
    with sitting.caseload() as caseload:
        if as_json:
            json(objects(caseload))
            return
        for line in lay_out(("Id", "What", "When", "Title"), list(rows(caseload))):
            data(line)
        every, focal = caseload.intervals
        data(f"Due for a one-to-one after {every} school days, {focal} when focal.")


@calendar.command()
@click.argument("days")
@click.argument("hours")
@click.pass_obj
def period(sitting: Sitting, days: str, hours: str) -> None:
    """Add when the period meets: DAYS as "mon wed fri" or mon-fri, HOURS as 10:05-10:35 or "1:05-1:35 pm"."""
    from advisory.casework.calendar.meeting_pattern import add_meeting_pattern

    with _reading():
        weekdays, (starts, ends) = read_weekdays(days), read_hours(hours)
    with sitting.caseload() as caseload:
        made = add_meeting_pattern(caseload, weekdays, starts, ends)
    talk(f"Period [{made.id}]: {weekday_words(made.weekdays)} {hour_words(made.starts, made.ends)}")


@calendar.command("add-term", cls=TextCommand)
@click.argument("title")
@click.argument("first", metavar="FROM")
@click.argument("last", metavar="UNTIL")
@click.pass_obj
def term(sitting: Sitting, title: str, first: str, last: str) -> None:
    """Add a term, both days included: 8/31 12/18, or 2026-08-31 2026-12-18."""
    from advisory.casework.calendar.term import add_term

    days = _span(sitting, first, last)
    with sitting.caseload() as caseload:
        made = add_term(caseload, title, *days)
    talk(f"Term [{made.id}]: {made.title}, {when(made)}. Every age is told by it.")


@calendar.command("no-school", cls=TextCommand)
@click.argument("first", metavar="FROM")
@click.argument("last", metavar="[UNTIL]", default="")
@click.option("--title", default="", help="What for.")
@click.pass_obj
def no_school(sitting: Sitting, first: str, last: str, title: str) -> None:
    """Add days without school, both included; also those gone by: today, yesterday, mon, 11/9, 2026-11-09."""
    from advisory.casework.calendar.no_school_days import add_no_school_days

    days = _span(sitting, first, last)
    with sitting.caseload() as caseload:
        done = add_no_school_days(caseload, [(*days, title)])
    talk(f"{when(days)}. {done.sentence}")


@calendar.command()
@click.argument("every", type=click.IntRange(1, 200))
@click.argument("focal", type=click.IntRange(1, 200), required=False)
@click.pass_obj
def intervals(sitting: Sitting, every: int, focal: int | None) -> None:
    """Choose after how many school days a one-to-one is due: EVERY, and FOCAL with focal students."""
    from advisory.casework.calendar.set_intervals import set_intervals

    with sitting.caseload() as caseload:
        made = set_intervals(caseload, every, focal or caseload.intervals.focal_contact_every)
    talk(f"Due after {made.contact_every} school days, {made.focal_contact_every} when focal.")


@calendar.command()
@click.argument("record_id", metavar="ID")
@click.pass_obj
def remove(sitting: Sitting, record_id: str) -> None:
    """Take out a period, a term or days without school, by the id in the list."""
    from advisory.casework.calendar.remove import remove_from_calendar

    with sitting.caseload() as caseload:
        record = next((one for one in kept(caseload) if one.id == record_id), None)
        if record is None:
            raise Refusal(f"Nothing in the calendar has the id {record_id}; `advisory calendar` lists them.")
        talk(f"{remove_from_calendar(caseload, record)} [{record.id}]. `advisory undo` brings it back.")


calendar.add_command(import_days_off)


def _span(sitting: Sitting, first: str, last: str) -> Span:
    from advisory.rules.days.day_span import read_span

    with _reading():
        return read_span(first, last, sitting.today, day_first=is_day_first(sitting, first + last))


@contextmanager
def _reading() -> Iterator[None]:
    """What can't be read on the command line is a wrong command line."""
    try:
        yield
    except Refusal as refusal:
        raise click.UsageError(str(refusal)) from None
