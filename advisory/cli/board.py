"""`advisory board`: every partnership under its stage, with its next step."""

import click

from advisory.rules.overview.summary import by_stage

from .base.command import Command, example
from .base.options import AS_JSON
from .base.sitting import Sitting, data, json
from .lines.ages import say_what_counts
from .lines.objects import summary_objects
from .lines.partnership_lines import card_lines, card_object


@example("board", "the three stages, and each partnership's next move; --json")
@click.command(cls=Command)
@AS_JSON
@click.pass_obj
def board(sitting: Sitting, *, as_json: bool) -> None:
    """The three stages and their partnerships; in each, whoever has gone longest without a one-to-one comes first."""
    with sitting.caseload() as caseload:
        columns = by_stage(caseload.summaries)
        if as_json:
            summaries = [summary for column in columns.values() for summary in column]
            rows = zip(summary_objects(summaries), summaries, strict=True)
            json([row | card_object(summary) for row, summary in rows])
            return
        say_what_counts(caseload)
        for at, (stage, column) in enumerate(columns.items()):
            if at:
                data("")
            data(f"{stage.label} {len(column)}")
            for summary in column:
                for line in card_lines(caseload, summary):
                    data(f"  {line}")
