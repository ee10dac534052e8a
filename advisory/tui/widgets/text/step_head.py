"""The heading of one step in a series of steps, such as those of the weekly review."""

from advisory.tui.prose import width, wrap

from .ink import Line, Span, line_width
from .inked_block import InkedBlock


class StepHead(InkedBlock):
    """Shows which step it is, out of how many, and in two lines the question that it asks."""

    def __init__(self, title: str, steps: int) -> None:
        super().__init__()
        self._title, self._steps = title, steps
        self._at, self._heading, self._question = 0, "", ""

    def show(self, at: int, heading: str, question: str) -> None:
        """Show another step; `at` counts from 0."""
        self._at, self._heading, self._question = at, heading, question
        self.renew()

    def block(self, cells: int) -> list[Line]:
        count = f"{self._at + 1} of {self._steps} "
        left = (Span(f" {self._title}  ", "muted"), Span(self._heading, "heading"))
        room = cells - line_width(left) - width(count)
        first = [*left, Span(" " * max(1, room)), Span(count, "accent")]
        return [first, *((Span(f" {text}"),) for text in wrap(self._question, cells - 2))]
