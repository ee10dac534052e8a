"""`advisory show`: everything about one student that is not sensitive."""

from collections.abc import Iterator
from datetime import date

import click

from advisory.caseload.caseload import Caseload
from advisory.caseload.group import promised_text
from advisory.exchange.tables import Sources, objects
from advisory.model import CognitiveInsight, DefensePlan, Evidence, FollowUp, Pact, StageMove
from advisory.model.day_order import show_date, show_day
from advisory.rules.days.clocks import Clock
from advisory.rules.overview.summary import Summary

from .base.command import Command, example
from .base.options import AS_JSON
from .base.sitting import Sitting, data, json
from .lines.ages import clock_age, say_what_counts
from .lines.check_in_line import check_in_line
from .lines.family_lines import family_lines, person_object
from .lines.learning_lines import known_facts, learned_lines
from .lines.objects import fact_object, summary_objects
from .lines.partnership_lines import card_object, focal_line, partnership_lines, sign_objects
from .lines.promise_line import theirs_line
from .lines.season_lines import defense_line

LAST = 12
"""How many check-ins are shown; `log NAME` shows them all."""
_TABLES = {
    "checkins": "checkins",
    "pacts": "pacts",
    "followups": "followups",
    "stage_moves": "stage-moves",
    "evidence": "evidence",
    "insights": "insights",
    "defenses": "defenses",
}
"""Key in the student's JSON → the export whose columns its rows have."""


@example(
    "show maya",
    "one student: the partnership, its signs and moves, the pact, evidence, insights, what you know, promises; --json",
)
@click.command(cls=Command)
@click.argument("name")
@AS_JSON
@click.pass_obj
def show(sitting: Sitting, name: str, *, as_json: bool) -> None:
    """One student: the partnership, its signs and moves, the pact, what you learned, promises, and the last notes."""
    with sitting.caseload() as caseload:
        student = caseload.one(name, also_left=True)
        if as_json:
            json(_student_object(caseload, student.id))
            return
        say_what_counts(caseload)
        for line in _lines(caseload, caseload.summary(student.id)):
            data(line)


def _student_object(caseload: Caseload, student_id: str) -> dict[str, object]:
    store, names = caseload.store, caseload.names
    sources = Sources(
        names=names,
        check_ins=list(reversed(store.check_ins_of(student_id))),
        pacts=store.of_student(Pact, student_id),
        follow_ups=store.of_student(FollowUp, student_id),
        stage_moves=store.of_student(StageMove, student_id),
        evidence=store.of_student(Evidence, student_id),
        insights=store.of_student(CognitiveInsight, student_id),
        defenses=store.of_student(DefensePlan, student_id),
    )
    summary = caseload.summary(student_id)
    focal = {"focal_since": summary.student.focal_since, "focal_why": summary.student.focal_why}
    about = (
        summary_objects([summary])[0]
        | focal
        | card_object(summary)
        | {"signs": sign_objects(caseload, student_id, names)}
    )
    known = [fact_object(fact) for fact in known_facts(caseload, student_id)]
    family = [person_object(person) for person in summary.student.family_contacts]
    tables = {key: objects(what, sources) for key, what in _TABLES.items()}
    return about | {"family": family} | tables | {"known_well": known}


def _lines(caseload: Caseload, summary: Summary) -> Iterator[str]:
    student = summary.student
    pronouns = student.pronouns and f"{student.pronouns} ({student.pronouns_scope.label})"
    about = filter(None, [pronouns, student.grade and f"grade {student.grade}", student.status.label])
    yield f"{summary.name} [{student.id}]"
    yield "  " + " · ".join(about)
    if student.focal:
        yield f"  {focal_line(student)}"
    if planned := caseload.planned_talk(student.id):
        yield f"  planned for {show_day(planned.on, weekday=True)}"
    contact, one_to_one = (_clock(clock, summary.as_of) for clock in (summary.contact, summary.one_to_one))
    yield f"  any contact: {contact}   one-to-one: {one_to_one}"
    yield from (f"  {line}" for line in partnership_lines(caseload, summary))
    if summary.pact:
        met = f"{summary.pact.success_met} of {len(summary.pact.success_evidence)} met"
        yield f"  pact: {summary.pact.learning_target} ({summary.pact.status.label}, {met})"
    if summary.defense:
        yield f"  {defense_line(caseload, summary.defense)} [{summary.defense.id}]"
    yield from (f"  {line}" for line in learned_lines(caseload, student.id))
    for promise in summary.promises:
        yield f"  you promised: {promised_text(caseload, promise)}{f', {show_date(promise.due_on)}' if promise.due_on else ''} [{promise.id}]"
    for promise in summary.promises_of_others:
        yield f"  promised by {theirs_line(promise)}"
    for asked in caseload.questions_of(student.id):
        yield f"  asks for next time: “{asked.question}” [{asked.id}]"
    yield from (f"  {line}" for line in family_lines(caseload, student))
    for check_in in reversed(caseload.store.check_ins_of(student.id)[-LAST:]):
        yield f"{show_date(check_in.happened_on):12}  {check_in_line(check_in)}"


def _clock(clock: Clock, as_of: date) -> str:
    return clock.word.label if clock.age is None else f"{clock_age(clock, as_of)}, {clock.word.label}"
