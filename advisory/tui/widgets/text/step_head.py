"""The head of one step of a walk: what is walked through, how far along, and what the step asks."""

from advisory.tui.prose import width, wrap

from .ink import Line, Span, line_width
from .inked_block import InkedBlock


class StepHead(InkedBlock):
    """Its height is set in the sheet: the heading, and two lines for the question."""

    def __init__(self, walk: str, steps: int) -> None:
        super().__init__()
        self._walk, self._steps = walk, steps
        self._at, self._heading, self._question = 0, "", ""

    def show(self, at: int, heading: str, question: str) -> None:
        """Tell another step, counted from 0."""
        self._at, self._heading, self._question = at, heading, question
        self.refresh()

    def block(self, cells: int) -> list[Line]:
        count = f"{self._at + 1} of {self._steps} "
        left = (Span(f" {self._walk}  ", "muted"), Span(self._heading, "heading"))
        room = cells - line_width(left) - width(count)
        first = [*left, Span(" " * max(1, room)), Span(count, "accent")]
        return [first, *((Span(f" {text}"),) for text in wrap(self._question, cells - 2))]
