"""The columns of the list of pacts: student, name, trend, what is met and kept, and the next review.

Columns are only as wide as their contents; the pact's name gets the rest.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from advisory.model import Pact
from advisory.model.words import PactStatus
from advisory.rules.learning.trend import bars, numbers
from advisory.rules.overview.summary import is_review_waiting
from advisory.rules.pact.keeping import kept_this_month
from advisory.rules.pact.life import AGREED_STATES
from advisory.rules.pact.shelf import waiting_words
from advisory.tui.desk import Desk
from advisory.tui.prose import day, width
from advisory.tui.widgets.text.ink import Line, Span, cell, name_cell

_ROOMY = 70
"""From this width, in cells, the counts of kept commitments are in words."""
_MET, _NEXT, _NUMBERED = 4, 12, 11
_LEAST_NAME, _SHORT_NAME, _FULL_NAME = 8, 14, 28
_TITLE = 30
"""The width that pact names get, if they need it, before trends get numbers and students' names are shown in full."""


class _Widths(NamedTuple):
    """The widths of the columns, and whether there is room for full student names and for numbers in the trend."""

    name: int
    title: int
    trend: int
    kept: int
    is_full: bool
    has_numbers: bool


class PactColumns:
    """Draws the rows of several pacts with the same columns. Under the shade it leaves out trends and texts."""

    def __init__(self, desk: Desk, pacts: Sequence[Pact]) -> None:
        self._desk = desk
        trends = {} if desk.prose.is_shaded else {pact.id: desk.caseload.trend_of(pact) for pact in pacts}
        self._bars = {key: bars(trend) for key, trend in trends.items() if trend}
        self._numbers = {key: numbers(trend).partition(" of")[0] for key, trend in trends.items() if trend}
        self._title = 1 + min(max((width(desk.prose.note(pact.called)) for pact in pacts), default=0), _TITLE)
        self._full = max((width(desk.name(pact.student)) for pact in pacts), default=0)
        self._short = max((width(desk.short(pact.student)) for pact in pacts), default=0)

    def heading(self, cells: int) -> Line:
        """The row of column titles."""
        widths, month = self._widths(cells), f"{self._desk.caseload.today:%b}"
        return [
            cell("Student", widths.name, "muted"),
            cell("Pact", widths.title, "muted"),
            *([cell("Trend (1–4)" if widths.has_numbers else "Trend", widths.trend, "muted")] if widths.trend else []),
            cell("Met", _MET, "muted"),
            cell(f"Kept in {month}" if cells >= _ROOMY else "Kept", widths.kept, "muted"),
            Span("Next review", "muted"),
        ]

    def drawing(self, pact: Pact) -> Callable[[int], Line]:
        """The function that draws a pact's row."""

        def draw(cells: int) -> Line:
            desk, widths = self._desk, self._widths(cells)
            today, look = desk.caseload.today, "" if pact.status is PactStatus.ACTIVE else "muted"
            waits = waiting_words(pact, today, desk.caseload.calendar)
            is_due = is_review_waiting(pact, today)
            return [
                name_cell((desk.name if widths.is_full else desk.short)(pact.student), widths.name),
                cell(desk.prose.note(pact.called), widths.title, look),
                *self._trend(pact, widths),
                cell(f"{pact.success_met}/{len(pact.success_evidence)}", _MET, look),
                cell(self._kept(pact, is_roomy=cells >= _ROOMY), widths.kept, look),
                Span(waits or day(pact.next_review_on, today), "due" if is_due else look),
            ]

        return draw

    def _trend(self, pact: Pact, widths: _Widths) -> Line:
        shown = self._bars.get(pact.id, "")
        behind = f" {self._numbers[pact.id]}" if shown and widths.has_numbers else ""
        return [Span(shown, "accent"), cell(behind, widths.trend - width(shown))] if widths.trend else []

    def _kept(self, pact: Pact, *, is_roomy: bool) -> str:
        """How often both sides kept it this month; for a closed pact the closing day, before it begins nothing."""
        today = self._desk.caseload.today
        if pact.status is PactStatus.CLOSED:
            return day(pact.closed_on, today)
        if pact.status not in AGREED_STATES:
            return ""
        theirs, mine = (kept_this_month(side, today) for side in (pact.student_commitments, pact.advisor_commitments))
        return f"they {theirs} · you {mine}" if is_roomy else f"{theirs:>4}·{mine}"

    def _widths(self, cells: int) -> _Widths:
        kept = 16 if cells >= _ROOMY else 7
        bare = 1 + max((len("Trend"), *map(len, self._bars.values()))) if self._bars else 0
        numbered = max(_NUMBERED, *(2 + len(self._bars[key] + text) for key, text in self._numbers.items()), 0)
        short, full = (
            1 + min(max(longest, _LEAST_NAME), most)
            for longest, most in ((self._short, _SHORT_NAME), (self._full, _FULL_NAME))
        )
        rest = cells - kept - _MET - _NEXT
        has_numbers = bool(self._bars) and rest - short - numbered >= self._title
        trend = numbered if has_numbers else bare
        is_full = rest - trend - full >= self._title
        name = full if is_full else short
        return _Widths(name, rest - trend - name, trend, kept, is_full, has_numbers)
