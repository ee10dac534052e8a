"""A small calendar to pick a day from."""

from collections.abc import Callable
from datetime import date
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from advisory.model.words import ReviewEvery
from advisory.rules.days.day_words import format_day, typed_day
from advisory.tui.dialogs.dialog import Dialog
from advisory.tui.widgets.boxes.month import ROWS, Month


class Days(NamedTuple):
    """What a form needs to know about days."""

    today: date
    read: Callable[[str], date]
    """Reads a day that was typed, such as `fri`; refuses what it can't read."""
    is_school_day: Callable[[date], bool]
    first_look: Callable[[ReviewEvery], date]
    """The day of the first review, if the pact begins today and is reviewed so often."""

    def describe(self, day: date) -> str:
        """`Thu Nov 26 · no school`."""
        return self._and_school(format_day(day, self.today), day)

    def describe_typed(self, text: str) -> str:
        """The same for what was typed; only `Thu · no school` if that is the day as it would be written."""
        day = self.read(text)
        return self._and_school(f"{day:%a}", day) if text.strip() == typed_day(day) else self.describe(day)

    def _and_school(self, words: str, day: date) -> str:
        return words + ("" if self.is_school_day(day) else " · no school")


class CalendarDialog(Dialog[date | None], inherit_bindings=False):
    """Returns the day that was picked, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(None)", "Leave it"), ("enter", "take", "Take it")]

    def __init__(self, heading: str, day: date, days: Days) -> None:
        super().__init__()
        self._heading, self._day, self._days = heading, day, days

    def compose(self) -> ComposeResult:
        days = self._days
        with Vertical(classes="dialog -calendar"):
            yield Static(Content(self._heading), classes="dialog-heading")
            yield Month(self._day, days.today, days.is_school_day, moved=self._draw, chosen=self.action_take)
            yield Static(id="calendar-day", markup=False)
            yield Static(
                Content("← → ↑ ↓ day · PgUp PgDn month\nt today · Enter chooses · Esc close"),
                classes="dialog-keys",
            )

    def on_mount(self) -> None:
        month = self.query_one(Month)
        month.styles.height = ROWS
        self._draw()
        self.set_focus(month)

    def _draw(self) -> None:
        self.query_one("#calendar-day", Static).update(Content(self._days.describe(self.query_one(Month).day)))

    def action_take(self) -> None:
        self.dismiss(self.query_one(Month).day)
