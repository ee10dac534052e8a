"""What the screens show, in lines."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import click

from advisory.caseload.caseload import Caseload
from advisory.exchange.tables import Sources, objects
from advisory.model import CheckIn, CognitiveInsight, Evidence, FollowUp, Pact, StageMove
from advisory.rules.days.clocks import Clock
from advisory.rules.log.query import GRAMMAR, Query, read_query
from advisory.rules.overview.summary import Summary
from advisory.rules.refusal import Refusal

from .base.day import is_day_first
from .base.learning_lines import known_facts, learned_lines
from .base.partnership_lines import card_object, partnership_lines, sign_objects
from .base.sitting import Sitting, data, json, talk
from .base.table import lay_out
from .known_well import fact_object

LAST = 12
"""Check-ins that `show` tells; `log NAME` has them all."""
_TABLES = {
    "checkins": "checkins",
    "pacts": "pacts",
    "followups": "followups",
    "stage_moves": "stage-moves",
    "evidence": "evidence",
    "insights": "insights",
}
"""Key of a student's JSON → the export whose columns its rows have."""
_as_json = click.option("--json", "as_json", is_flag=True, help="As JSON, with the keys of the CSV columns.")


@click.command("list")
@_as_json
@click.pass_obj
def list_students(sitting: Sitting, *, as_json: bool) -> None:
    """Everybody in the caseload, one line each."""
    with sitting.caseload() as caseload:
        if as_json:
            json(as_objects(caseload.summaries))
            return
        header = ("Student", "Gr", "Stage", "Contact", "1:1", "Pact", "Next promise")
        for line in lay_out(header, [_line(summary) for summary in caseload.summaries]):
            data(line)


@click.command()
@click.argument("name")
@_as_json
@click.pass_obj
def show(sitting: Sitting, name: str, *, as_json: bool) -> None:
    """One student: where the partnership stands, its signs and moves, the pact, what was learned, promises, what was said last."""
    with sitting.caseload() as caseload:
        student = caseload.one(name, also_left=True)
        if as_json:
            json(_file(caseload, student.id))
            return
        for line in _card(caseload, caseload.summary(student.id)):
            data(line)


@click.command()
@click.argument("name", required=False)
@click.option("--find", "query", default="", metavar="QUERY", help=f"Only those that fit: {GRAMMAR}.")
@_as_json
@click.pass_obj
def log(sitting: Sitting, name: str | None, query: str, *, as_json: bool) -> None:
    """Every check-in, or one student's, newest first."""
    with sitting.caseload() as caseload:
        one = caseload.one(name, also_left=True) if name else None
        found: Iterable[CheckIn]
        if query.strip():
            read = read_query(query, caseload.today, day_first=is_day_first(sitting, query))
            if read.is_empty and read.notices:  # nothing of it narrows: the whole log is not what was asked for
                raise Refusal(" ".join(read.notices))
            found = _found(caseload, read)
            found = found if one is None else (check_in for check_in in found if check_in.student == one.id)
        else:
            found = reversed(caseload.store.check_ins_of(one.id)) if one else caseload.store.recent_check_ins()
        if as_json:
            json(objects("checkins", Sources(names=caseload.names, check_ins=list(found))))
            return
        for check_in in found:
            data(f"{check_in.happened_on}  {caseload.names[check_in.student]}  {_told(check_in)}")


def _found(caseload: Caseload, query: Query) -> Iterator[CheckIn]:
    """What a query finds, newest first; what of it can't be read is told."""
    from advisory.caseload.log import Log, id_of

    for notice in query.notices:
        talk(notice)
    log = Log(caseload)
    search = log.search(query)
    for year in log.years:
        for key in reversed(search.look_through(year.year)):
            yield caseload.store.need(CheckIn, id_of(key))


def as_objects(summaries: Sequence[Summary]) -> list[dict[str, object]]:
    """The columns of students.csv and caseload.csv in one object a student."""
    sources = Sources(summaries=summaries)
    both = zip(objects("students", sources), objects("caseload", sources), strict=True)
    return [{**student, **line} for student, line in both]


def _file(caseload: Caseload, student_id: str) -> dict[str, object]:
    store, names = caseload.store, caseload.names
    sources = Sources(
        names=names,
        check_ins=list(reversed(store.check_ins_of(student_id))),
        pacts=store.of_student(Pact, student_id),
        follow_ups=store.of_student(FollowUp, student_id),
        stage_moves=store.of_student(StageMove, student_id),
        evidence=store.of_student(Evidence, student_id),
        insights=store.of_student(CognitiveInsight, student_id),
    )
    line = caseload.summary(student_id)
    about = as_objects([line])[0] | card_object(line) | {"signs": sign_objects(caseload, student_id, names)}
    known = [fact_object(fact) for fact in known_facts(caseload, student_id)]
    return about | {key: objects(what, sources) for key, what in _TABLES.items()} | {"known_well": known}


def _line(line: Summary) -> tuple[str, ...]:
    stage = f"{line.stage.label}, {_ago(line.stage_age)}" if line.stage else ""
    pact = f"{line.pact.called} ({line.pact.status.label})" if line.pact else ""
    promise = line.promises[0] if line.promises else None
    due = f", {promise.due_on}" if promise and promise.due_on else ""
    return (
        line.name, line.student.grade, stage, _since(line.contact, line.as_of), _since(line.one_to_one, line.as_of), pact,
        promise.text + due if promise else "",
    )  # fmt: skip


def _card(caseload: Caseload, line: Summary) -> Iterator[str]:
    student = line.student
    pronouns = student.pronouns and f"{student.pronouns} ({student.pronouns_scope.label})"
    about = filter(None, [pronouns, student.grade and f"grade {student.grade}", student.status.label])
    yield f"{line.name} [{student.id}]"
    yield "  " + " · ".join(about)
    yield f"  any contact: {_clock(line.contact, line.as_of)}   one-to-one: {_clock(line.one_to_one, line.as_of)}"
    yield from (f"  {told}" for told in partnership_lines(caseload, line))
    if line.pact:
        met = f"{line.pact.success_met} of {len(line.pact.success_evidence)} met"
        yield f"  pact: {line.pact.learning_target} ({line.pact.status.label}, {met})"
    yield from (f"  {told}" for told in learned_lines(caseload, student.id))
    for promise in line.promises:
        yield f"  I promised: {promise.text}{f', {promise.due_on}' if promise.due_on else ''} [{promise.id}]"
    for check_in in reversed(caseload.store.check_ins_of(student.id)[-LAST:]):
        yield f"{check_in.happened_on}  {_told(check_in)}"


def _told(check_in: CheckIn) -> str:
    kind = check_in.kind.label if check_in.contact_made else f"{check_in.kind.label}, not reached"
    return f"{kind}  {' ↵ '.join(check_in.line.splitlines())}".rstrip()


def _clock(clock: Clock, as_of: date) -> str:
    return clock.word.label if clock.age is None else f"{_since(clock, as_of)}, {clock.word.label}"


def _since(clock: Clock, as_of: date) -> str:
    return "today" if clock.last_on == as_of else _ago(clock.age)


def _ago(days: int | None) -> str:
    return "–" if days is None else f"{days} d"
