"""`advisory pact met`: ticks a line by which both will know."""

from datetime import date

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.options import ON_DAY
from advisory.cli.base.sitting import Sitting, talk
from advisory.model.day_order import show_date

from .choice import RUNNING, WHICH_PACT, line_of, pact_of


@example("pact met maya 2", "mark a success line met; --on, --not-yet removes the mark")
@click.command("met", cls=Command)
@click.argument("name")
@click.argument("which", nargs=-1)
@ON_DAY
@click.option("--not-yet", is_flag=True, help="Remove the mark.")
@WHICH_PACT
@click.pass_obj
def met(
    sitting: Sitting, name: str, which: tuple[str, ...], day: date | None, word: str | None, *, not_yet: bool
) -> None:
    """Mark a success line as met: WHICH is its number or how it begins."""
    from advisory.casework.pact.mark_met import mark_met

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        pact = pact_of(caseload, student, word, *RUNNING)
        number = line_of(pact.success_evidence, " ".join(which), "success line")
        marked = mark_met(caseload, pact, number, None if not_yet else day or caseload.today)
        line = marked.success_evidence[number]
        state = f"met {show_date(line.met_on)}" if line.met_on else "not met yet"
        talk(
            f"{caseload.names[student.id]}: {line.text}, {state}; {marked.success_met} of {len(marked.success_evidence)}"
        )
