"""The command palette, which finds commands of the current screen and students."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.types import IgnoreReturnCallbackType
from textual.widgets import Input

from advisory.model import THEMES
from advisory.rules.names.finding import fold, matches
from advisory.tui.commands.registry import BESIDE, COMMANDS, SCREENS, Command, commands_of, not_here
from advisory.tui.commands.student.student import open_card
from advisory.tui.commands.themes import choose_theme
from advisory.tui.textual_layout import SeenThrough
from advisory.tui.widgets.text.as_typed import AsTyped

from .other_words import OTHER_WORDS

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen

_MOVING = {
    "line-up",
    "line-up-k",
    "line-down",
    "page-up",
    "page-down",
    "first-line",
    "last-line",
    "column-left",
    "column-right",
    "palette",
}
"""Commands that make no sense in the palette."""
_BEGINS, _SETTING, _ELSEWHERE = 400.0, 200.0, 190.0
"""Higher than the score of letters from anywhere in it; a command goes before a setting, and that before another screen's."""
_STUDENT_FIRST = 1000.0
"""Higher than any command's score, so that students come first when a name matches."""


_REMEMBERED = 8
"""How many commands that were used lately are offered first."""


class Palette(CommandPalette, SeenThrough[None]):
    """Textual's palette with our entries. `covered` hides what is typed, which may be a name."""

    def __init__(self, *, covered: bool) -> None:
        super().__init__(providers=[PaletteProvider], placeholder="A command, or the beginning of a name")
        self._covered = covered

    def on_mount(self) -> None:
        box = self.query_one(Input)
        box.password, box.highlighter = self._covered, AsTyped()


class Entry(NamedTuple):
    """One line of the palette, dim when the command can't run now."""

    label: str
    sentence: str
    call: IgnoreReturnCallbackType
    is_dim: bool = False
    also: str = ""
    """Other words that find it."""
    id: str = ""
    """The id of its command, if it is one."""

    @property
    def shown(self) -> Content:
        """The label as it is drawn."""
        return Content.styled(self.label, "dim") if self.is_dim else Content(self.label)


def _begins(query: str, words: str) -> float:
    """1 if the words begin like what is typed, a little less if one of them does; otherwise 0."""
    wanted, text = fold(query).strip(), fold(words)
    if not wanted:
        return 0.0
    return 1.0 if text.startswith(wanted) else 0.9 * (f" {wanted}" in text)


def _place(command_id: str, used: Sequence[str]) -> int:
    """How long ago a command was used: 0 for the last one."""
    return used.index(command_id) if command_id in used else len(used)


async def _run(screen: "CaseScreen", command: Command) -> None:
    """Run a command, and remember that it was used."""
    configuration = screen.desk.configuration
    others = [one for one in configuration.settings.used if one != command.id]
    configuration.choose(used=(command.id, *others)[:_REMEMBERED])
    await screen.run_action(command.action)


async def _go_to_setting(screen: "CaseScreen", row_key: str) -> None:
    """Open the settings, with the cursor on a row."""
    if screen.stem != "settings":
        await screen.open_over("settings")
    cast("CaseScreen", screen.app.screen).body.go_to(row_key)


class PaletteProvider(Provider):
    """Finds commands, settings and themes by their words or other words, and students by the beginning of a name.

    The beginning of a word goes before letters from anywhere, and what was used lately before the rest.
    """

    async def discover(self) -> Hits:
        used = self._used
        for entry in sorted(self._commands(), key=lambda entry: _place(entry.id, used)):
            yield DiscoveryHit(entry.shown, entry.call, text=entry.label, help=entry.sentence)

    async def search(self, query: str) -> Hits:
        matcher, used = self.matcher(query), self._used
        for entry in (*self._commands(), *self._settings(), *self._themes()):
            score = max(_begins(query, entry.label), _begins(query, entry.also) / 2) * (
                _BEGINS if entry.id else _SETTING
            )
            if entry.id and not score:
                score = max(matcher.match(entry.label), matcher.match(entry.sentence) / 2)
            if score > 0:
                score += len(used) - _place(entry.id, used)
                yield Hit(score, entry.shown, entry.call, text=entry.label, help=entry.sentence)
        for entry in self._elsewhere():
            if score := max(_begins(query, entry.label), _begins(query, entry.also) / 2) * _ELSEWHERE:
                yield Hit(score, entry.shown, entry.call, text=entry.label, help=entry.sentence)
        for entry in self._students(query):
            yield Hit(_STUDENT_FIRST, entry.shown, entry.call, text=entry.label, help=entry.sentence)

    @property
    def _used(self) -> Sequence[str]:
        """The ids of the commands used last, the latest first."""
        return cast("CaseScreen", self.screen).desk.configuration.settings.used if self.screen.id in SCREENS else ()

    def _settings(self) -> Iterator[Entry]:
        """The rows of the settings: each goes to its row."""
        if self.screen.id not in SCREENS:
            return
        screen = cast("CaseScreen", self.screen)
        for key, section, words in screen.settings_lines():
            also = f"{section} {OTHER_WORDS.get(section, '')}"
            yield Entry(f"{words}  settings", section, partial(_go_to_setting, screen, key), also=also)

    def _themes(self) -> Iterator[Entry]:
        if self.screen.id not in SCREENS:
            return
        screen = cast("CaseScreen", self.screen)
        for theme in THEMES:
            label = f"Theme: {theme.removeprefix('advisory-')}"
            yield Entry(label, "Switch to it now.", partial(choose_theme, screen, theme), id="theme")

    def _commands(self) -> Iterator[Entry]:
        if self.screen.id not in SCREENS:
            return  # the screen a student sees offers nothing
        screen = cast("CaseScreen", self.screen)
        for command in commands_of(screen.stem):
            if command.id not in _MOVING:
                call = partial(_run, screen, command)
                rebound = screen.desk.keys
                keys = command.display(rebound.get(command.id))
                is_dim = not screen.highlighted.has(command.needs)
                also = OTHER_WORDS.get(command.id, "")
                yield Entry(f"{command.label}  {keys}", command.explained(rebound), call, is_dim, also, command.id)

    def _elsewhere(self) -> Iterator[Entry]:
        """The commands of other screens, which say where they work."""
        if self.screen.id not in SCREENS:
            return
        screen = cast("CaseScreen", self.screen)
        for command in COMMANDS:
            if screen.stem not in command.where and command.where != (BESIDE,):
                keys, told = command.display(screen.desk.keys.get(command.id)), not_here(command)
                also = OTHER_WORDS.get(command.id, "")
                yield Entry(f"{command.label}  {keys}", told, partial(screen.say, told), is_dim=True, also=also)

    def _students(self, query: str) -> Iterator[Entry]:
        if self.screen.id not in SCREENS:
            return  # the screen a student sees offers nothing
        screen = cast("CaseScreen", self.screen)
        for student in screen.desk.caseload.students:
            if matches(query, student):
                yield Entry(screen.desk.name(student.id), "Open the card", partial(open_card, screen, student.id))
