"""The board in lines: every partnership under its stage, and what its next move is."""

import click

from advisory.rules.overview.summary import by_stage

from .base.partnership_lines import card_lines, card_object
from .base.sitting import Sitting, data, json
from .read import as_objects


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON, with the keys of the CSV columns.")
@click.pass_obj
def board(sitting: Sitting, *, as_json: bool) -> None:
    """The three stages with their partnerships, in each the longest without a one-to-one first."""
    with sitting.caseload() as caseload:
        columns = by_stage(caseload.summaries)
        if as_json:
            lines = [line for column in columns.values() for line in column]
            json([told | card_object(line) for told, line in zip(as_objects(lines), lines, strict=True)])
            return
        for at, (stage, column) in enumerate(columns.items()):
            if at:
                data("")
            data(f"{stage.label} {len(column)}")
            for line in column:
                for text in card_lines(caseload, line):
                    data(f"  {text}")
