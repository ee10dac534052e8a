"""The picture of the year: every week a column of its own height, every stage in sight, whatever the size."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory.rules.overview.partnership_weeks import PartnershipYear, Week
from advisory.rules.partnership.stage_gate import STAGES
from advisory.tui.prose import width
from advisory.tui.screens.year.chart import FILL, year_chart

FIRST = date(2026, 8, 31)


def year(*counts: tuple[int, int, int]) -> PartnershipYear:
    return PartnershipYear(tuple(Week(FIRST + timedelta(weeks=at), each) for at, each in enumerate(counts)), ())


def texts(told: PartnershipYear, cells: int, rows: int) -> list[str]:
    return ["".join(span.text for span in line) for line in year_chart(told, cells, rows)]


def test_it_is_drawn_with_its_axes_and_what_the_fills_mean():
    assert texts(year((4, 0, 0), (3, 1, 0), (2, 1, 1), (0, 2, 1), (1, 2, 1)), 24, 5) == [
        "4 ┤░░░ ▚▚▚ ███     ███ ",
        "  │░░░ ░░░ ▚▚▚ ███ ▚▚▚ ",
        "2 ┤░░░ ░░░ ░░░ ▚▚▚ ▚▚▚ ",
        "  │░░░ ░░░ ░░░ ▚▚▚ ░░░ ",
        "  └┬───┬───────────────",
        "   Aug Sep",
        "█ Cognitive insight 1  ▚ Alliance 2  ░ Rapport 1",
    ]


def test_few_students_are_drawn_taller_and_many_to_scale():
    assert len(texts(year((1, 0, 0)), 60, 8)) == 3 + 3
    assert len(texts(year((8, 0, 0)), 60, 8)) == 8 + 3
    many = texts(year((150, 0, 0), (75, 74, 1)), 60, 8)
    assert len(many) == 8 + 3
    assert many[0].startswith("150 ┤░")
    assert many[0].rstrip().endswith("█")
    assert many[4].startswith(" 75 ┤")


def test_of_more_weeks_than_cells_the_latest_are_shown():
    line = texts(year(*[(1, 0, 0)] * 40, (0, 1, 0)), 20, 1)[0]
    assert line == "1 ┤" + "░" * 16 + "▚"


def test_a_year_with_nobody_in_it_says_so():
    assert texts(PartnershipYear((), ()), 60, 8) == ["There is no school week with students in it yet this year."]


def test_the_fills_are_told_apart_without_colour():
    assert len({fill.text for fill in FILL.values()}) == len(STAGES)


@given(
    st.lists(st.tuples(*[st.integers(0, 60)] * 3), min_size=1, max_size=45).filter(lambda weeks: any(map(any, weeks))),
    st.sampled_from([54, 74, 114]),
    st.integers(4, 16),
)
def test_every_line_fits_and_no_stage_with_a_student_in_it_is_lost(weeks, cells, rows):
    lines = texts(year(*weeks), cells, rows)
    assert all(width(line) <= cells for line in lines)
    bars = lines[:-3]
    assert len(bars) <= rows
    gutter = bars[0].index("┤") + 1
    size = max(1, min(6, (cells - gutter) // len(weeks)))
    for at, counts in enumerate(weeks):
        column = [bar[gutter + at * size] for bar in bars]
        for stage, count in zip(STAGES, counts, strict=True):
            assert (FILL[stage].text in column) == bool(count)
        order = [fill.text for fill in reversed(FILL.values())]
        shown = [mark for mark in column if mark != " "]
        assert shown == sorted(shown, key=order.index)
        assert column[: column.count(" ")] == [" "] * column.count(" ")


@pytest.mark.parametrize("weeks", [1, 13, 52])
def test_a_month_is_named_where_it_begins(weeks):
    axis, months = texts(year(*[(1, 0, 0)] * weeks), 74, 4)[-3:-1]
    for at, mark in enumerate(axis):
        assert (mark == "┬") == (
            months[at : at + 3].isalpha() and len(months[at : at + 3]) == 3 and months[at].isupper()
        )
