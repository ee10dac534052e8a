"""The three themes: remembered, readable, and without an alarm colour on a student's name."""

import json

import pytest
from app_case import case_screen, command, drawn, go_to, highlight, message, open_app, press, settings_of, strips
from each_row import each_row
from rich.cells import cell_len
from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from advisory.caseload.caseload import Caseload
from advisory.model import THEMES
from advisory.tui.commands.registry import SCREENS
from advisory.tui.style.themes import OURS

ENOUGH = {"advisory-dark": 4.5, "advisory-light": 4.5, "advisory-contrast": 7.0}
"""WCAG's ratio for text, and for text that has to be read by those who see less."""


def contrast(one: Color, other: Color) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.r / 255, color.g / 255, color.b / 255)
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_contrast_as_the_standard_counts_it() -> None:
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), Color.parse("#ffffff")) == pytest.approx(4.48, abs=0.01)


@each_row("theme", OURS)
@each_row("behind", ["background", "surface", "panel", "cursor"])
@each_row("text", ["foreground", "muted", "primary", "warning", "success"])
def test_every_look_can_be_read_on_everything_it_stands_on(theme: Theme, text: str, behind: str) -> None:
    colors = {name: getattr(theme, name) for name in ("foreground", "primary", "warning", "success", "background")}
    colors |= {"surface": theme.surface, "panel": theme.panel, **theme.variables}
    assert contrast(Color.parse(colors[text]), Color.parse(colors[behind])) >= ENOUGH[theme.name]


@pytest.mark.parametrize("theme", THEMES)
async def test_whatever_is_drawn_can_be_read(demo: Caseload, theme: str) -> None:
    settings_of(demo.store.folder, json.dumps({"theme": theme}))
    async with open_app(demo) as pilot:
        for screen in SCREENS:
            await go_to(pilot, screen)
            assert_readable(pilot, theme, screen)
        await press(pilot, "c", "h", "i")
        assert_readable(pilot, theme, "the check-in line")
        await press(pilot, "escape", "escape", "2", "slash", "m")
        assert_readable(pilot, theme, "the find line")
        await press(pilot, "escape")
        for key in ("greater_than_sign", "question_mark"):
            await press(pilot, key)
            assert_readable(pilot, theme, key, within=pilot.app.screen.query_one(".dialog").region)
            await press(pilot, "escape")


@pytest.mark.parametrize("theme", THEMES)
async def test_the_hint_in_an_empty_box_can_be_read(demo: Caseload, theme: str) -> None:
    settings_of(demo.store.folder, json.dumps({"theme": theme}))
    async with open_app(demo) as pilot:
        await press(pilot, "slash")
        assert_readable(pilot, theme, "the find line")
        await press(pilot, "escape", "c")
        assert_readable(pilot, theme, "the check-in line")
        await press(pilot, "escape", "P")
        assert_readable(pilot, theme, "a form", within=pilot.app.screen.query_one(".dialog").region)


def assert_readable(pilot, theme: str, where: str, within=None) -> None:
    for y, strip in enumerate(strips(pilot)):
        x = 0
        for text, style, _ in strip:
            is_meant = within is None or within.contains(x, y)
            x += cell_len(text)
            has_letters = any(character.isalnum() for character in text)  # lines and frames carry no meaning
            if is_meant and has_letters and isinstance(style, Style) and style.color and style.bgcolor:
                pair = [Color.from_rich_color(color) for color in (style.color, style.bgcolor)]
                pair = pair[::-1] if style.reverse else pair
                assert contrast(*pair) >= ENOUGH[theme], (where, text, style)


@pytest.mark.parametrize("theme", THEMES)
async def test_a_student_s_name_has_no_colour_of_its_own(demo: Caseload, theme: str) -> None:
    settings_of(demo.store.folder, json.dumps({"theme": theme}))
    foreground = Color.parse(next(ours.foreground for ours in OURS if ours.name == theme))
    called = {*demo.names.values(), *demo.shorts.values()}
    async with open_app(demo, (80, 24)) as pilot:
        for screen in ("caseload", "board", "log", "pacts"):
            await go_to(pilot, screen)
            seen = 0
            for strip in strips(pilot):
                for text, style, _ in strip:
                    if text.strip() in called:
                        assert Color.from_rich_color(style.color) == foreground, (screen, text)
                        seen += 1
            assert seen or screen == "log"


@pytest.mark.parametrize("screen", SCREENS)
async def test_t_goes_through_the_themes_and_the_choice_is_remembered(demo: Caseload, screen: str) -> None:
    settings = demo.store.folder / "settings.json"
    async with open_app(demo, screen=screen) as pilot:
        for theme in (*THEMES[1:], *THEMES[:2]) if screen == "caseload" else THEMES[1:2]:
            await command(pilot, "theme")
            assert pilot.app.theme == theme
            assert message(pilot) == f"Theme: {theme.removeprefix('advisory-')}"
            assert json.loads(settings.read_text()).get("theme", THEMES[0]) == theme
    async with open_app(demo) as pilot:
        assert pilot.app.theme == THEMES[1]


async def test_a_theme_there_is_not_gives_the_first(demo: Caseload) -> None:
    settings_of(demo.store.folder, '{"theme": "solarized"}')
    async with open_app(demo) as pilot:
        assert pilot.app.theme == THEMES[0]
        await press(pilot, "T")
        assert pilot.app.theme in THEMES


async def test_a_theme_reaches_screens_that_were_drawn_before(demo: Caseload) -> None:
    async with open_app(demo, screen="board") as pilot:
        await go_to(pilot, "caseload")
        await press(pilot, "T", "3")
        light = Color.parse(OURS[1].background)
        behind = {Color.from_rich_color(segment.style.bgcolor) for segment in strips(pilot)[5] if segment.style}
        assert light in behind
        assert "Rapport" in drawn(pilot)
        await highlight(pilot, demo.one("diego"))
        assert case_screen(pilot).highlighted.student == demo.one("diego").id
