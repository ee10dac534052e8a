"""Which year ends, what is proposed for a pact and for who may graduate, and how a partnership goes on."""

from datetime import date, timedelta
from textwrap import wrap

from hypothesis import given
from hypothesis import strategies as st
from record_case import make

from advisory.model import CheckIn, Pact, Partnership, Student, SuccessLine, Term
from advisory.model.words import Audience, Kind, PactOutcome, PactStatus, Party, Stage, Status, Tone
from advisory.rules.days.uncovered import year_span
from advisory.rules.partnership.new_year import carried_into, goes_on_as
from advisory.rules.year_end.ending_year import ending_year, first_day, year_words
from advisory.rules.year_end.kept import Kept, is_of_year, year_counts
from advisory.rules.year_end.pact_ending import PactEnding, is_settled, propose_ending
from advisory.rules.year_end.steps import STEPS, as_it_stands
from advisory.rules.year_end.who_leaves import last_grades, may_graduate

JUNE, NEXT = date(2027, 6, 11), date(2027, 9, 1)


def term(starts_on: date) -> Term:
    return make(Term, starts_on=starts_on, ends_on=starts_on + timedelta(days=90))


def test_the_year_that_ends_is_this_one_and_in_august_still_the_last_one() -> None:
    assert ending_year([], JUNE) == ending_year([], date(2027, 8, 31)) == 2026
    assert ending_year([], date(2027, 9, 1)) == 2027
    begins = [term(date(2027, 8, 16))]
    assert (ending_year(begins, date(2027, 8, 15)), ending_year(begins, date(2027, 8, 16))) == (2026, 2027)
    assert year_words(2026) == "2026-27"
    assert year_words(2099) == "2099-00"


def test_the_first_day_is_that_of_the_first_term_or_the_first_weekday_of_september() -> None:
    assert first_day([], 2027) == NEXT
    assert first_day([], 2029) == date(2029, 9, 3)  # the first is a Saturday
    assert first_day([term(date(2028, 1, 10)), term(date(2027, 8, 23))], 2027) == date(2027, 8, 23)
    assert first_day([term(date(2027, 10, 4))], 2027) == NEXT


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_year_ends_before_the_next_one_begins(day: date) -> None:
    year = ending_year([], day)
    assert first_day([], year) <= day < first_day([], year + 1)


def pact(met: int = 0, lines: int = 3, **fields: object) -> Pact:
    success = tuple(SuccessLine(text=f"line {at}", met_on=JUNE if at < met else None) for at in range(lines))
    return make(
        Pact, **({"status": PactStatus.ACTIVE, "success_evidence": success, "start_on": date(2027, 2, 1)} | fields)
    )


def test_what_is_proposed_for_a_pact_follows_what_was_met_and_says_so() -> None:
    def of(one: Pact, *, is_leaving: bool = False) -> PactEnding:
        return propose_ending(one, JUNE, NEXT, is_leaving=is_leaving).ending

    lately = {"start_on": date(2027, 5, 20)}
    assert [of(pact(met)) for met in range(4)] == ["not_yet", "partly_met", "partly_met", "met"]
    assert (of(pact(**lately)), of(pact(**lately), is_leaving=True)) == (PactEnding.PAUSE, PactEnding.NOT_YET)
    ends_later = pact(1, target_on=date(2027, 10, 1))
    assert (of(ends_later), of(ends_later, is_leaving=True)) == (PactEnding.GOES_ON, PactEnding.PARTLY_MET)
    assert propose_ending(pact(2), JUNE, NEXT, is_leaving=False).why == "2 of 3 met"
    assert is_settled(ends_later, NEXT)
    assert is_settled(pact(status=PactStatus.PAUSED), NEXT)
    assert not is_settled(pact(target_on=JUNE), NEXT)
    assert {one: one.outcome for one in PactEnding} == {
        "met": PactOutcome.MET, "partly_met": PactOutcome.PARTLY_MET, "not_yet": PactOutcome.NOT_YET, "pause": None, "goes_on": None,
    }  # fmt: skip


def test_who_may_graduate_is_in_a_grade_that_others_graduated_from(student) -> None:
    here = student(grade="8")
    assert last_grades([here]) == {"12"}
    grades = last_grades([here, student(number=2, grade=" 8", status=Status.GRADUATED)])
    assert grades == {"8"}
    assert may_graduate(here, grades)
    assert not may_graduate(student(grade=""), grades)


