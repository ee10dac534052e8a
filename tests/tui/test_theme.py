"""The themes: remembered, readable in as many colors as a terminal has, and without an alarm colour on a student's name."""

import json

import pytest
from app_case import case_screen, command, drawn, go_to, highlight, message, open_app, press, settings_of, strips
from each_row import each_row
from examples import some_of
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from advisory.caseload.caseload import Caseload
from advisory.model import THEMES
from advisory.tui.commands.registry import SCREENS
from advisory.tui.style.colors import is_colorless
from advisory.tui.style.place import sheet
from advisory.tui.style.themes import OURS, themes_for

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


COLORED = THEMES[:-1]
"""All but the theme in the terminal's own colors, of which nobody knows how they look."""
IN_256 = [(ColorSystem.EIGHT_BIT, theme) for theme in themes_for("256")[:-1]]
IN_16 = [(ColorSystem.STANDARD, theme) for theme in themes_for("standard")[:-1]]
_VGA = "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"
_XTERM = (
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
)
PALETTES = {"vga": _VGA, "xterm": _XTERM}
"""The sixteen colors as a console and as xterm have them; each terminal has its own."""
ENOUGH_ANYWHERE = 3.5
"""With the sixteen colors of a terminal they were not chosen for."""
VISIBLE = 25
"""By how much red, green or blue has to differ between areas that have to be told apart."""


def colors_of(theme: Theme) -> dict[str, Color]:
    named = {name: getattr(theme, name) for name in ("foreground", "primary", "warning", "success", "background")}
    named |= {"surface": theme.surface, "panel": theme.panel, **theme.variables}
    return {name: Color.parse(color) for name, color in named.items()}


def as_shown(color: Color, system: ColorSystem, palette: str = _VGA) -> Color:
    """A color as a terminal shows it that has only those of the system."""
    nearest = color.rich_color.downgrade(system)
    if system is ColorSystem.STANDARD:
        return Color.parse(f"#{palette.split()[nearest.number or 0]}")
    return Color.from_rich_color(nearest)


def differ(one: Color, other: Color) -> bool:
    return max(abs(a - b) for a, b in zip(one.rgb, other.rgb, strict=True)) >= VISIBLE


@each_row(("system", "theme"), [(ColorSystem.TRUECOLOR, theme) for theme in OURS[:-1]] + IN_256 + IN_16)
@each_row("behind", ["background", "surface", "panel", "cursor"])
@each_row("text", ["foreground", "muted", "primary", "warning", "success"])
def test_every_look_can_be_read_on_everything_it_stands_on(
    system: ColorSystem, theme: Theme, text: str, behind: str
) -> None:
    colors = {name: as_shown(color, system) for name, color in colors_of(theme).items()}
    assert contrast(colors[text], colors[behind]) >= ENOUGH[theme.name]


@each_row(("system", "theme"), IN_16)
def test_sixteen_colors_can_be_read_in_a_terminal_with_others(system: ColorSystem, theme: Theme) -> None:
    for palette in PALETTES.values():
        colors = {name: as_shown(color, system, palette) for name, color in colors_of(theme).items()}
        for text in ("foreground", "muted", "primary", "warning", "success"):
            for behind in ("background", "surface", "panel", "cursor"):
                assert contrast(colors[text], colors[behind]) >= ENOUGH_ANYWHERE, (text, behind)


@each_row(("system", "theme"), IN_256 + IN_16)
def test_the_highlighted_row_and_a_dialog_stand_out(system: ColorSystem, theme: Theme) -> None:
    colors = {name: as_shown(color, system) for name, color in colors_of(theme).items()}
    for behind in ("background", "surface"):
        assert differ(colors["cursor"], colors[behind])
        assert contrast(colors["primary"], colors[behind]) >= 3  # a dialog's frame
    if system is ColorSystem.STANDARD:
        assert differ(colors["panel"], colors["background"])
        assert differ(colors["panel"], colors["surface"])


def test_the_line_that_is_typed_into_is_a_box_and_not_only_a_cursor() -> None:
    rules = [line for line in sheet("base").read_text(encoding="utf-8").splitlines() if "$panel" in line]
    assert all(any(line.startswith(box) for line in rules) for box in ("#find ", "#check-in-text "))


@pytest.mark.parametrize("theme", COLORED)
async def test_whatever_is_drawn_can_be_read(demo: Caseload, theme: str) -> None:
    settings_of(demo.store.folder, json.dumps({"theme": theme}))
    async with open_app(demo) as pilot:
        for screen in some_of(SCREENS):
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


@pytest.mark.parametrize("theme", COLORED)
async def test_the_hint_in_an_empty_box_can_be_read(demo: Caseload, theme: str) -> None:
    settings_of(demo.store.folder, json.dumps({"theme": theme}))
    async with open_app(demo) as pilot:
        await press(pilot, "slash")
        assert_readable(pilot, theme, "the find line")
        await press(pilot, "escape", "c")
        assert_readable(pilot, theme, "the check-in line")
        await press(pilot, "escape", "P")
        assert_readable(pilot, theme, "a form", within=pilot.app.screen.query_one(".dialog").region)


