"""`advisory calendar period`: when the advisory period meets."""

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk
from advisory.rules.days.hour_words import hour_words, read_hours, read_weekdays, weekday_words

from .reading import reading


@example('calendar period "mon wed fri" 10:05-10:35', "set when your period meets")
@click.command(cls=Command)
@click.argument("days")
@click.argument("hours")
@click.pass_obj
def period(sitting: Sitting, days: str, hours: str) -> None:
    """Add when your period meets: DAYS as "mon wed fri" or mon-fri, HOURS as 10:05-10:35 or "1:05-1:35 pm"."""
    from advisory.casework.calendar.meeting_pattern import add_meeting_pattern

    with reading():
        weekdays, (starts, ends) = read_weekdays(days), read_hours(hours)
    with sitting.caseload() as caseload:
        made = add_meeting_pattern(caseload, weekdays, starts, ends)
    talk(f"Period [{made.id}]: {weekday_words(made.weekdays)} {hour_words(made.starts, made.ends)}")
