"""The look back over a week: who stands in which step, plainly and for any caseload."""

from datetime import date, timedelta

from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st
from record_case import TODAY, make

from advisory.model import CheckIn, FollowUp, Leave, NoSchoolDay, Pact, Student, Term
from advisory.model.words import PactStatus, Party, Status
from advisory.rules.days.school_days import Calendar
from advisory.rules.family.good_word import HomeWord
from advisory.rules.overview.summary import StudentFile, summarize
from advisory.rules.overview.week_review import STEPS, WeekStep, contact_words, focal_words, monday_of, week_review

FRIDAY = TODAY + timedelta(days=4)
LAST_FRIDAY = TODAY - timedelta(days=3)
_FILED = (("check_ins", CheckIn), ("follow_ups", FollowUp), ("pacts", Pact))


def tell(number=1, today=FRIDAY, calendar=None, *, check_ins=(), follow_ups=(), pacts=(), **fields):
    student = make(Student, number, **fields)
    owned = {
        name: [make(kind, 10 * number + at, student=student.id, **one) for at, one in enumerate(given)]
        for (name, kind), given in zip(_FILED, (check_ins, follow_ups, pacts), strict=True)
    }
    return summarize(StudentFile(student=student, **owned), f"N{number}", f"N{number}", calendar or Calendar(), today)


def review(*lines, today=FRIDAY, calendar=None, home_words=()):
    return week_review(lines, home_words, calendar or Calendar(), today)


def seen(line, **told):
    return [one.line.name for one in review(line, **told).not_seen] == []


def test_a_contact_since_monday_is_seen_and_an_observation_or_last_friday_is_not():
    assert seen(tell(check_ins=[{"happened_on": TODAY}]))
    assert seen(tell(check_ins=[{"happened_on": FRIDAY}]))
    assert not seen(tell(check_ins=[{"happened_on": LAST_FRIDAY}]))
    assert not seen(tell(check_ins=[{"happened_on": TODAY, "counts_contact": False, "counts_one_to_one": False}]))
    assert not seen(tell())


def test_the_week_ends_on_sunday():
    sunday = TODAY + timedelta(days=6)
    line = tell(today=sunday, check_ins=[{"happened_on": TODAY}])
    assert seen(line, today=sunday)
    next_monday = sunday + timedelta(days=1)
    assert not seen(tell(today=next_monday, check_ins=[{"happened_on": TODAY}]), today=next_monday)


def test_the_longest_ago_come_first_and_who_was_away_all_week_last():
    away = Calendar(leaves=[make(Leave, student="s0000001", starts_on=TODAY, ends_on=FRIDAY)])
    told = review(
        tell(1, calendar=away),
        tell(2, calendar=away, check_ins=[{"happened_on": LAST_FRIDAY}]),
        tell(3, calendar=away),
        tell(4, calendar=away, status=Status.ON_LEAVE),
        tell(5, calendar=away, check_ins=[{"happened_on": TODAY - timedelta(days=40)}]),
        calendar=away,
    ).not_seen
    assert [(one.line.name, one.was_away) for one in told] == [
        ("N3", False), ("N5", False), ("N2", False), ("N1", True), ("N4", True),
    ]  # fmt: skip


def test_who_was_here_on_monday_alone_was_not_away_all_week():
    for away_from, was_away in ((TODAY, True), (TODAY + timedelta(days=1), False)):
        away = Calendar(leaves=[make(Leave, student="s0000001", starts_on=away_from, ends_on=FRIDAY)])
        assert [one.was_away for one in review(tell(1, calendar=away), calendar=away).not_seen] == [was_away]


def test_in_a_week_without_school_nobody_counts_as_not_seen():
    snow = Calendar(no_school=[make(NoSchoolDay, starts_on=TODAY, ends_on=FRIDAY)])
    told = review(tell(calendar=snow), calendar=snow)
    assert told.not_seen == []
    assert told.nothing(WeekStep.NOT_SEEN) == "There was no school this week."


def test_who_has_started_a_contact_this_term_does_not_stand_among_those_who_have_not():
    started = tell(1, check_ins=[{"happened_on": LAST_FRIDAY, "initiator": Party.STUDENT}])
    not_yet = tell(2, check_ins=[{"happened_on": LAST_FRIDAY}, {"happened_on": TODAY}])
    assert [line.name for line in review(started, not_yet).not_started] == ["N2"]


