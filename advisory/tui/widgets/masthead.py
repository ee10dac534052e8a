"""The top line: the modes with their numbers, today's date, and the time left in the period."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from textual import events
from textual.geometry import Region

from advisory.model.day_order import show_day
from advisory.tui.prose import width

from .text.ink import Line, Span, line_width, pad
from .text.inked import Inked

_PROGRAM = (Span(" advisory ", "heading"), Span(" "))
_NO_PROGRAM = (Span(" "),)


class ModeLabel(NamedTuple):
    """A mode: its stem, the action that opens it, its number, and its label."""

    stem: str
    action: str
    number: str
    label: str


class Masthead(Inked):
    """A click on a mode opens it."""

    def __init__(self, modes: Sequence[ModeLabel], mode: str, today: date) -> None:
        super().__init__()
        self._every, self._mode, self._today = modes, mode, today
        self._left: Sequence[str] = ("",)

    def show_modes(self, modes: Sequence[ModeLabel]) -> None:
        """Show the modes with other keys."""
        self._every = modes
        self.refresh()

    def show(self, today: date, left: Sequence[str]) -> None:
        """Show another day or time left, of which the longest text is first. Redraw only the clock if nothing else changes."""
        if today == self._today and left == self._left:
            return
        is_clock_only = today == self._today and [*map(width, left)] == [*map(width, self._left)]
        self._today, self._left = today, left
        if is_clock_only:
            cells = width(left[0]) + 1
            self.refresh(Region(self.size.width - cells, 0, cells, 1))
        else:
            self.refresh()

    def line(self, cells: int) -> Line:
        program, modes = self._layout(cells)
        left = list(program)
        for stem, text in modes:
            left.append(Span(text, "strong" if stem == self._mode else "muted"))
        room = cells - line_width(left)
        shown = next((text for text in self._times() if width(text) < room), "")
        return [*pad(left, cells - width(shown)), Span(shown, "muted")]

    def _times(self) -> list[str]:
        """The date and the time left, from the longest form to the shortest."""
        day, full = show_day(self._today), show_day(self._today, weekday=True)
        if not any(self._left):
            return [f"{full} ", f"{day} "]
        with_date = [f"{date} · {left} " for left in self._left for date in (full, day)]
        return [*with_date, *(f"{left} " for left in self._left)]

    def _layout(self, cells: int) -> tuple[Line, list[tuple[str, str]]]:
        """The program's name, and the stem of each mode with its number and label, so that date and time left fit.

        First the labels are shortened, then the name is left out, then they stand closer, and then
        labels go from the last on, but for the current mode's.
        """
        every = [(one.stem, f" {one.number} {one.label} ") for one in self._every]
        short = [(one.stem, f" {one.number} {one.label.split()[0]} ") for one in self._every]
        close = [(stem, text[1:]) for stem, text in short]
        for program, modes in ((_PROGRAM, every), (_PROGRAM, short), (_NO_PROGRAM, short), (_NO_PROGRAM, close)):
            if self._fits(program, modes, cells):
                return program, modes
        modes = short
        for at in reversed(range(len(modes))):
            stem, text = modes[at]
            if stem != self._mode and not self._fits(_NO_PROGRAM, modes, cells):
                modes = [*modes[:at], (stem, text[:3]), *modes[at + 1 :]]
        return _NO_PROGRAM, modes

    def _fits(self, program: Line, modes: Sequence[tuple[str, str]], cells: int) -> bool:
        return line_width(program) + sum(width(text) for _, text in modes) + self._wanted < cells

    @property
    def _wanted(self) -> int:
        """How many cells the date and the time left take at least."""
        day = show_day(self._today)
        return width(f"{day} · {self._left[-1]} " if any(self._left) else f"{show_day(self._today, weekday=True)} ")

    async def on_click(self, event: events.Click) -> None:
        program, modes = self._layout(self.size.width)
        at = event.x - line_width(program)
        for mode, (_, text) in zip(self._every, modes, strict=True):
            if 0 <= at < width(text):
                # by the app: a screen that closes waits for its widgets, and so can't be closed by one of them
                self.app.call_later(self.screen.run_action, mode.action)
                return
            at -= width(text)
