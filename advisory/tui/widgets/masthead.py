"""The top line: the modes by number, the day as of which everything is told, and the time left in the period."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from textual import events
from textual.geometry import Region

from advisory.tui.prose import width

from .text.ink import Line, Span, line_width, pad
from .text.inked import Inked

_PROGRAM = (Span(" advisory ", "heading"), Span(" "))
_BESIDE = 24
"""Cells beside the modes: the program's name, and the time left."""


class ModeLabel(NamedTuple):
    """A mode: its stem, the action that goes there, its number and its label."""

    stem: str
    action: str
    number: str
    label: str


class Masthead(Inked):
    """One line; a click on a mode goes there."""

    def __init__(self, modes: Sequence[ModeLabel], mode: str, today: date) -> None:
        super().__init__()
        self._every, self._mode, self._today, self._left = modes, mode, today, ""

    def show(self, today: date, left: str) -> None:
        """Tell another day, or the time left; of a running clock nothing is drawn but its own cells."""
        if today == self._today and left == self._left:
            return
        is_clock_only = today == self._today and width(left) == width(self._left)
        self._today, self._left = today, left
        if is_clock_only:
            cells = width(left) + 1
            self.refresh(Region(self.size.width - cells, 0, cells, 1))
        else:
            self.refresh()

    def line(self, cells: int) -> Line:
        left = list(_PROGRAM)
        for stem, text in self._modes(cells):
            left.append(Span(text, "strong" if stem == self._mode else "muted"))
        room = cells - line_width(left)
        shown = next((text for text in self._times() if width(text) < room), "")
        return [*pad(left, cells - width(shown)), Span(shown, "muted")]

    def _times(self) -> list[str]:
        """What the right end says, the fullest first."""
        day = f"{self._today.day} {self._today:%b}"
        full = f"{self._today:%a} {day}"
        if not self._left:
            return [f"{full} ", f"{day} "]
        return [f"{full} · {self._left} ", f"{day} · {self._left} ", f"{self._left} "]

    def _modes(self, cells: int) -> list[tuple[str, str]]:
        """Each mode's number and label; where there is little room only the label of the one shown."""
        every = [(one.stem, f" {one.number} {one.label} ") for one in self._every]
        short = [(one.stem, f" {one.number} {one.label.split()[0]} ") for one in self._every]
        for modes in (every, short):
            if sum(width(text) for _, text in modes) + _BESIDE <= cells:
                return modes
        return [(stem, text if stem == self._mode else text[:3]) for stem, text in every]

    async def on_click(self, event: events.Click) -> None:
        at = event.x - line_width(_PROGRAM)
        for mode, (_, text) in zip(self._every, self._modes(self.size.width), strict=True):
            if 0 <= at < width(text):
                await self.screen.run_action(mode.action)
            at -= width(text)