def test_promises_of_everybody_the_first_due_first():
    one = tell(1, follow_ups=[{"text": "some day"}, {"text": "friday", "due_on": FRIDAY}])
    two = tell(2, follow_ups=[{"text": "before", "due_on": LAST_FRIDAY}, {"text": "theirs", "owner": Party.STUDENT}])
    assert [promise.text for promise in review(one, two).promises] == ["before", "friday", "some day"]


@each_row(
    ("status", "away", "stands"),
    [
        (PactStatus.ACTIVE, -30, True),
        (PactStatus.ACTIVE, 0, True),
        (PactStatus.ACTIVE, 9, True),
        (PactStatus.ACTIVE, 10, False),
        (PactStatus.ACTIVE, None, False),
        (PactStatus.PAUSED, 0, False),
        (PactStatus.DRAFT, 0, False),
        (PactStatus.CLOSED, 0, False),
    ],
)
def test_a_review_stands_there_until_the_sunday_of_next_week(status, away, stands):
    on = None if away is None else FRIDAY + timedelta(days=away)
    assert bool(review(tell(pacts=[{"status": status, "next_review_on": on}])).reviews) is stands


def test_reviews_are_told_the_first_due_first():
    days = (FRIDAY, LAST_FRIDAY, TODAY)
    lines = [
        tell(at, pacts=[{"status": PactStatus.ACTIVE, "next_review_on": on, "title": on.isoformat()}])
        for at, on in enumerate(days, 1)
    ]
    assert [pact.title for pact in review(*lines).reviews] == [on.isoformat() for on in sorted(days)]


def test_everybody_can_be_chosen_and_the_chosen_are_counted():
    told = review(tell(1, focal=True), tell(2), tell(3, focal=True))
    assert [line.name for line in told.everybody] == ["N1", "N2", "N3"]
    assert told.focal == 2


@each_row("count", [0, 1, 2, 3, 4, 25])
def test_two_or_three_are_enough_and_more_are_said_gently(count):
    said = focal_words(count)
    assert ("No one" if count == 0 else f"{count} chosen") in said
    assert "two or three" in said
    assert ("each gets more" in said) is (count > 3)


@each_row("step", STEPS)
def test_each_step_asks_and_knows_what_to_say_when_there_is_nothing(step):
    assert step.question.endswith("?")
    nothing = review().nothing(step)
    assert nothing.endswith(".")
    without_terms = review()._replace(since="this school year")
    said = [step.question, nothing, without_terms.question(step), without_terms.nothing(step)]
    assert max(map(len, said)) <= 78
    assert not any("this term" in one for one in said[2:])


def test_the_walk_ends_with_the_focal_students():
    assert STEPS == (
        WeekStep.NOT_SEEN, WeekStep.NOT_STARTED, WeekStep.PROMISES, WeekStep.REVIEWS, WeekStep.FAMILIES, WeekStep.FOCAL,
    )  # fmt: skip


def test_what_others_promised_stands_apart_and_families_are_those_without_a_good_word_this_term():
    theirs = tell(1, follow_ups=[{"text": "x", "owner": Party.FAMILY}, {"text": "y"}])
    words = [
        HomeWord(student=make(Student, number), good_word_on=TODAY, good_word_age=4, is_this_term=number == 2)
        for number in (1, 2)
    ]
    told = review(theirs, home_words=words)
    assert ([p.text for p in told.promises], [p.text for p in told.promises_of_others]) == (["y"], ["x"])
    assert [word.student.id for word in told.families] == ["s0000001"]


DAYS = st.dates(date(2026, 10, 1), date(2026, 12, 31))
STUDENTS = st.lists(
    st.fixed_dictionaries(
        {
            "check_ins": st.lists(
                st.fixed_dictionaries({"happened_on": DAYS, "initiator": st.sampled_from(Party)}), max_size=3
            ).map(lambda given: sorted(given, key=lambda one: one["happened_on"])),
            "follow_ups": st.lists(
                st.fixed_dictionaries({"text": st.just("x"), "due_on": st.none() | DAYS}), max_size=3
            ),
            "pacts": st.lists(
                st.fixed_dictionaries(
                    {"status": st.sampled_from([PactStatus.ACTIVE, PactStatus.PAUSED]), "next_review_on": DAYS}
                ),
                max_size=1,
            ),
            "focal": st.booleans(),
        }
    ),
    max_size=8,
)


