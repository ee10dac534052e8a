"""The footer: the keys that can be used now."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events

from advisory.tui.prose import width

from .text.ink import Line, Span
from .text.inked import Inked


class BarEntry(NamedTuple):
    """One command of the footer. A click runs its `action`, if it has one; one that `stays` is shown however narrow the screen is."""

    id: str
    action: str
    keys: str
    label: str
    stays: bool = False

    @property
    def cells(self) -> int:
        """The width it takes."""
        return width(self.keys) + width(self.label) + 3


class KeyBar(Inked):
    """Shows as many commands as fit, the most important first; a click runs one."""

    def __init__(self, entries: Sequence[BarEntry]) -> None:
        super().__init__()
        self.entries = entries

    def show(self, entries: Sequence[BarEntry]) -> None:
        """Show other commands."""
        if entries != self.entries:
            self.entries = entries
            self.refresh()

    def _fitting(self, cells: int) -> list[BarEntry]:
        fitting = list(self.entries)
        while sum(entry.cells for entry in fitting) > cells:
            drop = next((at for at in range(len(fitting) - 1, -1, -1) if not fitting[at].stays), None)
            if drop is None:
                break
            del fitting[drop]
        return fitting

    def line(self, cells: int) -> Line:
        spans: list[Span] = []
        for entry in self._fitting(cells):
            spans += [Span(f" {entry.keys}", "key"), Span(f" {entry.label} ", "muted")]
        return spans

    async def on_click(self, event: events.Click) -> None:
        at = event.x
        for entry in self._fitting(self.size.width):
            if 0 <= at < entry.cells:
                if entry.action:
                    await self.screen.run_action(entry.action)
                return
            at -= entry.cells
