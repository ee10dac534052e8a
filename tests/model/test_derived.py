"""What a record says of itself, derived from its fields."""

from datetime import UTC, date, datetime, time

from each_row import each_row
from record_case import make

from advisory.model import (
    CheckIn,
    DefensePlan,
    Evidence,
    FollowUp,
    KnownWell,
    MeetingPattern,
    Pact,
    Settings,
    Student,
    SuccessLine,
)
from advisory.model.defense_words import DefenseOutcome
from advisory.model.nouns import many
from advisory.model.words import Party, PromiseStatus, Status

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_a_pact_is_called_by_its_title_or_else_by_its_target():
    assert make(Pact, title="Argue", learning_target="argue with evidence").called == "Argue"
    assert make(Pact, title="", learning_target="argue with evidence").called == "argue with evidence"


def test_the_lines_of_success_that_are_met_are_counted():
    lines = (SuccessLine(text="one", met_on=date(2026, 11, 2)), SuccessLine(text="two"), SuccessLine(text="three"))
    assert make(Pact, success_evidence=lines).success_met == 1
    assert make(Pact, success_evidence=()).success_met == 0


def test_a_student_goes_by_the_preferred_name():
    assert make(Student, given_name="Guadalupe", family_name="Ortiz", preferred_name="Lupe").full_name == "Lupe Ortiz"
    assert make(Student, given_name="Guadalupe", family_name="Ortiz", preferred_name="").full_name == "Guadalupe Ortiz"


@each_row(
    ("status", "deleted_at", "is_current"),
    [
        (Status.ACTIVE, None, True),
        (Status.ON_LEAVE, None, True),
        (Status.TRANSFERRED, None, False),
        (Status.GRADUATED, None, False),
        (Status.ACTIVE, NOW, False),
    ],
)
def test_a_student_is_on_the_caseload_until_they_leave_or_are_deleted(status, deleted_at, is_current):
    assert make(Student, status=status, deleted_at=deleted_at).is_current is is_current


@each_row(
    ("owner", "fields", "is_open", "is_mine"),
    [
        (Party.ADVISOR, {}, True, True),
        (Party.STUDENT, {}, True, False),
        (Party.ADVISOR, {"deleted_at": NOW}, False, False),
        (Party.ADVISOR, {"status": PromiseStatus.DONE, "done_on": date(2026, 11, 23)}, False, False),
        (Party.ADVISOR, {"status": PromiseStatus.DROPPED, "dropped_why": "no longer needed"}, False, False),
    ],
)
def test_a_promise_is_open_until_it_is_done_dropped_or_deleted(owner, fields, is_open, is_mine):
    promise = make(FollowUp, owner=owner, **fields)
    assert (promise.is_open, promise.is_mine) == (is_open, is_mine)


def test_the_settings_begin_dark_and_hide_names_after_five_minutes():
    fresh = Settings()
    assert (fresh.theme, fresh.idle_shade, fresh.day_first) == ("advisory-dark", 5, False)


def test_a_plan_is_held_at_its_hour_and_over_with_an_outcome_that_is_no_postponement():
    day = date(2027, 2, 11)
    assert make(DefensePlan, held_on=day).held_at is None
    assert make(DefensePlan, held_on=day, starts=time(9)).held_at == datetime(2027, 2, 11, 9)  # noqa: DTZ001 - the school's clock
    again = {"feedback_on": day, "outcome": DefenseOutcome.DEFEND_AGAIN, "defend_again_on": day}
    plans = [
        {},
        {"outcome": DefenseOutcome.POSTPONED},
        again,
        {**again, "outcome": DefenseOutcome.PASSED, "defend_again_on": None},
    ]
    assert [make(DefensePlan, held_on=day, **fields).is_over for fields in plans] == [False, False, True, True]


def test_each_kind_is_counted_by_its_noun():
    assert [(many(kind, 1), many(kind, 1200)) for kind in (CheckIn, Evidence, KnownWell, MeetingPattern)] == [
        ("1 check-in", "1,200 check-ins"),
        ("1 piece of evidence", "1,200 pieces of evidence"),
        ("1 fact", "1,200 facts"),
        ("1 meeting pattern", "1,200 meeting patterns"),
    ]


def test_private_notes_are_kept_back_as_the_names_are_unless_the_advisor_chose():
    chosen = [(starts, keeps) for starts in (False, True) for keeps in (None, False, True)]
    kept = [Settings(starts_shaded=starts, collapse_private=keeps).collapses_private for starts, keeps in chosen]
    assert kept == [False, False, True, True, False, True]
