"""`advisory tags`: the tags of your notes, and the verbs that change them."""

from datetime import date

import click

from advisory.cli.base.command import example
from advisory.cli.base.lazy import LazyGroup
from advisory.cli.base.sitting import Sitting, data, json
from advisory.cli.lines.table import lay_out
from advisory.model.day_order import show_date


class TagVerbs(LazyGroup):
    """The verbs, in alphabetical order."""

    package = "advisory.cli.tags"
    names = ("hide", "merge", "offer", "rename")


@example("tags", "every tag, how many notes have it, and when it was last used; --json")
@click.group(cls=TagVerbs, invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_context
def tags(context: click.Context, *, as_json: bool) -> None:
    """List the tags of your notes, or rename, merge and hide them."""
    if context.invoked_subcommand is not None:
        return
    sitting: Sitting = context.obj
    with sitting.caseload() as caseload:
        every = caseload.tags.all
        if as_json:
            json([
                {"tag": tag.name, "notes": tag.count, "last_on": tag.last_on or None, "hidden": tag.hidden}
                for tag in every
            ])  # fmt: skip
            return
        rows = [
            (f"#{tag.name}", str(tag.count), _day(tag.last_on), "hidden" if tag.hidden else "") for tag in every
        ]  # fmt: skip
        for line in lay_out(("Tag", "Notes", "Last", ""), rows):
            data(line)


def _day(iso: str) -> str:
    return show_date(date.fromisoformat(iso)) if iso else "–"
