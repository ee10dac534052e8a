"""`W` on known well: the answers of a form become facts, after the advisor has said what each question is about."""

from pathlib import Path

import pytest
from app_case import SIZES, assert_fits, command, drawn, fill_in, message, open_app, press

from advisory.caseload.caseload import Caseload
from advisory.model import KnownWell
from advisory.model.words import Facet, LearnedHow

ANSWERS = """Name,What do you like to do after school?,What makes school hard for you?,What stresses you?,Anything else?
Maya Okafor,Xylophone,Mornings,Being called on cold,A cat
Zoe Unknown,Chess,,,
"""


@pytest.fixture
def answers(tmp_path: Path) -> str:
    path = tmp_path / "answers.csv"
    path.write_text(ANSWERS, encoding="utf-8")
    return str(path)


def learned(caseload: Caseload) -> list[tuple[Facet, str, bool]]:
    return [
        (fact.facet, fact.text, fact.sensitive)
        for fact in caseload.store.all(KnownWell)
        if fact.how is LearnedHow.SURVEY and fact.text in ANSWERS
    ]


@pytest.mark.parametrize("size", SIZES)
async def test_each_question_is_learned_for_the_side_that_was_chosen(demo: Caseload, answers: str, size) -> None:
    async with open_app(demo, size, screen="known_well") as pilot:
        await command(pilot, "survey")
        await fill_in(pilot, file=answers)
        shown = drawn(pilot)
        assert "← interests" in shown
        assert "← stress *" in shown
        assert_fits(pilot)
        await press(pilot, "down", "l", "down", "space", "end", "down", "right", "right")
        assert "← stress " in drawn(pilot)
        assert "← stress *" not in drawn(pilot)
        await press(pilot, "enter")
        shown = drawn(pilot)
        assert "4 answers of 1 student, 1 row unclear." in shown
        assert "Enter saves it" in shown
        await press(pilot, "enter")
        assert message(pilot) == "Learned 4 answers of 1 student. u undoes it all."
        assert learned(demo) == [
            (Facet.INTERESTS, "Xylophone", False),
            (Facet.LANGUAGE, "Mornings", True),
            (Facet.STRESS, "Being called on cold", False),
            (Facet.STRENGTHS, "A cat", False),
        ]
        await command(pilot, "undo")
        assert learned(demo) == []


async def test_what_is_sensitive_is_recorded_so_and_what_is_left_is_not_written(demo: Caseload, answers: str) -> None:
    async with open_app(demo, screen="known_well") as pilot:
        await command(pilot, "survey")
        await fill_in(pilot, file=answers)
        await press(pilot, "enter", "escape")
        assert message(pilot) == "Nothing was saved."
        assert learned(demo) == []
        await command(pilot, "survey")
        await fill_in(pilot, file=answers)
        await press(pilot, "enter", "enter")
    assert (Facet.STRESS, "Being called on cold", True) in learned(demo)


async def test_under_the_shade_no_answer_and_no_name_is_shown(demo: Caseload, answers: str) -> None:
    async with open_app(demo, screen="known_well") as pilot:
        await command(pilot, "shade")
        await command(pilot, "survey")
        await fill_in(pilot, file=answers)
        assert "Xylophone" not in drawn(pilot)
        await press(pilot, "enter")
        assert "Zoe" not in drawn(pilot)
        assert "Their names are hidden." in drawn(pilot)
