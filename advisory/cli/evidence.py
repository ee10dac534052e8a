"""`advisory evidence`: what you saw of a student's target."""

from datetime import date

import click

from advisory.model import Pact
from advisory.model.words import EvidenceSource, Independence, Level, Visibility
from advisory.rules.learning.trend import describe_piece

from .base.command import example
from .base.options import ON_DAY, VISIBILITY
from .base.sitting import Sitting, data, talk
from .base.student_pact import ABOUT_PACT, pact_id
from .base.text_command import TextCommand
from .lines.learning_lines import trend_lines


@example(
    'evidence maya "Five of six sums" --level there --independence checks_after',
    "save what you saw of the target; --source quiz, --pact, --next",
)
@click.command("evidence", cls=TextCommand)
@click.argument("name")
@click.argument("seen", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option("--level", type=click.Choice([word.value for word in Level]), help="How far the student got.")
@click.option(
    "--independence",
    "alone",
    type=click.Choice([word.value for word in Independence]),
    help="How independently the student worked.",
)
@click.option(
    "--source",
    type=click.Choice([word.value for word in EvidenceSource]),
    default=EvidenceSource.CONVERSATION.value,
    show_default=True,
)
@ABOUT_PACT
@click.option("--next", "next_step", default="", help="What comes next.")
@VISIBILITY
@ON_DAY
@click.pass_obj
def evidence(
    sitting: Sitting, name: str, seen: tuple[str, ...], level: str | None, alone: str | None, source: str, pact: str | None,
    next_step: str, visibility: str, day: date | None,
) -> None:  # fmt: skip
    """Write down what you saw of a student's target. NAME is the beginning of any part of a name, a number or an id."""
    from advisory.casework.learning.record_evidence import record_evidence

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        about = pact_id(caseload, student.id, pact)
        made = record_evidence(
            caseload,
            student.id,
            " ".join(seen),
            source=EvidenceSource(source),
            level=Level(level) if level else None,
            independence=Independence(alone) if alone else None,
            pact=about,
            seen_on=day,
            next_step=next_step,
            visibility=Visibility(visibility),
        )
        talk(f"Noted [{made.id}]: {', '.join([caseload.names[student.id], *describe_piece(made)])}")
        trend = caseload.trend_of(caseload.store.need(Pact, about)) if about else None
        for line in trend_lines(trend) if trend else ():
            data(line)
