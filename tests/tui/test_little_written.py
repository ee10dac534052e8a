"""Only what changed goes to the terminal: how many bytes a key costs, and that the terminal shows the right thing after it.

These budgets are in bytes, which are the same on every machine. They fail if a screen is drawn anew for one line.
"""

from collections.abc import Iterator

import pytest
from app_case import WIDE, open_app, press, resize, settle
from textual import events
from textual._compositor import LayoutUpdate
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip
from written_case import Paper, differing

from advisory.caseload.caseload import Caseload
from advisory.tui import textual_internals
from advisory.tui.app import AdvisoryApp
from advisory.tui.textual_compositor import PlainStylesCache
from advisory.tui.textual_internals import _strips

pytestmark = pytest.mark.usefixtures("painted")

CURSOR, ON_CASELOAD, LETTER, A_LINE, SAVED, A_SCREEN = 750, 2_500, 160, 3_000, 5_000, 20_000
WALK: tuple[tuple[str, int], ...] = (
    ("down", CURSOR), ("down", CURSOR), ("up", CURSOR), ("n", 1_000),
    ("c", A_LINE), ("B", LETTER), ("r", LETTER), ("o", LETTER), ("enter", SAVED), ("u", SAVED),
    ("plus", A_LINE), ("escape", A_LINE), ("a", SAVED), ("u", SAVED),
    ("0", A_SCREEN), ("right_square_bracket", 8_000), ("left_square_bracket", 8_000), ("escape", A_SCREEN),
    ("2", A_SCREEN), ("down", ON_CASELOAD), ("up", ON_CASELOAD), ("slash", A_LINE), ("escape", A_LINE),
    ("ctrl+p", A_SCREEN), ("escape", A_SCREEN), ("question_mark", A_SCREEN), ("escape", A_SCREEN),
    ("o", A_SCREEN), ("escape", A_SCREEN), ("3", A_SCREEN), ("down", ON_CASELOAD), ("4", A_SCREEN), ("down", ON_CASELOAD),
    ("2", A_SCREEN), ("v", A_SCREEN), ("escape", A_SCREEN), ("escape", A_SCREEN),
)  # fmt: skip
"""Keys and the most bytes that each may write, at 120 by 40."""


def assert_right(paper: Paper) -> None:
    assert differing(paper.cells, paper.wanted) == []


async def test_every_key_writes_little_and_the_terminal_shows_what_it_should(demo: Caseload) -> None:
    async with open_app(demo, WIDE, screen="today") as pilot:
        paper = Paper(pilot)
        await settle(pilot)
        assert_right(paper)
        written = {}
        for number, (key, most) in enumerate(WALK):
            await press(pilot, key)
            size = len(paper.taken().encode())
            assert size, f"{key}, the {number}th key, wrote nothing"
            assert_right(paper)
            written[f"{number} {key}"] = (size, most)
        assert {key: sizes for key, sizes in written.items() if sizes[0] > sizes[1]} == {}


async def test_a_window_of_another_size_and_one_that_was_lost_is_drawn_whole(demo: Caseload) -> None:
    async with open_app(demo, WIDE) as pilot:
        paper = Paper(pilot)
        await settle(pilot)
        for width, height in ((80, 24), (120, 40), (120, 40)):
            paper.resize(width, height)
            await resize(pilot, width, height)
            assert_right(paper)


async def test_what_is_hidden_is_written_over_whatever_the_terminal_shows(demo: Caseload) -> None:
    async with open_app(demo, WIDE) as pilot:
        paper = Paper(pilot)
        for _ in range(3):  # initials, neutral, names again
            await settle(pilot)
            paper.taken()
            paper.resize(*WIDE)
            await press(pilot, "ctrl+l")
            assert_right(paper)


async def test_nothing_is_written_while_nothing_changes(demo: Caseload) -> None:
    async with open_app(demo, WIDE, screen="today") as pilot:
        paper = Paper(pilot)
        for _ in range(3):  # behind characters of two cells, all is written when it is drawn once more
            await settle(pilot)
            paper.taken()
            pilot.app.refresh(layout=True)
        await press(pilot, "f12")
        pilot.app.post_message(events.Resize(pilot.app.size, pilot.app.size, pixel_size=pilot.app.size))
        await settle(pilot)
        assert paper.taken() == ""


