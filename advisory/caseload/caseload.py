"""The caseload as of a day: its students, their names, and a summary of each."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from functools import cached_property
from typing import TYPE_CHECKING

from advisory.model import (
    CatalogueSign,
    CheckIn,
    Intervals,
    Leave,
    MeetingPattern,
    NoSchoolDay,
    Student,
    Term,
)
from advisory.rules.days.interval import UsualIntervals, usual_intervals
from advisory.rules.days.open_leave import open_leave
from advisory.rules.days.period import minutes_left, next_period_on, period_at
from advisory.rules.days.school_days import Calendar, Span
from advisory.rules.next.suggestion import Suggestion
from advisory.rules.overview.summary import Summary
from advisory.rules.partnership.signs import Catalogue, catalogue_of
from advisory.store import Mark, Store

from .people import People
from .records import Records
from .summaries import Basis, Summaries

if TYPE_CHECKING:
    from advisory.rules.family.good_word import HomeWord
    from advisory.rules.next.plan import Planned
    from advisory.rules.next.round import Round
    from advisory.rules.overview.time_given import TimeGiven

    from .everything import Everything
    from .home_words import HomeWords
    from .rounds import Rounds
    from .suggestions import Suggesting
    from .tags import Tags


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Caseload(Records):
    """What the screens, the command line and the casework read, refreshed when the store or the day changes."""

    def __init__(
        self,
        store: Store,
        *,
        today: Callable[[], date] = date.today,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        super().__init__(store)
        self._today = today
        self.now = now
        self._people = People()
        self._summaries = Summaries(store, self._people)
        self._as_of: tuple[int, date] | None = None
        self._mark: Mark | None = None
        self._school: tuple[list[Term], list[NoSchoolDay]] = ([], [])
        self._days = Calendar()
        # set whenever the store or the day has changed, before they are read
        self._refreshed_on: date
        self._calendar: Calendar
        self._intervals: UsualIntervals
        self._catalogue: Catalogue
        self._suggestions: list[Suggestion] | None
        self._planned: list[Planned] | None
        self._round: Round | None
        self._time_given: TimeGiven | None

    @property
    def today(self) -> date:
        """The day that ages are counted to."""
        return self._today()

    @property
    def calendar(self) -> Calendar:
        """The school days known to the store."""
        self._refresh()
        return self._calendar

    @property
    def intervals(self) -> UsualIntervals:
        """How many school days usually lie between one-to-ones."""
        self._refresh()
        return self._intervals

    @cached_property
    def tags(self) -> "Tags":
        """Which tags there are."""
        from .tags import Tags

        return Tags(self.store)

    @cached_property
    def everything(self) -> "Everything":
        """All that can be searched."""
        from .everything import Everything

        return Everything(self)

    @property
    def catalogue(self) -> Catalogue:
        """The signs to look for, by key, with the advisor's own."""
        self._refresh()
        return self._catalogue

    @property
    def students(self) -> list[Student]:
        """The current students, sorted by the name they go by."""
        self._refresh()
        return self._people.current

    @property
    def everyone(self) -> list[Student]:
        """All students, including those who left."""
        self._refresh()
        return self._people.everyone

    @property
    def names(self) -> dict[str, str]:
        """Student id → full name, made unique among namesakes, including those who left."""
        self._refresh()
        return self._people.names

    @property
    def shorts(self) -> Mapping[str, str]:
        """Student id → the name they go by, made unique among namesakes, including those who left."""
        self._refresh()
        return self._people.shorts

    @property
    def initials(self) -> dict[str, str]:
        """Student id → what stands for the name while names are hidden, unique among everyone."""
        self._refresh()
        return self._people.initials

    @property
    def summaries(self) -> list[Summary]:
        """A summary of each current student, in the order of `students`."""
        self._refresh()
        return self._summaries.current

    @property
    def all_summaries(self) -> list[Summary]:
        """A summary of each student, including those who left, in the order of `everyone`."""
        return [self._summaries.of(student.id) for student in self.everyone]

    def summary(self, student_id: str) -> Summary:
        """One student's summary, derived again only if the student's records or the calendar and settings changed."""
        self._refresh()
        return self._summaries.of(student_id)

    @property
    def period_minutes(self) -> list[int]:
        """The length of each meeting pattern's period in minutes."""
        return [_minutes(pattern.ends) - _minutes(pattern.starts) for pattern in self.store.all(MeetingPattern)]

    @property
    def period_left(self) -> int | None:
        """Whole minutes left of the period that is on now, by local time; None outside a period."""
        at = datetime.combine(self.today, self.now().astimezone().time())
        pattern = period_at(self.store.all(MeetingPattern), self.calendar, at)
        return minutes_left(pattern, at) if pattern else None

    @property
    def next_period_on(self) -> date:
        """The day of the next period after today."""
        return next_period_on(self.store.all(MeetingPattern), self.calendar, self.today)

    @property
    def suggestions(self) -> list[Suggestion]:
        """Whom to see next and why, without those who are not here or were seen today."""
        lines = self.summaries
        if self._suggestions is None:
            planned = {talk.student_id for talk in self.planned if talk.on == self._refreshed_on}
            self._suggestions = self._suggesting.now(lines, self._calendar, self._refreshed_on, planned)
        return self._suggestions

    @property
    def planned(self) -> "list[Planned]":
        """The talks planned for today or later, by day; a student has at most one."""
        students = self.students
        if self._planned is None:
            from .plan import planned_talks

            self._planned = planned_talks(self.store, students, self._calendar, self._refreshed_on)
        return self._planned

    def planned_talk(self, student_id: str) -> "Planned | None":
        """The talk planned with a student; None if there is none, and once it took place or its day has passed."""
        return next((talk for talk in self.planned if talk.student_id == student_id), None)

    @property
    def round(self) -> "Round":
        """The round through everybody, from this school year's one-to-ones."""
        everyone = self.everyone
        if self._round is None:
            self._round = self._rounds.now(everyone, self._calendar, self._refreshed_on)
        return self._round

    @property
    def jots(self) -> list[CheckIn]:
        """The current students' jots, which are check-ins to finish, oldest first."""
        current = {student.id for student in self.students}
        return [jot for jot in self.store.jots() if jot.student in current]

    @property
    def time_given(self) -> "TimeGiven":
        """Who gets the advisor's time this term, among the current students."""
        students = self.students
        if self._time_given is None:
            from advisory.rules.overview.time_given import Owner, time_given

            owners = [Owner(student, self.store.check_ins_of(student.id)) for student in students]
            self._time_given = time_given(owners, self._calendar, self._refreshed_on)
        return self._time_given

    @property
    def home_words(self) -> "list[HomeWord]":
        """What went home about each current student this term; whose family waits longest for a good word comes first."""
        return self._home_words.now(self.summaries, self._calendar, self._refreshed_on)

    @cached_property
    def _suggesting(self) -> "Suggesting":
        from .suggestions import Suggesting

        return Suggesting(self.store)

    @cached_property
    def _rounds(self) -> "Rounds":
        from .rounds import Rounds

        return Rounds(self.store)

    @cached_property
    def _home_words(self) -> "HomeWords":
        from .home_words import HomeWords

        return HomeWords(self.store)

    def one(self, query: str, *, also_left: bool = False) -> Student:
        """The one student that a query fits. Refuses a query that fits nobody or several, and names those."""
        return self._people.one(query, self.everyone if also_left else self.students)

    def _refresh(self) -> None:
        as_of = (self.store.seq, self.today)
        if as_of == self._as_of:
            return
        store = self.store
        mark, touched = store.touched_since(self._mark)
        if self._as_of is None or self._as_of[1] != as_of[1]:
            touched = None
        self._refresh_calendar((store.all(Term), store.all(NoSchoolDay)), as_of[1], touched)
        self._intervals = usual_intervals(store.all(Intervals))
        self._catalogue = catalogue_of(store.all(CatalogueSign))
        self._people.refresh(store.all(Student))
        basis = Basis(self._days, self._intervals, self._catalogue)
        self._summaries.refresh(basis, self._calendar, as_of[1], touched)
        self._suggestions = self._planned = self._round = self._time_given = None
        self._as_of, self._refreshed_on, self._mark = as_of, as_of[1], mark

    def _refresh_calendar(
        self, school: tuple[list[Term], list[NoSchoolDay]], today: date, touched: set[str] | None
    ) -> None:
        """Count the school days again only if the calendar changed, and look up leaves only of students of whom something did."""
        if school != self._school or touched is None:
            self._school, self._days = school, self._days if school == self._school else Calendar(*school)
            self._calendar = self._days.with_leaves_of(lambda student_id: self._leaves_of(student_id, today))
        elif touched:
            self._calendar = self._calendar.without_leaves_of(touched)

    def _leaves_of(self, student_id: str, today: date) -> Sequence[Leave | Span]:
        """A student's leaves, with the one that is still on as of today."""
        return (*self.store.of_student(Leave, student_id), *open_leave(self.store.get(Student, student_id), today))


def _minutes(wall: time) -> int:
    return wall.hour * 60 + wall.minute
