"""`advisory know`: something you learned about a student."""

from datetime import date

import click

from advisory.model.day_order import show_date
from advisory.model.words import Facet, LearnedHow, Visibility
from advisory.rules.learning.known_well import FACETS

from .base.command import example
from .base.day import Day
from .base.options import VISIBILITY
from .base.sitting import Sitting, talk
from .base.text_command import TextCommand


@example(
    'know maya hopes "Wants to build bridges."', "save something you learned; --how observed, --on mon, --sensitive"
)
@click.command(cls=TextCommand)
@click.argument("name")
@click.argument("facet", type=click.Choice([facet.value for facet in Facet]))
@click.argument("text", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option(
    "--how", type=click.Choice([how.value for how in LearnedHow]), default=LearnedHow.TOLD_ME.value, show_default=True
)
@click.option(
    "--on", "learned_on", type=Day(past=True), metavar="DAY", help="today, yesterday, mon, -2, 9/14, 2026-09-14."
)
@click.option("--sensitive", is_flag=True, help="Show it only when you ask for it.")
@VISIBILITY
@click.pass_obj
def know(
    sitting: Sitting, name: str, facet: str, text: tuple[str, ...], how: str, learned_on: date | None,
    visibility: str, *, sensitive: bool,
) -> None:  # fmt: skip
    """Write down something you learned about a student, in one of the twelve areas."""
    from advisory.casework.learning.learn_fact import learn_fact

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        made = learn_fact(
            caseload,
            student.id,
            Facet(facet),
            " ".join(text),
            how=LearnedHow(how),
            learned_on=learned_on,
            sensitive=sensitive,
            visibility=Visibility(visibility),
        )
        count = f"{caseload.summary(student.id).facets_known} of {len(FACETS)} areas known this year"
        talk(
            f"Learned [{made.id}]: {caseload.names[student.id]}, {made.facet.label}, {show_date(made.learned_on)}; {count}"
        )
