"""The board in lines: every partnership under its stage, and what its next move is."""

import click

from advisory.casework.caseload import Caseload
from advisory.model.words import Stage
from advisory.rules.summary import Summary

from .partnership import card_lines, card_object
from .read import as_objects
from .sitting import Sitting, data, json

_NEVER = 10_000
"""School days: more than any age, for who has had no one-to-one yet."""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON, with the keys of the CSV columns.")
@click.pass_obj
def board(sitting: Sitting, *, as_json: bool) -> None:
    """The three stages with their partnerships, in each the longest without a one-to-one first."""
    with sitting.caseload() as caseload:
        columns = _columns(caseload)
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


def _columns(caseload: Caseload) -> dict[Stage, list[Summary]]:
    columns: dict[Stage, list[Summary]] = {stage: [] for stage in Stage}
    for line in caseload.summaries:
        columns[line.stage or Stage.RAPPORT].append(line)
    for column in columns.values():
        column.sort(key=lambda line: -(_NEVER if line.one_to_one_age is None else line.one_to_one_age))
    return columns
