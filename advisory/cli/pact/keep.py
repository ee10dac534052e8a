"""`advisory pact keep`: a commitment was kept."""

from datetime import date

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.options import ON_DAY
from advisory.cli.base.sitting import Sitting, data, talk
from advisory.model.day_order import show_date
from advisory.model.words import Observer
from advisory.rules.pact.keeping import commitments

from .choice import RUNNING, WHICH_PACT, line_of, pact_of
from .lines import kept_words

_SIDES = {"theirs": Observer.STUDENT, "mine": Observer.ADVISOR}


@example("pact keep maya mine 1 --on fri", "mark a commitment kept, yours (mine) or the student's (theirs)")
@click.command("keep", cls=Command)
@click.argument("name")
@click.argument("whose", type=click.Choice(list(_SIDES)))
@click.argument("which", nargs=-1)
@ON_DAY
@click.option("--not", "is_taken_back", is_flag=True, help="Remove that day's mark.")
@WHICH_PACT
@click.pass_obj
def keep(
    sitting: Sitting, name: str, whose: str, which: tuple[str, ...], day: date | None, word: str | None, *,
    is_taken_back: bool,
) -> None:  # fmt: skip
    """Mark a commitment as kept, theirs or mine (yours): WHICH is its number or how it begins. Keeping yours counts as a sign."""
    from advisory.casework.pact.mark_kept import mark_kept, unmark_kept

    side = _SIDES[whose]
    with sitting.caseload() as caseload:
        student, on = caseload.one(name), day or caseload.today
        pact = pact_of(caseload, student, word, *RUNNING)
        number = line_of(commitments(pact, side), " ".join(which), "commitment")
        mark = unmark_kept if is_taken_back else mark_kept
        marked = mark(caseload, pact, side, number, on)
        one = commitments(marked, side)[number]
        talk(f"{caseload.names[student.id]}: {one.text}, {'not kept' if is_taken_back else 'kept'} {show_date(on)}")
        data(kept_words(caseload, marked, one))