@given(students=STUDENTS, today=DAYS)
def test_for_any_caseload_nobody_is_lost_and_nobody_stands_there_twice(students, today):
    lines = [tell(number, today, **given) for number, given in enumerate(students, 1)]
    told, monday = review(*lines, today=today), monday_of(today)
    assert (monday.weekday(), 0 <= (today - monday).days < 7) == (0, True)
    not_seen = {one.line.name for one in told.not_seen}
    assert len(told.not_seen) == len(not_seen)
    for line in lines:
        was_seen = any(monday <= c["happened_on"] <= today for c in students[lines.index(line)]["check_ins"])
        assert was_seen == (line.name not in not_seen)
        assert (line in told.not_started) == (line.student_started == 0)
    assert sorted(p.id for p in told.promises) == sorted(p.id for line in lines for p in line.promises)
    assert [p.due_on or date.max for p in told.promises] == sorted(p.due_on or date.max for p in told.promises)
    last = monday + timedelta(days=13)
    active = [line.pact for line in lines if line.pact and line.pact.status is PactStatus.ACTIVE]
    assert {pact.id for pact in told.reviews} == {pact.id for pact in active if pact.next_review_on <= last}
    assert told.everybody == lines
    assert told.focal == sum(given["focal"] for given in students)


@given(students=STUDENTS, today=DAYS)
def test_the_order_of_the_caseload_changes_nobody_s_step(students, today):
    lines = [tell(number, today, **given) for number, given in enumerate(students, 1)]
    one, other = review(*lines, today=today), review(*reversed(lines), today=today)
    assert [p.id for p in one.promises] == [p.id for p in other.promises]
    assert [p.id for p in one.reviews] == [p.id for p in other.reviews]
    assert {x.line.name for x in one.not_seen} == {x.line.name for x in other.not_seen}


def test_what_is_counted_says_since_when_and_nobody_who_joined_today_is_missed():
    without = Calendar()
    term = Calendar(terms=[make(Term, starts_on=TODAY - timedelta(days=60), ends_on=TODAY + timedelta(days=60))])
    met = [{"happened_on": FRIDAY}]
    assert contact_words(tell()) == "no contact yet since Aug 1"
    assert contact_words(tell(calendar=term)) == "no contact yet this term"
    assert contact_words(tell(calendar=term, check_ins=met)) == "1 contact this term"
    assert contact_words(tell(calendar=term, joined_on=TODAY, check_ins=met)) == "1 contact since Nov 23"
    assert contact_words(tell(calendar=term, check_ins=met * 2)) == "2 contacts this term"
    assert contact_words(tell(calendar=term, joined_on=FRIDAY)) == "no contact yet, new today"
    earlier = [{"happened_on": LAST_FRIDAY}]
    assert contact_words(tell(calendar=term, joined_on=FRIDAY, check_ins=earlier)) == "1 contact since Nov 20"
    new = review(tell(joined_on=FRIDAY), calendar=without)
    assert new.not_seen == []
    assert new.nothing(WeekStep.NOT_SEEN) == "Everyone joined today."
    assert (new.are_all_new, new.are_some_new) == (True, True)
    met_today = review(tell(joined_on=FRIDAY, check_ins=met), calendar=without)
    assert (met_today.are_all_new, met_today.are_some_new) == (False, False)


def test_each_step_has_its_heading_and_says_when_there_is_nothing_in_it():
    assert " · ".join(step.label for step in STEPS) == (
        "Not seen this week · Who hasn't come to you yet · Your promises · Reviews next week · Families without a good word · Focal students"
    )
    empty = review()
    assert [empty.nothing(step).replace("this school year", "this term") for step in STEPS[1:]] == [
        "Everyone has started a contact this term.",
        "You have no open promises.",
        "No reviews are due by the end of next week.",
        "Every family has had a good word this term.",
        "Your caseload is empty.",
    ]
