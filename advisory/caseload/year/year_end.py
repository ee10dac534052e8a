"""What is still open at the end of a school year, step by step.

It is derived from the records, so the advisor can leave it and come back to it.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeVar

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.leaving import leaving_of
from advisory.model import (
    CheckIn,
    DefensePlan,
    ExportLog,
    FollowUp,
    Pact,
    Partnership,
    Record,
    Student,
    Term,
    TransitionNote,
)
from advisory.model.words import PactStatus, Status
from advisory.rules.days.school_days import Span
from advisory.rules.days.uncovered import year_span
from advisory.rules.leaving.leaving import Leaving
from advisory.rules.leaving.preview import Choice
from advisory.rules.names.uncovered import Uncovered
from advisory.rules.overview.summary import first_due_first
from advisory.rules.pact.life import AGREED_STATES, NOT_YET_AGREED
from advisory.rules.partnership.new_year import goes_on_as
from advisory.rules.year_end.ending_year import ending_year, first_day, terms_of, year_words
from advisory.rules.year_end.kept import Kept, YearCounts, is_of_year, year_counts
from advisory.rules.year_end.pact_ending import Proposal, is_settled, propose_ending
from advisory.rules.year_end.steps import YearStep
from advisory.rules.year_end.who_leaves import last_grades, may_graduate

R = TypeVar("R", bound=Record)


class OpenPact(NamedTuple):
    """A pact that was agreed to and is not over, and how it could end."""

    pact: Pact
    proposal: Proposal


class Leaver(NamedTuple):
    """A student who is here, and whether their grade is one that graduates."""

    student: Student
    may_graduate: bool


class YearEnd:
    """The end of one school year, as of a day. Each list is derived when it is first asked for."""

    def __init__(self, caseload: Caseload) -> None:
        self._caseload, self._today = caseload, caseload.today
        terms = caseload.store.all(Term)
        self.year = ending_year(terms, self._today)
        self.next_year_on: date = first_day(terms, self.year + 1)
        """The first day of the new year; until its terms are entered, that of September."""
        self.new_terms: list[Term] = terms_of(terms, self.year + 1)

    @property
    def words(self) -> str:
        """`2026-27`."""
        return year_words(self.year)

    @property
    def span(self) -> Span:
        """The days of the year that ends."""
        return year_span(self.year)

    @cached_property
    def pacts(self) -> list[OpenPact]:
        """The pacts to settle, by student; `settled_pacts` are those that are paused or end next year."""
        return [OpenPact(pact, self.proposal(pact)) for pact in self._of_everybody_here(Pact, self._is_open)]

    def proposal(self, pact: Pact) -> Proposal:
        """How a pact could end with the year."""
        student = self._caseload.store.need(Student, pact.student)
        is_leaving = may_graduate(student, self._grades)
        return propose_ending(pact, self._today, self.next_year_on, is_leaving=is_leaving)

    @cached_property
    def settled_pacts(self) -> list[Pact]:
        """The pacts that need nothing now."""
        return self._of_everybody_here(
            Pact, lambda pact: pact.status in AGREED_STATES and is_settled(pact, self.next_year_on)
        )

    @cached_property
    def promises(self) -> list[FollowUp]:
        """The advisor's open promises that are not for the new year, the first due first."""
        return first_due_first(one for one in self._open_promises if one.is_mine)

    @cached_property
    def promises_of_others(self) -> list[FollowUp]:
        """What others promised and is not for the new year."""
        return first_due_first(one for one in self._open_promises if not one.is_mine)

    @cached_property
    def carried_on(self) -> list[FollowUp]:
        """The open promises for the new year."""
        return first_due_first(
            self._of_everybody_here(FollowUp, lambda one: one.is_open and self._is_for_new_year(one))
        )

    @property
    def jots(self) -> list[CheckIn]:
        """The notes to finish."""
        return self._caseload.jots

    @cached_property
    def pacts_not_agreed(self) -> list[Pact]:
        """Drafts and proposals."""
        return self._of_everybody_here(Pact, lambda pact: pact.status in NOT_YET_AGREED)

    @cached_property
    def defenses(self) -> list[DefensePlan]:
        """The plans of the year without an outcome, by day."""
        last = self.span.ends_on
        found = self._of_everybody_here(DefensePlan, lambda plan: not plan.is_over and plan.held_on <= last)
        return sorted(found, key=lambda plan: (plan.held_on, plan.id))

    @cached_property
    def leavers(self) -> list[Leaver]:
        """Every current student, those who may graduate first."""
        grades = self._grades
        everybody = (Leaver(student, may_graduate(student, grades)) for student in self._caseload.students)
        return sorted(everybody, key=lambda one: not one.may_graduate)

    @cached_property
    def have_left(self) -> list[Student]:
        """Who left during the year or since, by name."""
        begins_on = self.span.starts_on
        return [one for one in self._caseload.everyone if not one.is_current and (one.left_on or date.min) >= begins_on]

    @cached_property
    def notes_missing(self) -> list[Student]:
        """Who went to somebody else without a note for their next advisor; graduates go to nobody."""
        begins_on = self.span.starts_on
        return [
            student
            for student in self.have_left
            if student.status is not Status.GRADUATED
            and not any(
                note.written_on >= begins_on for note in self._caseload.store.of_student(TransitionNote, student.id)
            )
        ]

    @cached_property
    def kept(self) -> dict[Kept, ExportLog]:
        """What the school has been given of this year, with its latest share; one whose file was deleted from here doesn't count."""
        found = {log.what: log for log in self._caseload.store.all(ExportLog) if log.file_deleted_on is None}
        return {one: found[one.called(self.year)] for one in Kept if one.called(self.year) in found}

    @property
    def of_the_year(self) -> list[Student]:
        """Who was here in the year: who is here, and who left."""
        return [*self._caseload.students, *self.have_left]

    def counts(self) -> list[YearCounts]:
        """What there was with each student of the year, in numbers."""
        store = self._caseload.store
        return [
            year_counts(student, store.check_ins_of(student.id), store.of_student(Pact, student.id), self.span)
            for student in self.of_the_year
        ]

    def leaving(self, what: Kept, uncovered: Uncovered, choice: Choice) -> Leaving:
        """What the school may keep: the pacts of the year as staff may read them, or no words at all."""
        gone = leaving_of(
            self._caseload,
            [student.id for student in self.of_the_year],
            what.audience,
            uncovered,
            kinds=(Pact,) if what is Kept.PACTS else (),
            included=choice.included,
            instead=choice.instead,
        )
        return gone._replace(
            records=tuple(one for one in gone.records if not isinstance(one, Pact) or is_of_year(one, self.span))
        )

    @cached_property
    def to_go_on(self) -> list[Student]:
        """The current students whose partnership has not been carried into the new year as it stands now."""
        return [
            student
            for student in self._caseload.students
            if goes_on_as(self._caseload.store.of_student(Partnership, student.id), self.year, self._today) is not None
        ]

    def open_in(self, step: YearStep, drafts: int = 0) -> int:
        """How much is open in a step. `drafts` are the texts that were never saved."""
        match step:
            case YearStep.PACTS:
                return len(self.pacts)
            case YearStep.PROMISES:
                return len(self.promises) + len(self.promises_of_others)
            case YearStep.UNFINISHED:
                return len(self.jots) + len(self.pacts_not_agreed) + drafts
            case YearStep.DEFENSES:
                return len(self.defenses)
            case YearStep.LEAVING:
                return sum(one.may_graduate for one in self.leavers)
            case YearStep.NOTES:
                return len(self.notes_missing)
            case YearStep.SCHOOL:
                return len(Kept) - len(self.kept)
            case YearStep.NEW_YEAR:
                return int(not self.new_terms) + int(bool(self.to_go_on))
            case _:
                return 0

    @cached_property
    def _grades(self) -> frozenset[str]:
        return last_grades(self._caseload.everyone)

    def _is_open(self, pact: Pact) -> bool:
        if pact.status is not PactStatus.ACTIVE:
            return False
        return not is_settled(pact, self.next_year_on)

    def _is_for_new_year(self, promise: FollowUp) -> bool:
        return promise.due_on is not None and promise.due_on >= self.next_year_on

    @property
    def _open_promises(self) -> Iterable[FollowUp]:
        return self._of_everybody_here(FollowUp, lambda one: one.is_open and not self._is_for_new_year(one))

    def _of_everybody_here(self, kind: type[R], is_wanted: Callable[[R], bool]) -> list[R]:
        """The records of those who are here, by student."""
        store = self._caseload.store
        return [
            one for student in self._caseload.students for one in store.of_student(kind, student.id) if is_wanted(one)
        ]