def test_a_partnership_goes_on_as_it_stands_until_the_new_year_has_one_of_its_own() -> None:
    old = make(Partnership, stage=Stage.ALLIANCE, entered_on=date(2026, 10, 5), next_step="Ask about crew")
    wanted = goes_on_as([old], 2026, JUNE)
    assert wanted == {
        "student": old.student, "school_year": 2027, "stage": Stage.ALLIANCE, "entered_on": date(2026, 10, 5),
        "next_step": "Ask about crew",
    }  # fmt: skip
    there = make(Partnership, 2, **wanted)
    moved = make(Partnership, 2, **(wanted | {"stage": Stage.RAPPORT}))
    assert goes_on_as([old, there], 2026, JUNE) is None
    assert goes_on_as([old, moved], 2026, JUNE) == wanted
    assert goes_on_as([old, moved], 2026, NEXT) is None  # it has begun
    assert goes_on_as([], 2026, JUNE) is None
    assert carried_into(there, 2028)["entered_on"] == date(2026, 10, 5)


def test_counts_of_a_year_are_of_its_own_days() -> None:
    no = {"counts_contact": False, "counts_one_to_one": False}
    check_ins = [
        make(CheckIn, 1, happened_on=date(2026, 7, 31)),
        make(CheckIn, 2, happened_on=date(2026, 8, 1), initiator=Party.STUDENT),
        make(CheckIn, 3, happened_on=JUNE, kind=Kind.FAMILY_CONTACT, tone=Tone.CELEBRATE, **no),
        make(CheckIn, 4, happened_on=date(2027, 7, 31)),
        make(CheckIn, 5, happened_on=date(2027, 8, 1)),
    ]
    closed = {"status": PactStatus.CLOSED, "outcome": PactOutcome.MET}
    pacts = [pact(closed_on=JUNE, **closed), pact(closed_on=date(2026, 6, 1), **closed), pact()]
    assert year_counts(make(Student), check_ins, pacts, year_span(2026))[1:] == (2, 2, 1, 1, 1, 1, 0, 0, 1)
    span, day = year_span(2026), timedelta(days=1)
    assert [is_of_year(one, span) for one in pacts] == [True, False, True]
    begun = [pact(start_on=span.ends_on), pact(start_on=span.ends_on + day), pact(start_on=None)]
    ended = [pact(start_on=date(2026, 1, 1), closed_on=on, **closed) for on in (span.starts_on, span.starts_on - day)]
    assert [is_of_year(one, span) for one in (*begun, *ended)] == [True, False, True, True, False]
    edges = [span.starts_on - day, span.starts_on, span.ends_on, span.ends_on + day]
    counted = year_counts(
        make(Student),
        [make(CheckIn, at, happened_on=on) for at, on in enumerate(edges, 1)],
        [pact(closed_on=on, **closed) for on in edges],
        span,
    )
    assert (counted.contacts, counted.pacts_met) == (2, 2)
    assert [one.called(2026) for one in Kept] == [
        "pacts of 2026-27, for the school",
        "counts of 2026-27, for the school",
    ]
    assert [(one.audience, one.file_name(2026)) for one in Kept] == [
        (Audience.STAFF, "pacts-2026-27.csv"),
        (Audience.COUNTS, "counts-2026-27.csv"),
    ]


def test_every_step_asks_something() -> None:
    assert all(step.question.endswith((".", "?")) for step in STEPS)
    assert [step for step in STEPS if step.nothing == ""] == ["school", "new_year", "old_lines"]


def test_each_question_has_room_in_two_lines_of_the_narrowest_screen() -> None:
    assert [step for step in STEPS if len(wrap(step.question, 58)) > 2] == []


def test_a_pact_goes_on_from_the_first_day_of_the_next_year_and_has_just_begun_for_six_weeks() -> None:
    def ending(is_leaving: bool = False, **fields: object) -> PactEnding:
        return propose_ending(pact(**fields), JUNE, NEXT, is_leaving=is_leaving).ending

    for days, is_next in ((-1, False), (0, True)):
        target = NEXT + timedelta(days=days)
        assert is_settled(pact(target_on=target), NEXT) == is_next
        assert ending(target_on=target) is (PactEnding.GOES_ON if is_next else PactEnding.NOT_YET)
    assert ending(is_leaving=True, target_on=NEXT) is PactEnding.NOT_YET
    for days, is_new in ((42, True), (43, False)):
        begun = JUNE - timedelta(days=days)
        assert ending(start_on=begun) is (PactEnding.PAUSE if is_new else PactEnding.NOT_YET)
    assert ending(is_leaving=True, start_on=JUNE) is ending(start_on=None) is PactEnding.NOT_YET
    assert ending(lines=0) is PactEnding.NOT_YET


def test_one_partnership_goes_on_as_it_stands() -> None:
    assert [as_it_stands(count) for count in (1, 2, 22)] == ["as it stands", "as they stand", "as they stand"]
