"""`advisory calendar import`: days without school from a school's .ics file."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.options import DroppedFile
from advisory.cli.base.sitting import Sitting, data, talk
from advisory.exchange.calendar.calendar_report import NOTHING_OFFERED, attention_lines, left_out_words
from advisory.exchange.calendar.school_calendar import SchoolEvent, read_school_calendar, two_years
from advisory.rules.refusal import Refusal

from .listing import when


@example("calendar import school.ics --dry-run", "list a school's days off; without --dry-run, add those marked x")
@click.command("import", cls=Command)
@click.argument("file", type=DroppedFile())
@click.option("--dry-run", is_flag=True, help="Only list them, with their numbers.")
@click.option("--all", "takes_all", is_flag=True, help="Add every event that covers whole days.")
@click.option(
    "--take", "numbers", type=click.IntRange(1), multiple=True, metavar="N", help="Add this one; you can repeat it."
)
@click.pass_obj
def import_days_off(sitting: Sitting, file: Path, *, dry_run: bool, takes_all: bool, numbers: tuple[int, ...]) -> None:
    """Add the days off in a school's .ics FILE: those marked x, unless you say which."""
    from advisory.casework.calendar.no_school_days import add_no_school_days

    found = read_school_calendar(file, *two_years(sitting.today))
    for told in filter(None, (*attention_lines(found), left_out_words(found))):
        talk(told)
    if not found.events:
        talk(NOTHING_OFFERED)
    with suppress(BrokenPipeError):  # a reader that stops early, such as head, does not cancel the import
        for number, event in enumerate(found.events, 1):
            data(f"{number:>4} {'x' if event.looks_like_no_school else ' '} {when(event):<28} {event.title}")
    if dry_run:
        talk("Dry run: nothing was changed.")
        return
    wanted = found.events if takes_all else _wanted(found.events, numbers)
    with sitting.caseload() as caseload:
        done = add_no_school_days(caseload, [(event.starts_on, event.ends_on, event.title) for event in wanted])
    talk(f"{done.sentence} `advisory undo` undoes it." if done.added else done.sentence)


def _wanted(events: Sequence[SchoolEvent], numbers: Sequence[int]) -> Sequence[SchoolEvent]:
    """The events with these numbers, or without numbers those that look like no school. Refuses a number that is not listed."""
    beyond = next((number for number in numbers if number > len(events)), None)
    if beyond is not None:
        raise Refusal(f"There is no number {beyond}: the file has {len(events)} all-day events.")
    if numbers:
        return [events[number - 1] for number in numbers]
    return [event for event in events if event.looks_like_no_school]
