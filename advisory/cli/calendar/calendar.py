"""`advisory calendar`: the school's calendar, and the verbs that change it."""

import click

from advisory.cli.base.command import example
from advisory.cli.base.lazy import LazyGroup
from advisory.cli.base.sitting import Sitting, data, json
from advisory.cli.lines.ages import say_what_counts
from advisory.cli.lines.table import lay_out

from .listing import objects, rows


class CalendarVerbs(LazyGroup):
    """The verbs, in alphabetical order."""

    package = "advisory.cli.calendar"
    names = ("add-term", "export", "import", "intervals", "no-school", "period", "remove")


@example("calendar", "the advisory period, terms, days off, intervals; --json")
@click.group(cls=CalendarVerbs, invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_context
def calendar(context: click.Context, *, as_json: bool) -> None:
    """List your advisory period, terms, days off and intervals, or change them."""
    if context.invoked_subcommand is not None:
        return
    sitting: Sitting = context.obj
    with sitting.caseload() as caseload:
        if as_json:
            json(objects(caseload))
            return
        say_what_counts(caseload)
        for line in lay_out(("Id", "What", "When", "Title"), list(rows(caseload))):
            data(line)
        every, focal = caseload.intervals
        data(f"Due for a one-to-one after {every} school days, {focal} when focal.")
