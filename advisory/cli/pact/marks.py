"""What is marked while a pact runs: a success line met, a commitment kept, the two looking again."""

from datetime import date

import click

from advisory.cli.base.day import Day
from advisory.cli.base.sitting import Sitting, data, talk
from advisory.cli.base.text_command import TextCommand
from advisory.model.words import Observer, PactStatus
from advisory.rules.pact.keeping import commitments, next_look, run
from advisory.rules.refusal import Refusal

from .choice import WHOLE, line_of, pact_of

_ON = click.option("--on", "day", type=Day(past=True), metavar="DAY", help="today, yesterday, mon, -2, 9/14.")
_SIDES = {"theirs": Observer.STUDENT, "mine": Observer.ADVISOR}
_RUNNING = (PactStatus.ACTIVE, PactStatus.PAUSED)


@click.command("met")
@click.argument("name")
@click.argument("which", nargs=-1)
@_ON
@click.option("--not-yet", is_flag=True, help="Not met after all.")
@WHOLE
@click.pass_obj
def met(
    sitting: Sitting, name: str, which: tuple[str, ...], day: date | None, word: str | None, *, not_yet: bool
) -> None:
    """Tick a line by which both will know: WHICH is its number or how it begins."""
    from advisory.casework.pact.mark_met import mark_met

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        pact = pact_of(caseload, student, word, *_RUNNING)
        number = line_of(pact.success_evidence, " ".join(which), "success line")
        marked = mark_met(caseload, pact, number, None if not_yet else day or caseload.today)
        line = marked.success_evidence[number]
        told = f"met {line.met_on}" if line.met_on else "not met yet"
        talk(
            f"{caseload.names[student.id]}: {line.text}, {told}; {marked.success_met} of {len(marked.success_evidence)}"
        )


@click.command("keep")
@click.argument("name")
@click.argument("whose", type=click.Choice(list(_SIDES)))
@click.argument("which", nargs=-1)
@_ON
@click.option("--not", "is_taken_back", is_flag=True, help="Not kept on that day after all.")
@WHOLE
@click.pass_obj
def keep(
    sitting: Sitting, name: str, whose: str, which: tuple[str, ...], day: date | None, word: str | None, *,
    is_taken_back: bool,
) -> None:  # fmt: skip
    """Mark a commitment as kept, theirs or mine: WHICH is its number or how it begins. Mine is a sign on the board."""
    from advisory.casework.pact.mark_kept import mark_kept, unmark_kept

    side = _SIDES[whose]
    with sitting.caseload() as caseload:
        student, on = caseload.one(name), day or caseload.today
        pact = pact_of(caseload, student, word, *_RUNNING)
        number = line_of(commitments(pact, side), " ".join(which), "commitment")
        mark = unmark_kept if is_taken_back else mark_kept
        one = commitments(mark(caseload, pact, side, number, on), side)[number]
        talk(f"{caseload.names[student.id]}: {one.text}, {'not kept' if is_taken_back else 'kept'} {on}")
        data(f"{run(one, caseload.today)} kept {len(one.kept)} ×")


@click.command("review", cls=TextCommand)
@click.argument("name")
@click.argument("line", nargs=-1, type=click.UNPROCESSED)
@click.option("--next", "look_on", type=Day(), metavar="DAY", help="When you look again; by the rhythm without it.")
@click.option("--says", default="", help="What the student said, in their words.")
@WHOLE
@click.pass_obj
def review(
    sitting: Sitting, name: str, line: tuple[str, ...], look_on: date | None, says: str, word: str | None
) -> None:
    """Look at the pact again: the check-in, with LINE in it, and the day of the next look."""
    from advisory.casework.pact.review import review_pact

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        pact = pact_of(caseload, student, word, PactStatus.ACTIVE)
        day = look_on or next_look(pact, caseload.today, caseload.calendar)
        if day is None:
            raise Refusal(
                f"The pact ran until {pact.target_on}: close it, or agree on a later end with `advisory pact edit`."
            )
        held = review_pact(caseload, pact, day, " ".join(line), student_says=says)
        noted = f"noted [{held.check_in.id}]" if held.check_in else "noted today already"
        talk(f"Reviewed with {caseload.names[student.id]}: {noted}; you look again on {held.pact.next_review_on}")
