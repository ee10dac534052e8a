"""`advisory move`: one stage on, or back."""

import click

from advisory.model.words import MoveReason, Stage
from advisory.rules.partnership.stage_gate import describe_move

from .base.command import Command, example
from .base.sitting import Sitting, talk


@example(
    'move maya alliance --reason "She asked what we could work on."', "move a partnership forward or back one stage"
)
@click.command(cls=Command)
@click.argument("name")
@click.argument("stage", type=click.Choice([stage.value for stage in Stage]))
@click.option("--reason", default="", help="One line: what did you see?")
@click.option(
    "--reason-key", type=click.Choice([key.value for key in MoveReason]), help="Enough by itself, except for other."
)
@click.pass_obj
def move(sitting: Sitting, name: str, stage: str, reason: str, reason_key: str | None) -> None:
    """Move the partnership with a student forward or back one stage."""
    from advisory.casework.partnership.move_stage import move_stage

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        gate = caseload.summary(student.id).gate
        made = move_stage(
            caseload, student.id, Stage(stage), reason, reason_key=MoveReason(reason_key) if reason_key else None
        )
        talk(f"{caseload.names[student.id]}: {describe_move(made.direction, made.to_stage)}")
        if made.override:
            talk(f"Not all the signs were there: {gate.words}. Your reason is saved with the move.")
