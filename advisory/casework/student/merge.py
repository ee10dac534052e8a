"""Make one student of two records of the same student."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.caseload.trash import counted
from advisory.model import CheckIn, DefensePlan, ExportLog, Pact, Partnership, Record, StageMove, Student
from advisory.model.day_order import show_day
from advisory.model.nouns import many
from advisory.model.reference import REFERENCES
from advisory.model.words import PactStatus
from advisory.rules.refusal import Refusal
from advisory.rules.season.plan_life import is_upcoming
from advisory.store import Change

from .joined import joined

R = TypeVar("R", bound=Record)


def merge_students(caseload: Caseload, kept_id: str, other_id: str) -> Student:
    """Give everything of the student `other_id` to the student `kept_id`, and move the other record to the trash.

    One change, which one undo takes back. What was deleted of the other goes along and stays in the trash. What both
    records have stays as the kept one has it; of two partnerships in a year the one that moved last stays. Refuses a merge
    with oneself, two active pacts, and two days ahead of one type.
    """
    with caseload.store.change("Students merged", caseload.now()) as change:
        kept, other = change.need(Student, kept_id), change.need(Student, other_id)
        _refuse(caseload, kept, other)
        deleted = list(_deleted(caseload, other.id))
        for twice in _written_twice(caseload, kept, other):
            change.remove(twice)
        _join_partnerships(caseload, change, kept, other)
        for kind in REFERENCES:
            for record in change.of_student(kind, other.id):
                change.put(replace(record, student=kept.id))
        for record in deleted:
            change.put(replace(change.need(type(record), record.id), student=kept.id))
        for log in change.all(ExportLog):
            students = (kept.id if one == other.id else one for one in log.students)
            change.put(replace(log, students=tuple(dict.fromkeys(students))))
        change.remove(other)
        return change.put(replace(kept, **joined(kept, other).fields))


def merge_lines(caseload: Caseload, kept_id: str, other_id: str) -> list[str]:
    """What `merge_students` would do with these two, in sentences. Refuses what it refuses."""
    store = caseload.store
    kept, other = store.need(Student, kept_id), store.need(Student, other_id)
    _refuse(caseload, kept, other)
    ours, theirs = caseload.names[kept.id], caseload.names[other.id]
    counts = {kind: len(store.of_student(kind, other.id)) for kind in REFERENCES}
    given = [many(kind, count) for kind, count in counts.items() if count]
    deleted, both = list(_deleted(caseload, other.id)), joined(kept, other)
    twice = len(list(_written_twice(caseload, kept, other)))
    same = "line of a group entry that says" if twice == 1 else "lines of group entries that say"
    lines = [
        f"{ours} stays, with everything of {theirs}: {', '.join(given) or 'nothing is written there yet'}.",
        f"What was deleted goes along and stays in the trash: {counted(deleted)}." if deleted else "",
        f"Filled in from {theirs}: {', '.join(both.taken)}." if both.taken else "",
        f"Left out, because {ours} has another: {', '.join(both.left_out)}." if both.left_out else "",
        f"{twice} {same} the same about both go{'es' if twice == 1 else ''} to the trash." if twice else "",
        f"{ours} is in the caseload again, as {theirs} is." if other.is_current and not kept.is_current else "",
        f"The other record, {theirs}, goes to the trash. One undo separates them again.",
    ]
    return list(filter(None, lines))


def refuse_drafted(caseload: Caseload, other_id: str, drafted: Iterable[str]) -> None:
    """Refuse while something typed about the other record isn't saved; `drafted` are the ids that drafts are about."""
    if other_id in drafted:
        raise Refusal(
            f"Something you typed about {caseload.names[other_id]} isn't saved yet. Save or discard it first: Today lists it."
        )


def _refuse(caseload: Caseload, kept: Student, other: Student) -> None:
    store, today = caseload.store, caseload.today
    if kept.id == other.id:
        raise Refusal(f"{kept.full_name} is one record already. Name two.")
    if gone := [one for one in (kept, other) if one.deleted_at is not None]:
        raise Refusal(f"{gone[0].full_name} is in the trash. Bring them back first.")
    if all(_has_active(store.of_student(Pact, one.id)) for one in (kept, other)):
        raise Refusal(f"Both records of {kept.full_name} have an active pact. Pause or close one of them first.")
    ahead = [
        {plan.type: plan for plan in store.of_student(DefensePlan, one.id) if is_upcoming(plan, today)}
        for one in (kept, other)
    ]
    for kind in ahead[0].keys() & ahead[1].keys():
        days = " and ".join(show_day(plans[kind].held_on, weekday=True) for plans in ahead)
        raise Refusal(
            f"Both records of {kept.full_name} have a {kind.label} ahead: {days}. Delete one of the two plans first."
        )


def _has_active(pacts: Sequence[Pact]) -> bool:
    return any(pact.status is PactStatus.ACTIVE for pact in pacts)


def _deleted(caseload: Caseload, student_id: str) -> Iterator[Record]:
    for kind in REFERENCES:
        yield from _in_trash(caseload, kind, student_id)


def _in_trash(caseload: Caseload, kind: type[R], student_id: str) -> list[R]:
    return [one for one in caseload.store.trash(kind) if getattr(one, "student", "") == student_id]


def _written_twice(caseload: Caseload, kept: Student, other: Student) -> Iterator[CheckIn]:
    """The other record's check-ins of group entries that say the same about both, unless a record refers to one."""
    store = caseload.store
    ours = [_words(one) for one in store.check_ins_of(kept.id) if one.group]
    same = [one for one in store.check_ins_of(other.id) if _words(one) in ours]
    if same:
        named = {held for kind, fields in REFERENCES.items() for one in store.all(kind) for held in _held(one, fields)}
        yield from (one for one in same if one.id not in named)


def _held(record: Record, fields: Sequence[str] | dict[str, Any]) -> Iterator[str]:
    for field in fields:
        if field != "group":
            held = getattr(record, field)
            yield from (held,) if isinstance(held, str) else held


def _words(check_in: CheckIn) -> CheckIn:
    """A check-in without the fields in which those of one entry differ."""
    at = check_in.created_at
    return replace(check_in, id="", student="-", updated_at=at)


def _join_partnerships(caseload: Caseload, change: Change, kept: Student, other: Student) -> None:
    """Let one partnership a year stay, with the moves and the next steps of both."""
    by_year = {one.school_year: one for one in change.of_student(Partnership, kept.id)}
    moves = [*change.of_student(StageMove, kept.id), *change.of_student(StageMove, other.id)]
    for theirs in change.of_student(Partnership, other.id):
        ours = by_year.get(theirs.school_year)
        if ours is None:
            continue
        fields: dict[str, Any] = {
            "next_step": "; ".join(dict.fromkeys(filter(None, (ours.next_step, theirs.next_step))))
        }
        if _last_moved(moves, theirs) > _last_moved(moves, ours):
            fields |= {field: getattr(theirs, field) for field in ("stage", "entered_on")}
        change.put(replace(ours, **fields))
        for move in (*moves, *_in_trash(caseload, StageMove, other.id)):
            if move.partnership == theirs.id:
                change.put(replace(move, partnership=ours.id))
        change.remove(theirs)


def _last_moved(moves: Sequence[StageMove], partnership: Partnership) -> tuple[str, str]:
    """The day and the id of the partnership's last move, to compare; both "" if it never moved."""
    made = ((move.moved_on.isoformat(), move.id) for move in moves if move.partnership == partnership.id)
    return max(made, default=("", ""))
