"""What is open at the end of a year, list by list, and how much of it each step counts."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from added import add
from record_case import ticking

from advisory.caseload.caseload import Caseload
from advisory.caseload.year.year_end import OpenPact, YearEnd
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
from advisory.model.defense_words import DefenseOutcome
from advisory.model.words import CheckInState, Kind, PactOutcome, PactStatus, Party, PromiseStatus, Status, Visibility
from advisory.rules.leaving.preview import Choice
from advisory.rules.year_end.kept import Kept
from advisory.rules.year_end.pact_ending import PactEnding, Proposal
from advisory.rules.year_end.steps import STEPS
from advisory.store import Store

JUNE, NEXT, DAY = date(2027, 6, 11), date(2027, 9, 1), timedelta(days=1)
FIRST, LAST = date(2026, 8, 1), date(2027, 7, 31)
"""The first and the last day of the school year that ends."""


@pytest.fixture
def june(tmp_path: Path) -> Iterator[Caseload]:
    """An empty caseload in June."""
    store = Store.open(tmp_path / "home")
    yield Caseload(store, today=lambda: JUNE, now=ticking())
    store.close()


def student(caseload: Caseload, given: str, **fields: object) -> Student:
    return add(caseload, Student, given_name=given, family_name="Okafor", **fields)


def ids(records: list[Record]) -> list[str]:
    return [one.id for one in records]


def test_nothing_is_open_where_nothing_is_written_but_what_the_school_keeps_and_the_new_terms(june: Caseload) -> None:
    end = YearEnd(june)
    assert (end.year, end.words, end.next_year_on, tuple(end.span)) == (2026, "2026-27", NEXT, (FIRST, LAST))
    assert [end.open_in(step) for step in STEPS] == [0, 0, 0, 0, 0, 0, 2, 1, 0]
    assert [end.open_in(step, drafts=3) for step in STEPS] == [0, 0, 3, 0, 0, 0, 2, 1, 0]


def test_a_pact_is_to_settle_while_it_runs_and_settled_once_it_pauses_or_ends_next_year(june: Caseload) -> None:
    maya, kai = student(june, "Maya"), student(june, "Kai", grade="12")
    gone = student(june, "Ana", status=Status.TRANSFERRED, left_on=JUNE)

    def pact(whose: Student, status: PactStatus, **fields: object) -> Pact:
        return add(june, Pact, student=whose.id, status=status, **fields)

    now = pact(maya, PactStatus.ACTIVE, start_on=JUNE)
    later = pact(maya, PactStatus.ACTIVE, target_on=NEXT)
    paused = pact(maya, PactStatus.PAUSED)
    draft, proposed = pact(maya, PactStatus.DRAFT), pact(maya, PactStatus.PROPOSED)
    leaving = pact(kai, PactStatus.ACTIVE, start_on=JUNE, target_on=NEXT - DAY)
    pact(maya, PactStatus.CLOSED, closed_on=JUNE, outcome=PactOutcome.MET, target_on=NEXT)
    pact(gone, PactStatus.ACTIVE)
    end = YearEnd(june)
    assert end.pacts == [
        OpenPact(leaving, Proposal(PactEnding.NOT_YET, "0 of 0 met")),
        OpenPact(now, Proposal(PactEnding.PAUSE, "0 of 0 met, begun lately")),
    ]
    assert ids(end.settled_pacts) == [later.id, paused.id]
    assert ids(end.pacts_not_agreed) == [draft.id, proposed.id]
    jot = add(june, CheckIn, student=maya.id, state=CheckInState.JOT, happened_on=JUNE)
    assert ids(YearEnd(june).jots) == [jot.id]
    assert [YearEnd(june).open_in(step, 1) for step in STEPS[:3]] == [2, 0, 4]


def test_promises_are_yours_or_of_others_or_for_the_new_year(june: Caseload) -> None:
    maya, gone = student(june, "Maya"), student(june, "Ana", status=Status.ARCHIVED, left_on=JUNE)

    def promise(owner: Party = Party.ADVISOR, due_on: date | None = None, **fields: object) -> str:
        return add(june, FollowUp, **{"student": maya.id, "owner": owner, "due_on": due_on, **fields}).id

    last, soon = promise(due_on=NEXT - DAY), promise(due_on=JUNE)
    theirs = promise(Party.STUDENT)
    carried = [promise(Party.FAMILY, NEXT + DAY), promise(due_on=NEXT)]
    promise(student=gone.id)
    for day in (JUNE, NEXT):
        promise(due_on=day, status=PromiseStatus.DONE, done_on=JUNE)
    end = YearEnd(june)
    assert (ids(end.promises), ids(end.promises_of_others)) == ([soon, last], [theirs])
    assert ids(end.carried_on) == carried[::-1]
    assert end.open_in(STEPS[1]) == 3


def test_plans_without_an_outcome_are_those_up_to_the_last_day_of_the_year(june: Caseload) -> None:
    maya = student(june, "Maya").id

    def plan(day: date, **fields: object) -> str:
        return add(june, DefensePlan, student=maya, held_on=day, starts=time(9), **fields).id

    last, put_off = plan(LAST), plan(JUNE, outcome=DefenseOutcome.POSTPONED)
    plan(LAST + DAY)
    plan(JUNE, outcome=DefenseOutcome.PASSED, feedback_on=JUNE)
    assert ids(YearEnd(june).defenses) == [put_off, last]
    assert YearEnd(june).open_in(STEPS[3]) == 2


def test_who_leaves_who_has_left_and_who_has_no_note_for_the_next_advisor(june: Caseload) -> None:
    maya, kai = student(june, "Maya", grade="10"), student(june, "Zoe", grade="11")
    moved = student(june, "Ana", status=Status.TRANSFERRED, left_on=FIRST)
    noted = student(june, "Ben", status=Status.TRANSFERRED, left_on=JUNE)
    late = student(june, "Cleo", status=Status.ARCHIVED, left_on=JUNE)
    graduated = student(june, "Dan", status=Status.GRADUATED, left_on=JUNE, grade=" 11 ")
    student(june, "Eve", status=Status.TRANSFERRED, left_on=FIRST - DAY)
    student(june, "Fay", status=Status.TRANSFERRED)
    away = student(june, "Gus", status=Status.ON_LEAVE, left_on=JUNE)
    add(june, TransitionNote, student=noted.id, written_on=FIRST)
    add(june, TransitionNote, student=late.id, written_on=FIRST - DAY)
    end = YearEnd(june)
    assert [(one.student.id, one.may_graduate) for one in end.leavers] == [
        (kai.id, True),
        (away.id, False),
        (maya.id, False),
    ]
    assert ids(end.have_left) == ids([moved, noted, late, graduated])
    assert ids(end.notes_missing) == ids([moved, late])
    assert ids(end.of_the_year) == ids([away, maya, kai, moved, noted, late, graduated])
    assert [end.open_in(step) for step in STEPS[4:6]] == [1, 2]


def test_what_the_school_keeps_is_known_by_the_log_as_long_as_its_file_is_there(june: Caseload) -> None:
    first, second = (add(june, ExportLog, what=Kept.PACTS.called(2026), given_on=JUNE) for _ in range(2))
    assert first.id != second.id
    add(june, ExportLog, what=Kept.COUNTS.called(2026), given_on=JUNE, file_deleted_on=JUNE)
    add(june, ExportLog, what=Kept.COUNTS.called(2025), given_on=JUNE)
    assert YearEnd(june).kept == {Kept.PACTS: second}
    assert YearEnd(june).open_in(STEPS[6]) == 1


def test_a_partnership_goes_on_into_the_year_whose_terms_are_to_be_entered(june: Caseload) -> None:
    maya, _ = student(june, "Maya"), student(june, "Kai")
    add(june, Partnership, student=maya.id, school_year=2026)
    assert ids(YearEnd(june).to_go_on) == [maya.id]
    assert YearEnd(june).open_in(STEPS[7]) == 2
    term = add(june, Term, starts_on=date(2027, 8, 30), ends_on=date(2027, 12, 17))
    end = YearEnd(june)
    assert (end.next_year_on, end.new_terms, end.open_in(STEPS[7])) == (term.starts_on, [term], 1)


def test_the_school_gets_counts_and_the_pacts_of_the_year_and_nothing_else(june: Caseload) -> None:
    maya = student(june, "Maya")
    signed = {"student": maya.id, "status": PactStatus.CLOSED, "start_on": FIRST - 9 * DAY}
    add(june, Pact, **signed, closed_on=FIRST - DAY)
    pact = add(june, Pact, **signed, closed_on=FIRST)
    add(june, CheckIn, student=maya.id, happened_on=LAST, visibility=Visibility.STAFF)
    add(june, CheckIn, student=maya.id, happened_on=FIRST - DAY, kind=Kind.QUICK_TOUCH)
    end = YearEnd(june)
    (counted,) = end.counts()
    assert (counted.student, counted.contacts, counted.one_to_ones) == (maya, 1, 1)
    assert [one.id for one in end.leaving(Kept.PACTS, {}, Choice()).records] == [maya.id, pact.id]
    assert [one.id for one in end.leaving(Kept.COUNTS, {}, Choice()).records] == [maya.id]
