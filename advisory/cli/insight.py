"""`advisory insight`: how a student thinks about something now."""

from datetime import date

import click

from advisory.model import Pact
from advisory.model.words import AttemptResult

from .base.command import example
from .base.options import ON_DAY
from .base.sitting import Sitting, talk
from .base.student_pact import ABOUT_PACT, pact_id
from .base.text_command import TextCommand


@example(
    'insight maya "Adds tops and bottoms" --misconception "A fraction is two numbers"',
    "save how a student thinks; --strategy, --result",
)
@click.command("insight", cls=TextCommand)
@click.argument("name")
@click.argument("thinking", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option("--misconception", required=True, help="What exactly do they believe?")
@click.option("--builds-on", default="", help="What they can do already.")
@click.option("--area", default="", help="The subject: math, writing … Without it, the pact's.")
@click.option("--strategy", default="", help="What to try, or what you tried.")
@click.option(
    "--result",
    type=click.Choice([word.value for word in AttemptResult]),
    default=AttemptResult.NOT_TRIED.value,
    show_default=True,
)
@ABOUT_PACT
@ON_DAY
@click.pass_obj
def insight(
    sitting: Sitting, name: str, thinking: tuple[str, ...], misconception: str, builds_on: str, area: str, strategy: str,
    result: str, pact: str | None, day: date | None,
) -> None:  # fmt: skip
    """Write down how a student thinks about something now, and the specific misconception."""
    from advisory.casework.learning.note_insight import note_insight
    from advisory.rules.learning.insight_life import new_attempt

    with sitting.caseload() as caseload:
        student, came = caseload.one(name), AttemptResult(result)
        about = pact_id(caseload, student.id, pact)
        is_tried = strategy.strip() or came is not AttemptResult.NOT_TRIED
        made = note_insight(
            caseload,
            student.id,
            " ".join(thinking),
            misconception,
            area=area or (caseload.store.need(Pact, about).area if about else ""),
            builds_on=builds_on,
            pact=about,
            noticed_on=day,
            attempts=[new_attempt(strategy, came, "", day, caseload.today)] if is_tried else [],
        )
        talk(f"Noted [{made.id}]: {caseload.names[student.id]}, {made.status.label}")
