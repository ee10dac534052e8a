"""With 300 students a key looks at what is in view and at what changed, not at everybody."""

from collections.abc import Callable
from itertools import cycle

import pytest
from app_case import case_screen, open_app, press
from record_case import NOW, TODAY

from advisory.caseload import coverage, home_words, suggestions, summaries
from advisory.caseload.caseload import Caseload
from advisory.model import FollowUp, Student
from advisory.model.words import Party, PromiseStatus
from advisory.tui.screens.base import frame
from advisory.tui.screens.board.scrolled_columns import Column
from advisory.tui.screens.board.stage_card import Card
from advisory.tui.screens.board.stage_columns import StageColumns
from advisory.tui.screens.caseload import screen as caseload_screen
from advisory.tui.screens.today import page as today_page
from advisory.tui.widgets.lists import row

MANY = 300
A_SCREEN = 60
"""More than the lines of a screen of 24, drawn twice."""
ONE_LINE = 4
"""More than the lines between which the cursor moves, and the detail pane."""


@pytest.fixture
def crowd(caseload: Caseload) -> Caseload:
    """Many students, each of whom was promised something."""
    families = cycle(("Okafor", "Tran", "Reed", "Haddad", "Leota", "Sato", "Yusuf"))
    with caseload.store.change("Everybody", NOW) as change:
        for number in range(MANY):
            one = change.add(Student, given_name=f"Ada{number}", family_name=next(families), joined_on=TODAY)
            change.add(
                FollowUp, student=one.id, text="bring it", owner=Party.ADVISOR, status=PromiseStatus.OPEN, due_on=TODAY
            )
    return caseload


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Callable[[object, str], list[object]]:
    """Makes a function count its calls."""

    def count(module: object, name: str) -> list[object]:
        calls: list[object] = []
        real = getattr(module, name)

        def called(*arguments: object, **named: object) -> object:
            calls.append(name)
            return real(*arguments, **named)

        monkeypatch.setattr(module, name, called)
        return calls

    return count


async def test_today_draws_the_lines_in_view_and_sums_up_whoever_was_marked(crowd: Caseload, counted) -> None:
    async with open_app(crowd, screen="today") as pilot:
        await press(pilot, "n")
        drawn, summed = counted(today_page, "_in_a_line"), counted(summaries, "summarize")
        made, candidates = counted(row, "Row"), counted(suggestions, "_candidate")
        await press(pilot, "space")
        assert (len(summed), len(candidates)) == (1, 1)
        assert 0 < len(drawn) <= A_SCREEN
        assert 0 < len(made) <= 2 * A_SCREEN  # the circle has two students on a line


async def test_a_letter_makes_the_rows_in_view_and_another_screen_looks_for_one_student_only(
    crowd: Caseload, counted
) -> None:
    async with open_app(crowd, screen="caseload") as pilot:
        await press(pilot, "end", "slash")
        made = counted(row, "Row")
        await press(pilot, "a")
        assert 0 < len(made) <= A_SCREEN
        await press(pilot, "escape")
        wanted = case_screen(pilot).highlighted.student
        looked_at = [counted(module, "Highlighted") for module in (frame, caseload_screen)]
        for key in "32":
            await press(pilot, key)
            assert case_screen(pilot).highlighted.student == wanted
        assert all(len(calls) <= A_SCREEN for calls in looked_at)


async def test_other_screens_derive_again_only_what_changed(crowd: Caseload, counted) -> None:
    async with open_app(crowd, screen="known_well") as pilot:
        covered = counted(coverage, "derive_coverage")
        await press(pilot, "c", "B", "enter")
        assert len(covered) == 1
        await press(pilot, "2")
        drawn = counted(caseload_screen, "stage_mark")
        await press(pilot, "down")
        assert len(drawn) <= ONE_LINE
        await press(pilot, "pagedown")
        assert len(drawn) <= A_SCREEN
        await press(pilot, "w")
        home = counted(home_words, "home_word")
        await press(pilot, "right", "right")
        assert home == []


def test_where_there_is_no_room_a_column_s_title_says_only_that_there_are_more_cards(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    columns, card = StageColumns(), Card("s1", lambda: ("Maya",), "", lambda _cells, _lines: ())
    columns.columns, columns._tops = [Column("Rapport", [card] * MANY)], [9]
    monkeypatch.setattr(columns, "height_of", lambda _column: 3)
    assert columns._beyond(0, 20) == f" ↑ 3 ↓ {MANY - 2}"
    assert columns._beyond(0, 5) == " ↑ ↓"