def assert_readable(pilot, theme: str, where: str, within=None, system: ColorSystem = ColorSystem.TRUECOLOR) -> None:
    for y, strip in enumerate(strips(pilot)):
        x = 0
        for text, style, _ in strip:
            is_meant = within is None or within.contains(x, y)
            x += cell_len(text)
            has_letters = any(character.isalnum() for character in text)  # lines and frames carry no meaning
            if is_meant and has_letters and isinstance(style, Style) and style.color and style.bgcolor:
                pair = [as_shown(Color.from_rich_color(color), system) for color in (style.color, style.bgcolor)]
                pair = pair[::-1] if style.reverse else pair
                assert contrast(*pair) >= ENOUGH[theme], (where, text, style)


@pytest.mark.parametrize("theme", COLORED)
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


@pytest.mark.parametrize(
    ("term", "system"), [("xterm-256color", ColorSystem.EIGHT_BIT), ("xterm", ColorSystem.STANDARD)]
)
async def test_what_is_drawn_can_be_read_in_few_colors(
    demo: Caseload, monkeypatch: pytest.MonkeyPatch, term: str, system: ColorSystem
) -> None:
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", term)
    async with open_app(demo) as pilot:
        for screen in ("today", "caseload", "settings"):
            await go_to(pilot, screen)
            assert_readable(pilot, THEMES[0], screen, system=system)
        await press(pilot, "escape", "P")
        assert_readable(pilot, THEMES[0], "a form", pilot.app.screen.query_one(".dialog").region, system=system)


@each_row(("environment", "is_so"), [
    ({"TERM": "xterm-256color"}, False), ({}, False), ({"TERM": "linux-m", "COLORTERM": "truecolor"}, False),
    ({"TERM": "xterm", "NO_COLOR": "1"}, True), ({"TERM": "vt220"}, True), ({"TERM": "xterm-mono"}, True), ({"TERM": "dumb"}, True),
])  # fmt: skip
def test_which_terminal_has_no_colors(environment: dict[str, str], is_so: bool) -> None:
    assert is_colorless(environment) is is_so


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "vt220"}, {}])
async def test_without_colors_of_its_own_it_marks_the_row_the_header_and_the_footer(
    demo: Caseload, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]
) -> None:
    monkeypatch.delenv("COLORTERM")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    if not variables:
        settings_of(demo.store.folder, json.dumps({"theme": THEMES[-1]}))
    async with open_app(demo, screen="caseload") as pilot:
        reversed_lines = {
            y
            for y, strip in enumerate(strips(pilot))
            if any(style and style.reverse and any(map(str.isalnum, text)) for text, style, _ in strip)
        }
        assert {0, len(strips(pilot)) - 1} <= reversed_lines
        assert len(reversed_lines) == 3
        if not variables:
            styles = [style for strip in strips(pilot) for _, style, _ in strip if style]
            numbers = {color.number for style in styles for color in (style.color, style.bgcolor) if color}
            assert numbers <= {None, 5}  # the terminal's text on its background, and its magenta


@pytest.mark.parametrize("screen", SCREENS)
async def test_the_theme_that_is_picked_is_remembered(demo: Caseload, screen: str) -> None:
    settings = demo.store.folder / "settings.json"
    async with open_app(demo, screen=screen) as pilot:
        for theme in (*THEMES[1:], THEMES[0], THEMES[1]) if screen == "caseload" else THEMES[1:2]:
            await command(pilot, "theme")
            await press(pilot, *(["up"] * len(THEMES) if theme == THEMES[0] else ["down"]), "enter")
            assert pilot.app.theme == theme
            assert message(pilot) == f"Theme: {theme.removeprefix('advisory-')}"
            assert json.loads(settings.read_text("utf-8")).get("theme", THEMES[0]) == theme
    async with open_app(demo) as pilot:
        assert pilot.app.theme == THEMES[1]


async def test_a_theme_there_is_not_gives_the_first(demo: Caseload) -> None:
    settings_of(demo.store.folder, '{"theme": "solarized"}')
    async with open_app(demo) as pilot:
        assert pilot.app.theme == THEMES[0]
        await press(pilot, "T", "enter")
        assert pilot.app.theme in THEMES


async def test_moving_in_the_list_shows_a_theme_and_escape_brings_the_old_one_back(demo: Caseload) -> None:
    async with open_app(demo, screen="caseload") as pilot:
        await press(pilot, "T", "down")
        assert pilot.app.theme == THEMES[1]
        assert Color.parse(OURS[1].foreground) in {
            Color.from_rich_color(segment.style.color) for segment in strips(pilot)[12] if segment.style
        }
        await press(pilot, "escape")
        assert pilot.app.theme == THEMES[0]
        assert not (demo.store.folder / "settings.json").exists()


async def test_a_theme_reaches_screens_that_were_drawn_before(demo: Caseload) -> None:
    async with open_app(demo, screen="board") as pilot:
        await go_to(pilot, "caseload")
        await press(pilot, "T", "down", "enter", "3")
        light = Color.parse(OURS[1].background)
        behind = {Color.from_rich_color(segment.style.bgcolor) for segment in strips(pilot)[5] if segment.style}
        assert light in behind
        assert "Rapport" in drawn(pilot)
        await highlight(pilot, demo.one("diego"))
        assert case_screen(pilot).highlighted.student == demo.one("diego").id
