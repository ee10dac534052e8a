"""`advisory calendar add-term`: the first and last day of a term."""

import click

from advisory.cli.base.command import example
from advisory.cli.base.sitting import Sitting, talk
from advisory.cli.base.text_command import TextCommand

from .listing import when
from .reading import read_days


@example("calendar add-term Spring 1/4 6/11", "add a term, first and last day included")
@click.command("add-term", cls=TextCommand)
@click.argument("title")
@click.argument("first", metavar="FROM")
@click.argument("last", metavar="UNTIL")
@click.pass_obj
def add_term(sitting: Sitting, title: str, first: str, last: str) -> None:
    """Add a term, first and last day included: 8/31 12/18, or 2026-08-31 2026-12-18."""
    from advisory.casework.calendar.term import add_term as add_term_to

    days = read_days(sitting, first, last)
    with sitting.caseload() as caseload:
        made = add_term_to(caseload, title, *days)
    talk(f"Term [{made.id}]: {made.title}, {when(made)}. Ages now count its school days.")
