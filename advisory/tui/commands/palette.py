"""The command palette, which finds commands of the current screen and students."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.types import IgnoreReturnCallbackType
from textual.widgets import Input

from advisory.rules.names.finding import matches
from advisory.tui.widgets.text.as_typed import AsTyped

from .registry import SCREENS, commands_of
from .student import open_card

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
_STUDENT_FIRST = 1000.0
"""Higher than any command's score, so that students come first when a name matches."""


class Palette(CommandPalette):
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

    @property
    def shown(self) -> Content:
        """The label as it is drawn."""
        return Content.styled(self.label, "dim") if self.is_dim else Content(self.label)


class PaletteProvider(Provider):
    """Finds commands by label or sentence, and students by the beginning of any part of their name."""

    async def discover(self) -> Hits:
        for entry in self._commands():
            yield DiscoveryHit(entry.shown, entry.call, text=entry.label, help=entry.sentence)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for entry in self._commands():
            score = max(matcher.match(entry.label), matcher.match(entry.sentence) / 2)
            if score > 0:
                yield Hit(score, entry.shown, entry.call, text=entry.label, help=entry.sentence)
        for entry in self._students(query):
            yield Hit(_STUDENT_FIRST, entry.shown, entry.call, text=entry.label, help=entry.sentence)

    def _commands(self) -> Iterator[Entry]:
        if self.screen.id not in SCREENS:
            return  # the screen a student sees offers nothing
        screen = cast("CaseScreen", self.screen)
        for command in commands_of(screen.stem):
            if command.id not in _MOVING:
                call = partial(screen.run_action, command.action)
                rebound = screen.desk.keys
                keys = command.display(rebound.get(command.id))
                is_dim = not screen.highlighted.has(command.needs)
                yield Entry(f"{command.label}  {keys}", command.explained(rebound), call, is_dim)

    def _students(self, query: str) -> Iterator[Entry]:
        if self.screen.id not in SCREENS:
            return  # the screen a student sees offers nothing
        screen = cast("CaseScreen", self.screen)
        for student in screen.desk.caseload.students:
            if matches(query, student):
                yield Entry(screen.desk.name(student.id), "Open the card", partial(open_card, screen, student.id))
