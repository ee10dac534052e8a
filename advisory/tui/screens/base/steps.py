"""The steps of a screen, such as the Friday review: each one is a page with a question and a list."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from textual.widget import Widget

from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.step_head import StepHead

from .over_screen import OverScreen

S = TypeVar("S")


class Steps(Generic[S]):
    """Begins at the first step, and closes the screen after the last one."""

    def __init__(self, screen: OverScreen, title: str, steps: Sequence[S]) -> None:
        self._screen, self._title, self._steps = screen, title, steps
        self._at = 0

    @property
    def current(self) -> S:
        """The current step."""
        return self._steps[self._at]

    @property
    def is_last(self) -> bool:
        """Whether the current step is the last one."""
        return self._at == len(self._steps) - 1

    def above(self) -> Iterable[Widget]:
        """The heading of the current step, for the place above the body."""
        yield StepHead(self._title, len(self._steps))

    def draw(self, heading: str, question: str, rows: Sequence[Row]) -> None:
        """Draw the current step."""
        self._screen.query_one(StepHead).show(self._at, heading, question)
        self._lines.show(rows)

    def move(self, by: int) -> None:
        """Move `by` steps, and show the new one from the top. Past the last step the screen closes."""
        at = self._at + by
        if at >= len(self._steps):
            self._screen.leave()
        elif at >= 0:
            self._at = at
            self._lines.show((), "")
            self._screen.redraw(force=True)
            self._lines.move_to_end(-1)
            self._screen.say("")  # the hint is about what is highlighted now

    @property
    def _lines(self) -> Lines:
        return self._screen.query_one("#body", Lines)
