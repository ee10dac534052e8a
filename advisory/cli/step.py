"""`advisory step`: the next step of a partnership."""

import click

from .base.command import example
from .base.sitting import Sitting, data, talk
from .base.text_command import TextCommand
from .lines.partnership_lines import next_step


@example(
    'step maya "Ask about rowing crew."',
    "set the partnership's next step; without text, show it; --clear removes it",
)
@click.command(cls=TextCommand)
@click.argument("name")
@click.argument("text", nargs=-1, type=click.UNPROCESSED)
@click.option("--clear", is_flag=True, help="Remove the next step.")
@click.pass_obj
def step(sitting: Sitting, name: str, text: tuple[str, ...], *, clear: bool) -> None:
    """Set the next step of the partnership with a student; without TEXT, show it."""
    from advisory.casework.partnership.set_next_step import set_next_step

    said = " ".join(text).strip()
    if clear and said:
        raise click.UsageError("Give the next step, or --clear, not both.")
    with sitting.caseload() as caseload:
        student = caseload.one(name)
        if not (said or clear):
            now = next_step(caseload.summary(student.id))
            data(now) if now else talk(f"Next step with {caseload.names[student.id]}: none")
            return
        made = set_next_step(caseload, student.id, said)
        talk(f"Next step with {caseload.names[student.id]}: {made.next_step or 'none'}")
