"""A summary of each student, derived again only where something changed."""

from datetime import date
from typing import NamedTuple

from advisory.model import DefensePlan, Evidence, FollowUp, Indicator, KnownWell, Pact, Partnership, Student
from advisory.rules.days.interval import USUAL, UsualIntervals
from advisory.rules.days.school_days import Calendar
from advisory.rules.overview.summary import StudentFile, Summary, summarize
from advisory.rules.partnership.signs import SIGN, Catalogue
from advisory.store import Store

from .people import People
from .seen import SeenOnes, glimpses_of_all


class Basis(NamedTuple):
    """What every summary is derived from, besides the student's own records and leaves."""

    days: Calendar
    intervals: UsualIntervals
    catalogue: Catalogue


class Summaries:
    """The summaries as of a day. Whoever refreshes them says of whom something changed since."""

    def __init__(self, store: Store, people: People) -> None:
        self._store, self._people = store, people
        self._glimpses = glimpses_of_all(store)
        self._calendar, self._today = Calendar(), date.min
        self._basis = Basis(self._calendar, USUAL, SIGN)
        self._names = people.names
        self._lines: dict[str, tuple[tuple[str, str], Summary]]
        """Student id → the names in the summary, and the summary; without those of whom something changed."""
        self._current: list[Summary] | None
        self._places: dict[str, int]
        """Student id → the place in the list of the current students."""
        self._stale: set[str] = set()
        """Whose summaries in that list are to be derived again."""

    def refresh(self, basis: Basis, calendar: Calendar, today: date, touched: set[str] | None) -> None:
        """Note what changed: something of the students `touched`, or of anybody where that is None.

        The calendar is the days of the basis, with the students' leaves.
        """
        if touched is None or basis != self._basis:
            self._lines, self._current = {}, None
        else:
            self._stale |= touched
            for student_id in touched:
                self._lines.pop(student_id, None)
        if self._people.names is not self._names:
            self._current = None
        self._basis, self._calendar, self._today, self._names = basis, calendar, today, self._people.names

    @property
    def current(self) -> list[Summary]:
        """One of each current student, in their order. The list of before stays as it was."""
        if self._current is None:
            self._current = [self.of(student.id) for student in self._people.current]
            self._places = {student.id: at for at, student in enumerate(self._people.current)}
        elif changed := self._stale & self._places.keys():
            self._current = self._current.copy()
            for student_id in changed:
                self._current[self._places[student_id]] = self.of(student_id)
        self._stale.clear()
        return self._current

    def of(self, student_id: str) -> Summary:
        """One student's."""
        store, people = self._store, self._people
        names = people.names.get(student_id, ""), people.shorts.get(student_id, "")
        before, line = self._lines.get(student_id, (None, None))
        if line is None or before != names:
            student = store.need(Student, student_id)
            file = StudentFile(
                student=student,
                check_ins=SeenOnes(self._glimpses, store.check_in_keys_of(student_id)),
                partnerships=store.of_student(Partnership, student_id),
                indicators=store.of_student(Indicator, student_id),
                pacts=store.of_student(Pact, student_id),
                evidence=store.of_student(Evidence, student_id),
                follow_ups=store.of_student(FollowUp, student_id),
                known_well=store.of_student(KnownWell, student_id),
                defenses=store.of_student(DefensePlan, student_id),
            )
            line = summarize(file, *names, self._calendar, self._today, self._basis.intervals, self._basis.catalogue)
            self._lines[student_id] = names, line
        return line
