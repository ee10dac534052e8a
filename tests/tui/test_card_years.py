"""A clean slate on the card: this school year's lines are open, a heading stands for each year before."""

from datetime import date

import pytest
from app_case import SIZES, assert_fits, case_screen, command, drawn, open_app, press

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.learning.note_insight import note_insight
from advisory.casework.learning.record_evidence import record_evidence
from advisory.casework.partnership.add_sign import add_sign
from advisory.model.words import EvidenceSource

LAST_YEAR, LONG_AGO = date(2026, 3, 9), date(2019, 10, 7)


@pytest.fixture
def years(demo: Caseload) -> Caseload:
    """The demo, and what was written about Maya in two years before."""
    maya = demo.one("maya").id
    record_check_in(demo, maya, "Her xylophone", happened_on=LAST_YEAR, student_says="zyzzy")
    record_check_in(demo, maya, "His xylophone", happened_on=LONG_AGO)
    add_sign(demo, maya, "listened", observed_on=LAST_YEAR)
    record_evidence(demo, maya, seen="Xylophone by heart", source=EvidenceSource.CONVERSATION, seen_on=LAST_YEAR)
    note_insight(demo, maya, "Thinks in notes", "Every xylophone is one", noticed_on=LAST_YEAR)
    return demo


def text(pilot) -> str:
    rows = case_screen(pilot).query_one("#body").rows
    return "\n".join("".join(span.text for span in row.draw(76)) for row in rows)


async def test_earlier_years_are_folded_with_the_reason_and_unfold_with_the_keys_of_the_log(years: Caseload) -> None:
    async with open_app(years, (80, 40), screen="caseload") as pilot:
        case_screen(pilot).body.go_to(years.one("maya").id)
        await press(pilot, "enter")
        card = text(pilot)
        assert "begins with a clean slate" in " ".join(card.split())
        assert "› 2025-26 1 check-in, 1 sign, 1 piece of evidence" in card
        assert "› 2019-20 1 check-in" in card
        for hidden in ("Her xylophone", "His xylophone", "by heart", "zyzzy"):
            assert hidden not in card
        assert "Every xylophone is one" in card  # it is open still
        body = case_screen(pilot).body
        body.go_to("year 2025")
        await press(pilot, "l")
        assert "Her xylophone" in text(pilot)
        assert "by heart" in text(pilot)
        assert "His xylophone" not in text(pilot)
        assert case_screen(pilot).highlighted.check_in.line == "Her xylophone"
        await press(pilot, "h")
        assert body.key == "year 2025"
        assert "Her xylophone" not in text(pilot)
        await press(pilot, "enter")
        assert "Her xylophone" in text(pilot)
        await press(pilot, "]", "[")
        assert "Her xylophone" not in text(pilot)


async def test_a_sign_of_a_year_before_still_counts(years: Caseload) -> None:
    async with open_app(years, (80, 40), screen="caseload") as pilot:
        case_screen(pilot).body.go_to(years.one("maya").id)
        await press(pilot, "enter")
        assert "of earlier years, below" in text(pilot)


async def test_what_a_search_finds_of_a_year_before_is_unfolded(years: Caseload) -> None:
    async with open_app(years, (80, 40), screen="today") as pilot:
        await command(pilot, "search-everything")
        await press(pilot, *"kind:sign", "space", *"until:3/31", "space", *"maya", "enter", "enter")
        assert pilot.app.screen.id == "card"
        assert case_screen(pilot).highlighted.sign.observed_on == LAST_YEAR


@pytest.mark.parametrize("size", SIZES)
async def test_it_fits(years: Caseload, size: tuple[int, int]) -> None:
    async with open_app(years, size, screen="caseload") as pilot:
        case_screen(pilot).body.go_to(years.one("maya").id)
        await press(pilot, "enter", "G", "l")
        assert_fits(pilot)
        assert "2019-20" in drawn(pilot)
