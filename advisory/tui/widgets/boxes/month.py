"""A month of days to choose one from."""

from calendar import Calendar as Weeks
from collections.abc import Callable
from datetime import date, timedelta
from typing import ClassVar

from textual import events
from textual.binding import BindingType

from advisory.model import glyphs
from advisory.tui.widgets.text.ink import Line, Span
from advisory.tui.widgets.text.inked_block import InkedBlock

_CELLS = 5
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
ROWS = 8
"""The name of the month, the weekdays, and six weeks."""


class Month(InkedBlock, can_focus=True, inherit_bindings=False):
    """Shows days without school dim and in parentheses, and today between dots.

    `moved` is called when the cursor moves to another day, `chosen` when a day is double-clicked.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("left,h", "go(-1)", "The day before"),
        ("right,l", "go(1)", "The day after"),
        ("up,k", "go(-7)", "The week before"),
        ("down,j", "go(7)", "The week after"),
        ("pageup", "go_month(-1)", "The month before"),
        ("pagedown", "go_month(1)", "The month after"),
        ("home,t", "go_today", "Today"),
    ]

    def __init__(
        self,
        day: date,
        today: date,
        is_school_day: Callable[[date], bool],
        *,
        moved: Callable[[], None],
        chosen: Callable[[], None],
    ) -> None:
        super().__init__()
        self.day = day
        self._today, self._is_school_day = today, is_school_day
        self._moved, self._chosen = moved, chosen

    def action_go(self, days: int) -> None:
        self._go_to(self.day + timedelta(days=days))

    def action_go_month(self, months: int) -> None:
        """Go to the same day of another month, or to its last day if that month is shorter."""
        year, month = divmod(self.day.year * 12 + self.day.month - 1 + months, 12)
        first = date(year, month + 1, 1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        self._go_to(min(first + timedelta(days=self.day.day - 1), last))

    def action_go_today(self) -> None:
        self._go_to(self._today)

    def _go_to(self, day: date) -> None:
        self.day = day
        self.refresh()
        self._moved()

    @property
    def _weeks(self) -> list[list[date]]:
        return Weeks().monthdatescalendar(self.day.year, self.day.month)

    def block(self, cells: int) -> list[Line]:  # noqa: ARG002 - a month always has the same width
        return [
            (Span(f"{self.day:%B %Y}".center(_CELLS * len(_WEEKDAYS)), "heading"),),
            [Span(f" {name} ", "muted") for name in _WEEKDAYS],
            *([self._cell(day) for day in week] for week in self._weeks),
        ]

    def _cell(self, day: date) -> Span:
        if day.month != self.day.month:
            return Span(" " * _CELLS)
        if day == self.day:
            return Span(f"{glyphs.CURSOR}{day.day:2} ".ljust(_CELLS), "key")
        if day == self._today:
            return Span(f"[{day.day:2}] ", "strong")
        return Span(f" {day.day:2}  ") if self._is_school_day(day) else Span(f"({day.day:2}) ", "muted")

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset_capture(self)
        week, column = offset.y - 2, offset.x // _CELLS
        if 0 <= week < len(self._weeks) and 0 <= column < len(_WEEKDAYS):
            day = self._weeks[week][column]
            is_again = day == self.day
            self._go_to(day)
            if is_again and event.chain > 1:
                self._chosen()
