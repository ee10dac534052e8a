"""`advisory signs`: the catalog of signs, with their keys."""

import click

from .base.command import Command, example
from .base.sitting import Sitting, data, json
from .lines.table import lay_out


@example("signs", "the signs to look for, with the keys for `sign`; --json")
@click.command(cls=Command)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def signs(sitting: Sitting, *, as_json: bool) -> None:
    """The signs to look for in each stage, with the keys for `sign`."""
    with sitting.caseload() as caseload:
        catalogue = caseload.catalogue.values()
        if as_json:
            json(list(catalogue))
            return
        rows = [
            (
                sign.key,
                sign.stage.label,
                "student" if sign.students_doing else "you",
                sign.label + (" (hidden)" if sign.hidden else ""),
            )
            for sign in catalogue
        ]
        for line in lay_out(("Key", "Stage", "Whose doing", "Sign"), rows):
            data(line)
