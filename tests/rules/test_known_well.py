"""How well each student is known: what fills a cell, how cells are counted, and of whom and of what least is known."""

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st
from record_case import TODAY, make

from advisory.model import KnownWell
from advisory.model.words import Facet
from advisory.rules.days.school_days import school_year
from advisory.rules.learning.facet_question import SIDES
from advisory.rules.learning.known_well import (
    FACETS,
    Coverage,
    Known,
    counts,
    derive_coverage,
    facet_to_ask,
    least_known,
    least_known_facet,
    least_known_sentence,
)

DAYS = st.dates(date(2023, 1, 1), date(2027, 12, 31))
SOME = st.lists(st.tuples(st.sampled_from(FACETS), DAYS), max_size=12)
ON_EVERY_SIDE = st.lists(DAYS, min_size=len(FACETS), max_size=len(FACETS)).map(
    lambda days: list(zip(FACETS, days, strict=True))
)
FACTS = SOME | ON_EVERY_SIDE
CASELOADS = st.lists(st.tuples(FACTS, st.none() | st.integers(0, 3)), max_size=6)


def facts(*learned: tuple[Facet, date]) -> list[KnownWell]:
    return [make(KnownWell, number, facet=facet, learned_on=on) for number, (facet, on) in enumerate(learned, 1)]


def row(number: int, *known: Facet, age: int | None = 0) -> Coverage:
    return derive_coverage(f"s{number:07}", age, facts(*((facet, TODAY) for facet in known)), TODAY)


def rows_of(caseload) -> list[Coverage]:
    return [derive_coverage(f"s{n:07}", age, facts(*learned), TODAY) for n, (learned, age) in enumerate(caseload, 1)]


def test_a_fact_of_this_year_fills_its_cell_one_of_an_earlier_year_marks_it():
    told = derive_coverage(
        "s0000001",
        None,
        facts((Facet.HOPES, date(2026, 8, 1)), (Facet.NAME, date(2026, 7, 31)), (Facet.HOPES, date(2024, 5, 5))),
        TODAY,
    )
    assert told.sides[Facet.HOPES] is Known.KNOWN
    assert told.sides[Facet.NAME] is Known.EARLIER
    assert set(told.sides.values()) == set(Known)
    assert told.known == 1


def test_what_was_learned_later_is_not_known_yet():
    told = derive_coverage("s0000001", None, facts((Facet.HOPES, date(2026, 11, 24))), TODAY)
    assert told.sides[Facet.HOPES] is Known.EMPTY


@given(caseload=CASELOADS)
def test_the_counts_of_the_rows_and_of_the_columns_add_up(caseload):
    rows = rows_of(caseload)
    this_year = {
        (number, facet)
        for number, (learned, _) in enumerate(caseload)
        for facet, on in learned
        if on <= TODAY and school_year(on) == school_year(TODAY)
    }
    assert sum(one.known for one in rows) == sum(counts(rows).values()) == len(this_year)
    assert all(list(one.sides) == list(FACETS) for one in rows)


@given(learned=FACTS, facet=st.sampled_from(FACETS), on=DAYS)
@example(learned=[], facet=FACETS[0], on=TODAY)
def test_one_more_fact_moves_its_own_cell_and_never_back(learned, facet, on):
    order = (Known.EMPTY, Known.EARLIER, Known.KNOWN)
    before = derive_coverage("s0000001", 0, facts(*learned), TODAY).sides
    after = derive_coverage("s0000001", 0, facts(*learned, (facet, on)), TODAY).sides
    assert {one for one in FACETS if before[one] is not after[one]} <= {facet}
    assert order.index(after[facet]) >= order.index(before[facet])
    if on <= TODAY:
        assert after[facet] is not Known.EMPTY


@given(caseload=CASELOADS)
@example(caseload=[([], 3), ([], None)])
def test_nobody_is_known_less_than_the_least_known_and_no_side_less_than_the_least_known_side(caseload):
    rows = rows_of(caseload)
    least = least_known(rows)
    assert (least is None) == (not rows)
    if least is not None:
        tied = [one for one in rows if one.known == least.known]
        assert least.known == min(one.known for one in rows)
        assert least.age is None or all(one.age is not None and one.age <= least.age for one in tied)
    assert counts(rows)[least_known_facet(rows)] == min(counts(rows).values())


def test_of_several_the_one_longest_without_a_one_to_one_is_least_known():
    waits = [row(1, age=4), row(2, age=9), row(3, Facet.NAME, age=None)]
    assert least_known(waits).student_id == "s0000002"
    assert least_known([*waits, row(4, age=None)]).student_id == "s0000004"


@given(caseload=CASELOADS.filter(bool))
@example(caseload=[([(facet, TODAY) for facet in FACETS], 0)])
@example(caseload=[([(facet, TODAY.replace(year=2024)) for facet in FACETS], 0)])
@example(caseload=[([(FACETS[0], TODAY)], 0)])
def test_what_to_ask_about_is_an_empty_side_or_else_one_of_earlier_years(caseload):
    rows = rows_of(caseload)
    for one in rows:
        least = next(known for known in (Known.EMPTY, Known.EARLIER, Known.KNOWN) if known in one.sides.values())
        assert one.sides[facet_to_ask(one, rows)] is least


def test_of_several_empty_sides_the_one_least_known_of_everybody_is_asked_about():
    others = [row(2, *(facet for facet in FACETS if facet is not Facet.PEERS))]
    assert facet_to_ask(row(1), [row(1), *others]) is Facet.PEERS


def test_the_sentence_is_about_the_advisor():
    rows = [row(1, Facet.NAME, Facet.HOPES), row(2, *FACETS[:3])]
    called = {"s0000001": "Diego", "s0000002": "Maya"}.__getitem__
    said = "You know Diego least (2 of 12 areas). Of everyone, you know least about knowledge."
    assert least_known_sentence(rows, called) == said
    assert least_known_sentence([row(1, *FACETS)], called).startswith("This year you have learned something")
    assert least_known_sentence([row(1)], called) == "Nothing is written down yet this year; start anywhere."
    assert least_known_sentence([*rows, *map(row, range(3, 7))], called) == "4 students are at 0 of 12; start anywhere."
    assert least_known_sentence([*rows, *map(row, (1, 3, 4))], called).startswith(
        "You know Diego least (0 of 12 areas)."
    )
    assert least_known_sentence([], called) == ""


def test_every_side_has_one_to_three_questions_that_fit_on_a_line():
    assert list(SIDES) == list(Facet)
    questions = [question for side in SIDES.values() for question in side.questions]
    assert all(1 <= len(side.questions) <= 3 for side in SIDES.values())
    assert len(set(questions)) == len(questions)
    assert all(question.endswith("?") and len(question) <= 60 for question in questions)
