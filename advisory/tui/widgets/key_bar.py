"""The bottom line: the keys most wanted on this screen, from the registry of commands."""

from collections.abc import Mapping

from textual import events

from advisory.tui.commands.registry import Command, footer_of

from .text.ink import Line, Span
from .text.inked import Inked


class KeyBar(Inked):
    """As many commands as fit, the most wanted first; a click calls one."""

    def __init__(self, screen_stem: str, rebound: Mapping[str, str]) -> None:
        super().__init__()
        self._stem, self._rebound = screen_stem, rebound

    def _places(self, cells: int) -> list[tuple[Command, str, str]]:
        """The commands shown, each with its keys and label; help is always among them."""
        every = footer_of(self._stem)
        wanted = [(c, c.display(self._rebound.get(c.id)), c.label) for c in every]
        keep = {"help"}
        while sum(len(keys) + len(label) + 3 for _, keys, label in wanted) > cells:
            drop = next((i for i in range(len(wanted) - 1, -1, -1) if wanted[i][0].id not in keep), None)
            if drop is None:
                break
            del wanted[drop]
        return wanted

    def line(self, cells: int) -> Line:
        spans: list[Span] = []
        for _, keys, label in self._places(cells):
            spans += [Span(f" {keys}", "key"), Span(f" {label} ", "muted")]
        return spans

    async def on_click(self, event: events.Click) -> None:
        at = event.x
        for command, keys, label in self._places(self.size.width):
            length = len(keys) + len(label) + 3
            if 0 <= at < length:
                await self.run_action(command.target)
                return
            at -= length
