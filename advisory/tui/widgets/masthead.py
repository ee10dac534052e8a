"""The top line: the modes by number, and the day as of which everything is told."""

from datetime import date

from textual import events

from advisory.tui.commands import COMMAND, MODES

from .ink import Line, Span, line_width, pad
from .inked import Inked


class Masthead(Inked):
    """One line; a click on a mode goes there."""

    def __init__(self, mode: str, today: date) -> None:
        super().__init__()
        self._mode, self._today = mode, today

    def show(self, today: date) -> None:
        """Tell another day."""
        if today != self._today:
            self._today = today
            self.refresh()

    def line(self, cells: int) -> Line:
        modes = self._modes()
        left: list[Span] = [Span(" advisory ", "heading"), Span(" ")]
        for stem, text in modes:
            left.append(Span(text, "strong" if stem == self._mode else "muted"))
        shown = f"{self._today:%a} {self._today.day} {self._today:%b} "
        room = cells - line_width(left)
        if room < len(shown) + 1:
            return left
        return [*pad(left, cells - len(shown)), Span(shown, "muted")]

    @staticmethod
    def _modes() -> list[tuple[str, str]]:
        commands = [(stem, COMMAND[f"show-{stem}"]) for stem in MODES]
        return [(stem, f" {command.keys} {command.label} ") for stem, command in commands]

    async def on_click(self, event: events.Click) -> None:
        at = event.x - len(" advisory  ")
        for stem, text in self._modes():
            if 0 <= at < len(text):
                await self.run_action(f"screen.show_{stem}")
            at -= len(text)
