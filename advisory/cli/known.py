"""`advisory known`: which sides of each student you know, or the facts about one."""

from collections.abc import Iterator

import click

from advisory.caseload.caseload import Caseload
from advisory.caseload.coverage import coverage, facts_of
from advisory.model import KnownWell
from advisory.model.day_order import show_date
from advisory.rules.learning.facet_question import SIDES
from advisory.rules.learning.known_well import FACETS, Coverage, Known, counts, least_known_sentence

from .base.command import Command, example
from .base.sitting import Sitting, data, json, talk
from .lines.objects import fact_object
from .lines.table import lay_out


@example("known", "what you know about each student, and what is left to ask; --json")
@example("known maya", "what you know about her; --sensitive")
@click.command(cls=Command)
@click.argument("name", required=False)
@click.option("--sensitive", is_flag=True, help="With a NAME: include sensitive facts.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def known(sitting: Sitting, name: str | None, *, sensitive: bool, as_json: bool) -> None:
    """Which areas of each student you know this school year; with NAME, the facts and what is left to ask."""
    if sensitive and not name:
        raise click.UsageError("--sensitive goes with a NAME: a list never holds sensitive facts.")
    with sitting.caseload() as caseload:
        if name:
            _show_one(caseload, caseload.one(name, also_left=True).id, sensitive=sensitive, as_json=as_json)
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


def _row(caseload: Caseload, row: Coverage) -> tuple[str, ...]:
    return (caseload.names[row.student_id], _count(row), _sides(row, Known.EARLIER), _sides(row, Known.EMPTY))


def _count(row: Coverage) -> str:
    return f"{row.known}/{len(FACETS)}"


def _sides(row: Coverage, known: Known) -> str:
    return ", ".join(facet.label for facet, there in row.sides.items() if there is known) or "–"


def _row_object(caseload: Caseload, row: Coverage) -> dict[str, object]:
    sides = {facet.value: known.value for facet, known in row.sides.items()}
    return {"student_id": row.student_id, "student": caseload.names[row.student_id], "known": row.known, "sides": sides}


def _show_one(caseload: Caseload, student_id: str, *, sensitive: bool, as_json: bool) -> None:
    """Print one student's facts by side; the sensitive ones only with --sensitive."""
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
        talk(f"{left_out} left out; --sensitive shows {'it' if hidden == 1 else 'them'}.")


def _fact_lines(facts: list[KnownWell], *, sensitive: bool) -> Iterator[str]:
    for facet in FACETS:
        there = [fact for fact in facts if fact.facet is facet]
        for fact in there:
            marked = ", sensitive" if fact.sensitive else ""
            text = fact.text if sensitive or not fact.sensitive else "…"
            yield f"{facet.label}: {text} ({fact.how.label}, {show_date(fact.learned_on)}{marked}) [{fact.id}]"
        if not there:
            yield f"{facet.label}: –  ask: {SIDES[facet].questions[0]}"
