"""`advisory calendar no-school`: days without school."""

import click

from advisory.cli.base.command import example
from advisory.cli.base.sitting import Sitting, talk
from advisory.cli.base.text_command import TextCommand

from .listing import when
from .reading import read_days


@example("calendar no-school 11/9 11/13 --title Snow", "add days off")
@click.command("no-school", cls=TextCommand)
@click.argument("first", metavar="FROM")
@click.argument("last", metavar="[UNTIL]", default="")
@click.option("--title", default="", help="The reason.")
@click.pass_obj
def no_school(sitting: Sitting, first: str, last: str, title: str) -> None:
    """Add days off, first and last included, past ones too: today, yesterday, mon, 11/9, 2026-11-09."""
    from advisory.casework.calendar.no_school_days import add_no_school_days

    days = read_days(sitting, first, last)
    with sitting.caseload() as caseload:
        done = add_no_school_days(caseload, [(*days, title)])
    talk(f"{when(days)}. {done.sentence}")
