"""How well each student is known, and something learned about one."""

from collections.abc import Iterator
from datetime import date

import click

from advisory.caseload.caseload import Caseload
from advisory.caseload.coverage import coverage, facts_of
from advisory.model import KnownWell
from advisory.model.words import Facet, LearnedHow, Visibility
from advisory.rules.learning.facet_question import SIDES
from advisory.rules.learning.known_well import FACETS, Coverage, Known, counts, least_known_sentence

from .base.day import Day
from .base.sitting import Sitting, data, json, talk
from .base.table import lay_out
from .base.text_command import TextCommand


@click.command()
@click.argument("name", required=False)
@click.option("--sensitive", is_flag=True, help="With NAME: the sensitive facts too.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def known(sitting: Sitting, name: str | None, *, sensitive: bool, as_json: bool) -> None:
    """Which sides of each student you know this school year; with NAME the facts, and what is still to ask."""
    if sensitive and not name:
        raise click.UsageError("--sensitive goes with a NAME: a list never holds sensitive facts.")
    with sitting.caseload() as caseload:
        if name:
            _tell_one(caseload, caseload.one(name, also_left=True).id, sensitive=sensitive, as_json=as_json)
            return
        rows = coverage(caseload)
        if as_json:
            json([_row_object(caseload, row) for row in rows])
            return
        header = ("Student", "Known", "Only earlier", "Still to ask")
        for line in lay_out(header, [_row(caseload, row) for row in rows]):
            data(line)
        if rows:
            known_of = ", ".join(f"{facet.label} {count}" for facet, count in counts(rows).items())
            data(f"Known of {len(rows)} students: {known_of}.")
            data(least_known_sentence(rows, caseload.names.__getitem__))


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
@click.option("--sensitive", is_flag=True, help="It is told only when you ask for it.")
@click.option(
    "--visibility",
    type=click.Choice([word.value for word in Visibility]),
    default=Visibility.PRIVATE.value,
    show_default=True,
)
@click.pass_obj
def know(
    sitting: Sitting, name: str, facet: str, text: tuple[str, ...], how: str, learned_on: date | None,
    visibility: str, *, sensitive: bool,
) -> None:  # fmt: skip
    """Write down something you learned about one side of a student."""
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
        count = f"{caseload.summary(student.id).facets_known} of {len(FACETS)} sides known this year"
        talk(f"Learned [{made.id}]: {caseload.names[student.id]}, {made.facet.label}, {made.learned_on}; {count}")


def _row(caseload: Caseload, row: Coverage) -> tuple[str, ...]:
    return (caseload.names[row.student_id], _count(row), _sides(row, Known.EARLIER), _sides(row, Known.EMPTY))


def _count(row: Coverage) -> str:
    return f"{row.known}/{len(FACETS)}"


def _sides(row: Coverage, known: Known) -> str:
    return ", ".join(facet.label for facet, there in row.sides.items() if there is known) or "–"


def _row_object(caseload: Caseload, row: Coverage) -> dict[str, object]:
    sides = {facet.value: known.value for facet, known in row.sides.items()}
    return {"student_id": row.student_id, "student": caseload.names[row.student_id], "known": row.known, "sides": sides}


def _tell_one(caseload: Caseload, student_id: str, *, sensitive: bool, as_json: bool) -> None:
    """One student's facts, side by side; the sensitive ones only where they were asked for."""
    every = facts_of(caseload, student_id)
    facts = [fact for fact in every if sensitive or not fact.sensitive]
    if as_json:
        json([fact_object(fact) for fact in facts])
    else:
        data(f"{caseload.names[student_id]} [{student_id}]")
        for line in _fact_lines(every, sensitive=sensitive):
            data(f"  {line}")
    if hidden := len(every) - len(facts):
        left_out = "1 sensitive fact is" if hidden == 1 else f"{hidden} sensitive facts are"
        talk(f"{left_out} left out; --sensitive tells {'it' if hidden == 1 else 'them'}.")


def _fact_lines(facts: list[KnownWell], *, sensitive: bool) -> Iterator[str]:
    for facet in FACETS:
        there = [fact for fact in facts if fact.facet is facet]
        for fact in there:
            marked = ", sensitive" if fact.sensitive else ""
            text = fact.text if sensitive or not fact.sensitive else "…"
            yield f"{facet.label}: {text} ({fact.how.label}, {fact.learned_on}{marked}) [{fact.id}]"
        if not there:
            yield f"{facet.label}: –  ask: {SIDES[facet].questions[0]}"


def fact_object(fact: KnownWell) -> dict[str, object]:
    """A fact as JSON tells it."""
    return {
        "id": fact.id,
        "facet": fact.facet.value,
        "text": fact.text,
        "learned_on": fact.learned_on.isoformat(),
        "how": fact.how.value,
        "sensitive": fact.sensitive,
        "visibility": fact.visibility.value,
    }
