"""Suggest whom to see next, from the summaries of the students and the latest check-ins."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from heapq import nlargest
from itertools import islice

from advisory.model import CheckIn
from advisory.model.words import Status
from advisory.rules.days.clocks import ClockWord
from advisory.rules.days.school_days import Calendar
from advisory.rules.next.passed_over import VISITS_LOOKED_AT, LastSeen, Visit, passed_over
from advisory.rules.next.suggestion import Suggestion
from advisory.rules.next.who_next import Candidate, who_next
from advisory.rules.overview.summary import Summary
from advisory.store import Store


class Suggesting:
    """Suggests whom to see next. A student whose summary is the one of the last time isn't looked at again."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._students: list[str] = []
        self._planned: Collection[str] = ()
        self._lines: Sequence[Summary | None] = ()
        """The summaries of these students at the last time."""
        self._candidates: dict[str, Candidate] = {}
        """Student id → what was made of the summary, in the order of the students."""
        self._last_seen: dict[str, LastSeen] = {}
        """Student id → the days of the last one-to-one and contact, without those on leave, in no particular order."""

    def now(
        self, lines: Sequence[Summary], calendar: Calendar, today: date, planned: Collection[str] = ()
    ) -> list[Suggestion]:
        """Suggestions among these students, in the summer only for what is due; `planned` are those planned for today.

        A planned talk waits for a one-to-one: whoever was only greeted, or was in a group, is still suggested. How
        often somebody was passed over is counted in this term only.
        """
        self._look_at(lines, planned)
        visits = _visits(self._store, _seen_lately(self._last_seen), calendar.term_at(today).starts_on, today)
        passed = passed_over(list(islice(visits, VISITS_LOOKED_AT)), self._last_seen, calendar)
        suggested = who_next(self._candidates.values(), today=today, passed_over=passed)
        return [one for one in suggested if _is_due(one)] if calendar.is_summer(today) else suggested

    def _look_at(self, lines: Sequence[Summary], planned: Collection[str]) -> None:
        """Take over the summaries; only those that are new, and students put on the plan or taken off it, are looked at."""
        students = [line.student.id for line in lines]
        if students != self._students:
            self._students, self._lines = students, [None] * len(lines)
            self._candidates, self._last_seen = {}, {}
        other_plan = {*planned} ^ {*self._planned}
        for student_id, line, before in zip(students, lines, self._lines, strict=True):
            if line is before and student_id not in other_plan:
                continue
            self._candidates[student_id] = _candidate(line, is_planned=student_id in planned)
            if line.student.status is Status.ON_LEAVE:
                self._last_seen.pop(student_id, None)
            else:
                self._last_seen[student_id] = LastSeen(line.last_one_to_one_on, line.last_contact_on)
        self._lines, self._planned = lines, planned


def _is_due(one: Suggestion) -> bool:
    """Whether something is due by its day, which it is in the summer as well, when nobody waits."""
    return bool(one.promise or one.review or one.defense)


def _candidate(line: Summary, *, is_planned: bool) -> Candidate:
    return Candidate(
        line.student.id,
        line.one_to_one_age,
        line.interval,
        is_new_term=line.one_to_one.word is ClockWord.NOT_YET,
        promise=line.promises[0] if line.promises else None,
        review=line.review,
        defense=line.defense_soon,
        facets=line.facets_known,
        planned=is_planned,
        seen_today=line.last_contact_on == line.as_of and not is_planned,
        not_here=line.not_here,
    )


def _seen_lately(last_seen: Mapping[str, LastSeen]) -> list[str]:
    """The ids of those with the latest one-to-ones; the visits to look at are all theirs."""
    days = {student_id: seen.one_to_one_on for student_id, seen in last_seen.items() if seen.one_to_one_on}
    latest = nlargest(VISITS_LOOKED_AT, days.values())
    return [student_id for student_id, on in days.items() if on >= latest[-1]]


def _visits(store: Store, students: Collection[str], since: date, today: date) -> Iterator[Visit]:
    """The one-to-ones with these students from `since` to `today`, newest first; several on one day count once."""
    counted: set[tuple[str, date]] = set()
    for check_in in store.recent_check_ins(students):
        student_id, on = check_in.student, check_in.happened_on
        if on < since:
            return
        if on > today or not check_in.counts_one_to_one or (student_id, on) in counted:
            continue
        counted.add((student_id, on))
        yield Visit(student_id, on, _one_to_one_before(store.check_ins_of(student_id), on))


def _one_to_one_before(check_ins: Sequence[CheckIn], day: date) -> date | None:
    earlier = (c.happened_on for c in reversed(check_ins) if c.counts_one_to_one and c.happened_on < day)
    return next(earlier, None)
