"""The proposal for a whole caseload: a day and an hour for each student, to be changed before anything is saved."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from advisory.model import glyphs
from advisory.model.day_order import show_day
from advisory.rules.days.hour_words import time_words
from advisory.rules.season.schedule import Slot
from advisory.tui.desk import Desk
from advisory.tui.widgets.lists.body import Body
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span

from .dialog import Dialog

_WHEN = 22
"""The cells of a day and an hour, and the blanks after them."""


class Proposal(NamedTuple):
    """The slots, the ids of the students who are left out, and the id of one whose day and hour are to be typed."""

    slots: Sequence[Slot]
    out: frozenset[str] = frozenset()
    typed: str = ""

    @property
    def chosen(self) -> list[Slot]:
        """The slots of those who are not left out."""
        return [slot for slot in self.slots if slot.student_id not in self.out]


class ScheduleDialog(Dialog[Proposal | None], inherit_bindings=False):
    """Returns the proposal as it was changed, or None. A student who is moved up or down trades places with the neighbor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(None)", "Leave it"),
        ("enter,ctrl+s", "take", "Take it"),
        ("space", "leave_out", "Leave out, or take in again"),
        ("down,j", "move(1)", "Down"),
        ("up,k", "move(-1)", "Up"),
        ("minus", "type", "Type another day and hour"),
        ("shift+down,J", "trade(1)", "One place later"),
        ("shift+up,K", "trade(-1)", "One place earlier"),
        ("pagedown", "page(1)", "Page down"),
        ("pageup", "page(-1)", "Page up"),
    ]

    def __init__(self, desk: Desk, proposal: Proposal) -> None:
        super().__init__()
        self._desk, self._slots, self._out = desk, list(proposal.slots), set(proposal.out)
        self._at = proposal.typed or self._slots[0].student_id

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -tall"):
            yield Static(Content("Is this how the days go?"), classes="dialog-heading")
            yield Lines()
            keys = "↑ ↓ choose · J K trade places · - other time · Space leave out · Enter saves all · Esc back"
            yield Static(Content(keys), classes="dialog-keys")

    @property
    def _lines(self) -> Lines:
        return self.query_one(Lines)

    def on_mount(self) -> None:
        self._draw(self._at)
        self.set_focus(self._lines)

    def _draw(self, student_id: str) -> None:
        self._lines.show([self._row(slot) for slot in self._slots], student_id)

    def _row(self, slot: Slot) -> Row:
        is_in = slot.student_id not in self._out
        when = f"{show_day(slot.held_on, weekday=True)} {time_words(slot.starts)}"
        line: Line = (
            Span(f"{glyphs.DONE if is_in else ' '} ", "good"),
            Span(when.ljust(_WHEN), "muted"),
            Span(self._desk.name(slot.student_id), "strong" if is_in else "muted"),
        )
        return Row(slot.student_id, lambda _cells: line)

    def action_move(self, by: int) -> None:
        self._lines.move(by)

    def action_page(self, by: int) -> None:
        self._lines.move_page(by)

    def action_leave_out(self) -> None:
        """Leave the highlighted student out, or take them in again."""
        self._out ^= {self._lines.key}
        self._draw(self._lines.key)

    def action_trade(self, by: int) -> None:
        """Trade the highlighted student's place with the one before or after."""
        here = next(at for at, slot in enumerate(self._slots) if slot.student_id == self._lines.key)
        there = here + by
        if 0 <= there < len(self._slots):
            one, other = self._slots[here], self._slots[there]
            self._slots[here] = one._replace(student_id=other.student_id)
            self._slots[there] = other._replace(student_id=one.student_id)
            self._draw(one.student_id)

    def action_type(self) -> None:
        """Close, so that another day and hour can be typed for the highlighted student."""
        self.dismiss(Proposal(self._slots, frozenset(self._out), self._lines.key))

    def action_take(self) -> None:
        self.dismiss(Proposal(self._slots, frozenset(self._out)))

    def on_body_opened(self, event: Body.Opened) -> None:
        event.stop()  # a double click is no agreement