WORK: tuple[tuple[str, int, int, int, int], ...] = (
    ("down", 0, 0, 12, 8), ("up", 0, 0, 12, 8), ("c", 1, 0, 14, 8), ("B", 0, 0, 2, 2), ("r", 0, 0, 2, 2), ("enter", 1, 0, 42, 22),
    ("u", 0, 0, 32, 18), ("plus", 1, 0, 16, 12), ("escape", 1, 0, 8, 3),
    ("0", 0, 1, 100, 48), ("right_square_bracket", 1, 0, 100, 90), ("escape", 0, 1, 90, 3),
    ("2", 0, 1, 100, 3), ("down", 0, 0, 32, 32), ("up", 0, 0, 32, 32), ("v", 0, 1, 200, 90), ("escape", 0, 0, 3, 3),
)  # fmt: skip
"""Keys, how often each may lay the screen out and draw all of it, and how many pieces and lines of widgets it may draw."""


async def test_a_line_that_changes_draws_and_lays_out_no_whole_screen(demo: Caseload, monkeypatch) -> None:
    done = [0, 0, 0, 0]
    lay_out, render_line = Screen._refresh_layout, PlainStylesCache.render_line

    def counted(screen: Screen, size: Size | None = None, scroll: bool = False) -> None:
        done[0] += not scroll
        lay_out(screen, size, scroll)

    def seen(update: object) -> Iterator[tuple[int, int, Strip]]:
        done[1] += isinstance(update, LayoutUpdate)
        for piece in _strips(update):
            done[2] += 1
            yield piece

    def rendered(cache: PlainStylesCache, *its: object) -> Strip:
        done[3] += 1
        return render_line(cache, *its)

    async with open_app(demo, WIDE, screen="caseload") as pilot:
        await press(pilot, "v", "escape", "b", "1")  # all have been shown before
        Paper(pilot)
        await press(pilot, "c", "escape", "0", "escape")
        monkeypatch.setattr(Screen, "_refresh_layout", counted)
        monkeypatch.setattr(PlainStylesCache, "render_line", rendered)
        monkeypatch.setattr(textual_internals, "_strips", seen)
        too_much = {}
        for number, (key, *most) in enumerate(WORK):
            done[:] = 0, 0, 0, 0
            await press(pilot, key)
            if any(one > other for one, other in zip(done, most, strict=True)):
                too_much[f"{number} {key}"] = (*done, *most)
        assert too_much == {}


FORMS = {"o": 2, "m": 1, "F": 2, "P": 2}
"""Forms that fit on the screen, and how often each may be laid out when it opens for the first time."""


async def test_a_form_is_drawn_once_and_opened_again_it_makes_no_widget(demo: Caseload, monkeypatch) -> None:
    done = {"widgets": 0, "layouts": 0, "drawn whole": 0}

    def counted(what: str, owner: type, name: str, is_so=lambda *_: True) -> None:
        real = getattr(owner, name)

        def count(*arguments, **named):
            done[what] += is_so(*arguments)
            return real(*arguments, **named)

        monkeypatch.setattr(owner, name, count)

    async with open_app(demo, WIDE, screen="today") as pilot:
        Paper(pilot)
        counted("widgets", AdvisoryApp, "_register_child")
        counted("layouts", Screen, "_refresh_layout", lambda _screen, _size=None, scroll=False: not scroll)
        counted("drawn whole", AdvisoryApp, "_display", lambda _app, _screen, update: isinstance(update, LayoutUpdate))
        for key, layouts in FORMS.items():
            for most in (layouts, 0):
                done |= dict.fromkeys(done, 0)
                await press(pilot, key)
                assert bool(done["widgets"]) == bool(most), key
                assert done["layouts"] <= most, (key, done)
                assert done["drawn whole"] <= 1 + (key == "o" and bool(most)), key  # the first reads a sheet
                await press(pilot, "escape")
            await press(pilot, "down")
            done |= dict.fromkeys(done, 0)
            await press(pilot, key)
            await press(pilot, *(("x", "backspace", "tab") if key != "F" else ()))  # that shows other boxes
            assert not done["widgets"]
            assert not done["layouts"], (key, done)
            await press(pilot, "escape")
