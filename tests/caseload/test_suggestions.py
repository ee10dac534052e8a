"""Who is next, from what the store holds: told once for each change and day, and without reading years of notes."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace
from record_case import NOW, TODAY

from advisory.caseload import suggestions as suggestions_module
from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.defense.plan import plan_defense
from advisory.casework.plan.plan_talk import plan_talk
from advisory.casework.promise.keep import keep_promise
from advisory.casework.promise.make import make_promise
from advisory.casework.student.add import add_student
from advisory.casework.student.archive import archive_student
from advisory.casework.student.edit import edit_student
from advisory.model import CheckIn, KnownWell, Leave, NoSchoolDay, Pact, Term
from advisory.model.words import Facet, Kind, LearnedHow, PactStatus, Status, Visibility
from advisory.rules.next.passed_over import Visit
from advisory.rules.next.suggestion import Reason, reason_words

NAMES = ("Amina", "Ben", "Chloe", "Diego")


@pytest.fixture
def ids(caseload) -> list[str]:
    """Four students, in the order of their names; a one-to-one with each, the longest ago with the last."""
    made = [add_student(caseload, given_name=name, family_name="Reed").id for name in NAMES]
    for away, student_id in enumerate(made, 4):
        see(caseload, student_id, TODAY - timedelta(days=away))
    return made


def see(caseload: Caseload, student_id: str, on: date = TODAY, kind: Kind = Kind.ONE_TO_ONE) -> CheckIn:
    return record_check_in(caseload, student_id, "x", kind=kind, happened_on=on)


def add(caseload: Caseload, kind, **fields) -> None:
    with caseload.store.change("x", NOW) as change:
        change.add(kind, **fields)


def up(caseload: Caseload) -> list[str]:
    """The given names, in the order suggested."""
    return [caseload.summary(one.student_id).student.given_name for one in caseload.suggestions]


def why(caseload: Caseload, student_id: str) -> Reason:
    return next(one.reason for one in caseload.suggestions if one.student_id == student_id)


def test_an_empty_caseload_suggests_nobody(caseload):
    assert caseload.suggestions == []


@pytest.mark.usefixtures("ids")
def test_whose_one_to_one_is_the_longest_ago_comes_first(caseload):
    assert up(caseload) == ["Diego", "Chloe", "Ben", "Amina"]


def test_a_promise_counts_from_the_day_it_is_due_until_it_is_kept(caseload, ids):
    make_promise(caseload, ids[0], "lab notes", due_on=TODAY + timedelta(days=1))
    assert up(caseload)[0] == "Diego"
    make_promise(caseload, ids[1], "the other book", due_on=TODAY + timedelta(days=1))
    promise = make_promise(caseload, ids[1], "lab notes", due_on=TODAY)
    assert up(caseload)[0] == "Ben"
    assert caseload.suggestions[0].promise == promise
    keep_promise(caseload, promise.id)
    assert up(caseload)[0] == "Diego"


def test_the_review_of_an_active_pact_counts_the_one_that_waits_longest_first(caseload, ids):
    common = {"student": ids[0], "learning_target": "x"}
    add(caseload, Pact, status=PactStatus.PAUSED, next_review_on=TODAY, **common)
    assert why(caseload, ids[0]) is Reason.ROUTINE
    add(caseload, Pact, status=PactStatus.ACTIVE, next_review_on=TODAY - timedelta(days=1), **common)
    add(caseload, Pact, status=PactStatus.ACTIVE, next_review_on=TODAY, **common)
    assert (why(caseload, ids[0]), up(caseload)[0]) == (Reason.REVIEW, "Amina")
    assert caseload.suggestions[0].review.next_review_on == TODAY - timedelta(days=1)


def test_those_of_whom_less_is_known_this_year_come_first(caseload, ids):
    for student_id in ids:
        see(caseload, student_id, TODAY - timedelta(days=1))
    for number, (facet, on) in enumerate(
        [(Facet.HOPES, TODAY), (Facet.HOPES, TODAY), (Facet.PEERS, date(2026, 5, 1)), (Facet.SKILLS, date(2027, 1, 1))]
    ):
        add(caseload, KnownWell, student=ids[0], facet=facet, text=str(number), learned_on=on, how=LearnedHow.TOLD_ME)
    assert caseload.summary(ids[0]).facets_known == 1
    assert up(caseload) == ["Ben", "Chloe", "Diego", "Amina"]


def test_who_is_away_today_or_on_leave_altogether_drops_out(caseload, ids):
    add(caseload, Leave, student=ids[3], starts_on=TODAY, ends_on=TODAY, title="not here")
    add(caseload, Leave, student=ids[1], starts_on=TODAY - timedelta(days=1), ends_on=TODAY - timedelta(days=1))
    add_student(caseload, given_name="Zoe", family_name="Reed", status=Status.ON_LEAVE)
    assert up(caseload) == ["Chloe", "Ben", "Amina"]
    assert [line.not_here for line in caseload.summaries] == [False, False, False, True, True]


@pytest.mark.parametrize("kind", [Kind.ONE_TO_ONE, Kind.QUICK_TOUCH, Kind.SMALL_GROUP])
def test_who_was_seen_today_in_whatever_way_drops_out(caseload, ids, kind):
    see(caseload, ids[3], kind=kind)
    assert up(caseload) == ["Chloe", "Ben", "Amina"]
    caseload.store.undo(NOW)
    assert up(caseload)[0] == "Diego"


def test_an_observation_or_an_attempt_is_not_seeing(caseload, ids):
    see(caseload, ids[3], kind=Kind.OBSERVATION)
    record_check_in(caseload, ids[3], "called", kind=Kind.CONFERENCE, contact_made=False)
    assert up(caseload)[0] == "Diego"


def test_two_visits_that_passed_the_quiet_one_over_put_that_one_before_a_promise(caseload, ids):
    make_promise(caseload, ids[2], "lab notes", due_on=TODAY)
    see(caseload, ids[0])
    assert up(caseload)[0] == "Chloe"
    see(caseload, ids[1])
    assert up(caseload) == ["Diego", "Chloe"]
    assert why(caseload, ids[3]) is Reason.LONGEST


def test_two_notes_of_one_visit_are_one_visit(caseload, ids):
    make_promise(caseload, ids[2], "lab notes", due_on=TODAY)
    see(caseload, ids[0])
    see(caseload, ids[0])
    assert up(caseload)[0] == "Chloe"


def test_a_touch_passes_nobody_over(caseload, ids):
    make_promise(caseload, ids[2], "lab notes", due_on=TODAY)
    see(caseload, ids[0], kind=Kind.QUICK_TOUCH)
    see(caseload, ids[1], kind=Kind.QUICK_TOUCH)
    assert up(caseload) == ["Chloe", "Diego"]


@pytest.mark.parametrize("gone", ["away", "on leave"])
def test_who_is_away_does_not_keep_promises_waiting(caseload, ids, gone):
    eli = add_student(caseload, given_name="Eli", family_name="Reed").id
    see(caseload, eli, TODAY - timedelta(days=1))
    make_promise(caseload, eli, "lab notes", due_on=TODAY)
    see(caseload, ids[2])
    see(caseload, ids[1])
    assert up(caseload) == ["Diego", "Eli", "Amina"]
    if gone == "away":
        add(caseload, Leave, student=ids[3], starts_on=TODAY, ends_on=TODAY)
    else:
        edit_student(caseload, caseload.summary(ids[3]).student, status=Status.ON_LEAVE)
    assert up(caseload) == ["Eli", "Amina"]


def test_visits_to_those_who_left_since_are_not_looked_at(caseload, ids):
    for name in ("Zoe", "Yan"):
        left = add_student(caseload, given_name=name, family_name="Reed").id
        see(caseload, left, TODAY - timedelta(days=1))
        see(caseload, left)
        archive_student(caseload, left)
    make_promise(caseload, ids[2], "lab notes", due_on=TODAY)
    assert up(caseload)[0] == "Chloe"


def test_as_of_an_earlier_day_later_visits_are_not_looked_at(caseload, ids):
    earlier = Caseload(caseload.store, today=lambda: TODAY - timedelta(days=3), now=caseload.now)
    make_promise(earlier, ids[2], "lab notes", due_on=earlier.today)
    see(caseload, ids[0])
    see(caseload, ids[1])
    assert up(caseload) == ["Diego", "Chloe"]
    assert up(earlier) == ["Chloe", "Diego", "Ben", "Amina"]


def test_the_visits_of_a_term_are_one_to_ones_of_its_days_each_with_the_one_before_and_one_a_day(caseload, ids):
    amina, ben, *_ = ids
    first, day = TODAY - timedelta(days=5), timedelta(days=1)
    see(caseload, amina, first - 7 * day)
    see(caseload, amina, first - day, kind=Kind.QUICK_TOUCH)
    see(caseload, amina, TODAY - day, kind=Kind.QUICK_TOUCH)
    see(caseload, amina, TODAY - 4 * day)
    see(caseload, amina, TODAY)
    assert list(suggestions_module._visits(caseload.store, ids, first, TODAY - day)) == [
        Visit(amina, TODAY - 4 * day, first - 7 * day),
        Visit(ben, first, None),
    ]
    assert list(suggestions_module._visits(caseload.store, [ben], first, TODAY)) == [Visit(ben, first, None)]


def test_a_new_term_counts_anew_and_says_so(caseload, ids):
    see(caseload, ids[0], TODAY - timedelta(days=1))
    see(caseload, ids[1], TODAY - timedelta(days=1))
    make_promise(caseload, ids[0], "lab notes", due_on=TODAY)
    autumn = {"starts_on": date(2026, 8, 31), "ends_on": TODAY - timedelta(days=1)}
    add(caseload, Term, title="Autumn", **autumn)
    add(caseload, Term, title="Winter", starts_on=TODAY + timedelta(days=1), ends_on=TODAY + timedelta(weeks=10))
    assert up(caseload)[0] == "Diego"
    add(caseload, Term, title="A day", starts_on=TODAY, ends_on=TODAY)
    assert up(caseload)[0] == "Amina"
    assert why(caseload, ids[3]) is Reason.NOT_YET


def test_days_without_school_added_after_the_fact_change_the_ages(caseload, ids):
    assert {one.student_id: one.age for one in caseload.suggestions}[ids[3]] == 5
    add(caseload, NoSchoolDay, starts_on=TODAY - timedelta(days=6), ends_on=TODAY - timedelta(days=3))
    assert {one.student_id: one.age for one in caseload.suggestions}[ids[3]] == 1


def test_only_of_whom_something_changed_it_is_worked_out_anew(caseload, ids, monkeypatch):
    before, made = up(caseload), []
    candidate = suggestions_module._candidate
    monkeypatch.setattr(
        suggestions_module, "_candidate", lambda line, **of: made.append(line.student.id) or candidate(line, **of)
    )
    promise = make_promise(caseload, ids[0], "lab notes", due_on=TODAY)
    assert (up(caseload)[0], made) == ("Amina", ids[:1])
    plan_talk(caseload, ids[1], TODAY)
    see(caseload, ids[1], kind=Kind.QUICK_TOUCH)
    assert (up(caseload)[0], made) == ("Ben", ids[:2])
    caseload.store.undo(NOW)
    keep_promise(caseload, promise.id)
    caseload.store.undo(NOW)
    caseload.store.undo(NOW)
    caseload.store.undo(NOW)
    assert up(caseload) == before


def test_who_is_planned_is_asked_each_time(caseload, ids):
    suggesting, lines = suggestions_module.Suggesting(caseload.store), caseload.summaries
    for planned, first in (((), ids[3]), (ids[1:2], ids[1]), ((), ids[3])):
        assert suggesting.now(lines, caseload.calendar, TODAY, planned)[0].student_id == first


def test_it_is_told_once_for_each_change_and_day(caseload, ids):
    days = [TODAY]
    told = Caseload(caseload.store, today=lambda: days[0], now=caseload.now)
    first = told.suggestions
    assert told.suggestions is first
    see(caseload, ids[0])
    second = told.suggestions
    assert second is not first
    days[0] = TODAY + timedelta(days=1)
    assert told.suggestions is not second


def test_years_of_notes_are_not_read(caseload, ids):
    for student_id in ids:
        see(caseload, student_id, TODAY - timedelta(days=30))
    with caseload.store.change("History", NOW) as change:
        for number in range(2_000):
            change.add(
                CheckIn,
                student=ids[number % 4],
                happened_on=date(2016, 9, 1) + timedelta(days=number),
                kind=Kind.QUICK_TOUCH,
                counts_contact=True,
                counts_one_to_one=False,
                visibility=Visibility.PRIVATE,
            )
    caseload.store.shelf(CheckIn).reloaded()
    assert len(caseload.suggestions) == 4
    assert len(caseload.store.shelf(CheckIn)._records) < 50


def test_in_a_summer_without_terms_nobody_waits_but_what_is_due_is_named(caseload, ids):
    july = Caseload(caseload.store, today=lambda: date(2027, 7, 15), now=caseload.now)
    assert july.suggestions == []
    made = make_promise(caseload, ids[1], "send the reading list", due_on=date(2027, 7, 10))
    assert [(one.student_id, one.reason, one.promise) for one in july.suggestions] == [(ids[1], Reason.PROMISE, made)]
    add(caseload, Pact, student=ids[2], learning_target="x", status=PactStatus.ACTIVE, next_review_on=date(2027, 7, 12))
    plan_defense(july, ids[3], date(2027, 9, 1))
    assert {(one.student_id, one.reason) for one in july.suggestions} == {
        (ids[1], Reason.PROMISE),
        (ids[2], Reason.REVIEW),
        (ids[3], Reason.DEFENSE),
    }


def test_in_the_last_weeks_a_student_rises_and_is_due_every_three_school_days(caseload, ids):
    plan_defense(caseload, ids[0], TODAY + timedelta(days=15))
    assert (up(caseload)[0], why(caseload, ids[0])) == ("Amina", Reason.DEFENSE)
    assert reason_words(caseload.suggestions[0], TODAY) == "defends in 11 school days, no practice yet"
    line = caseload.summary(ids[0])
    assert (line.interval, line.defense_soon.talks, line.defense.held_on) == (3, 1, TODAY + timedelta(days=15))
    see(caseload, ids[0], TODAY - timedelta(days=3))
    assert up(caseload)[0] == "Diego"
    assert caseload.summary(ids[0]).defense_soon.talks == 2


def test_before_the_last_weeks_and_after_the_day_nothing_is_said_of_it(caseload, ids):
    plan = plan_defense(caseload, ids[0], TODAY + timedelta(days=22)).plan
    assert caseload.summary(ids[0]).defense_soon is None
    assert caseload.summary(ids[0]).interval == 10
    with caseload.store.change("By hand", NOW) as change:
        change.put(replace(plan, held_on=TODAY - timedelta(days=3)))
    line = caseload.summary(ids[0])
    assert (line.defense_soon, line.defense.id, up(caseload)[0]) == (None, plan.id, "Diego")
