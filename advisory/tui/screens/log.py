"""The log: every check-in, newest first."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from advisory.model import CheckIn
from advisory.model.words import Party, Tone
from advisory.rules.names import fold, matches
from advisory.tui.commands import bindings_of
from advisory.tui.desk import Desk
from advisory.tui.prose import day
from advisory.tui.widgets.check_in_aside import CheckInAside
from advisory.tui.widgets.ink import Line, Span, cell
from advisory.tui.widgets.lines import Lines, Row

from .case_screen import CaseScreen
from .check_in_actions import CheckInActions

_WHEN, _KIND, _MARK = 11, 14, 2
_ROOMY = 74


class LogScreen(CheckInActions, CaseScreen, inherit_bindings=False):
    """One line a check-in; Enter opens its form."""

    stem = "log"
    find_hint = "the beginning of a name, or any word"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._folded: dict[str, str] = {}

    def make_body(self) -> Lines:
        return Lines(id="body")

    def aside(self) -> Iterable[Widget]:
        yield CheckInAside(self.desk)

    @property
    def student_id(self) -> str:
        check_in = self.check_in
        return check_in.student if check_in else ""

    def tell(self) -> None:
        log = self.desk.caseload.store.recent_check_ins()
        if self.query_text.strip():
            found = [c for c in log if self._fits(c)]
            rows = [Row(c.id, self._drawing(c)) for c in found]
            nothing = "No check-in has these words in it. Esc shows them all."
        else:
            rows = [Row(c.id, self._drawing(c)) for c in log]
            nothing = "Nothing is written down yet. Go to the caseload (2), and c takes a note."
        self.query_one("#body", Lines).show(rows or [Row("", lambda _cells: (Span(nothing, "muted"),))])

    def tell_aside(self) -> None:
        self.query_one(CheckInAside).show(self.check_in)

    def _fits(self, check_in: CheckIn) -> bool:
        words = fold(self.query_text).split()
        rest = fold(" ".join((check_in.line, check_in.body, check_in.student_says, *check_in.tags)))
        return all(word in rest or matches(word, self.desk.student(check_in.student)) for word in words)

    def _drawing(self, check_in: CheckIn) -> Callable[[int], Line]:
        def draw(cells: int) -> Line:
            desk = self.desk
            names = 20 if cells >= _ROOMY else 13
            kind = _KIND if cells >= _ROOMY else 0
            when = day(check_in.happened_on, desk.caseload.today)
            spans = [
                cell(when, _WHEN, "muted"),
                cell(desk.name(check_in.student) if cells >= _ROOMY else desk.short(check_in.student), names, "strong"),
            ]
            if kind:
                spans.append(cell(check_in.kind.label if check_in.contact_made else "not reached", kind, "muted"))
            spans.append(Span(mark_of(check_in).ljust(_MARK), "accent"))
            spans.append(Span(desk.prose.note(check_in.line) or desk.prose.notes(check_in.tags)))
            return spans

        return draw


def mark_of(check_in: CheckIn) -> str:
    """`*` for something to celebrate, `<` when the student started it: the capture line's own marks."""
    if check_in.tone is Tone.CELEBRATE:
        return "*"
    return "<" if check_in.initiator is Party.STUDENT else ""
