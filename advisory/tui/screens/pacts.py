"""The pacts: reviews waiting first, then by the next review."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from advisory.model import Pact
from advisory.model.words import PactStatus
from advisory.rules.names import fold, matches
from advisory.tui.commands import bindings_of
from advisory.tui.prose import day
from advisory.tui.widgets.ink import Line, Span, cell, name_cell
from advisory.tui.widgets.lines import Lines, Row
from advisory.tui.widgets.pact_aside import PactAside

from .case_screen import CaseScreen

_STATUS, _MET, _REVIEW, _ROOMY = 10, 6, 11, 74
_SHOWN = (PactStatus.ACTIVE, PactStatus.PROPOSED, PactStatus.DRAFT, PactStatus.PAUSED, PactStatus.CLOSED)


class PactsScreen(CaseScreen, inherit_bindings=False):
    """One line a pact; Enter opens the student's card, p the form of a draft."""

    stem = "pacts"
    find_hint = "the beginning of a name, or a word of the target"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def make_body(self) -> Lines:
        return Lines(id="body")

    def aside(self) -> Iterable[Widget]:
        yield PactAside(self.desk)

    @property
    def pact(self) -> Pact | None:
        """The highlighted one."""
        return self.desk.caseload.store.get(Pact, self.body.key) if self.body.key else None

    @property
    def student_id(self) -> str:
        pact = self.pact
        return pact.student if pact else ""

    def tell(self) -> None:
        caseload = self.desk.caseload
        current = {student.id for student in caseload.students}
        pacts = [p for p in caseload.pacts if p.status in _SHOWN and p.student in current and self._fits(p)]
        pacts.sort(key=_order)
        rows = [Row(pact.id, self._drawing(pact)) for pact in pacts]
        if rows:
            rows.insert(0, Row("", self._heading))
        else:
            nothing = (
                "No pact has a name or a target that begins like this. Esc shows them all."
                if self.query_text
                else "There is no pact yet. P on a student in the caseload (2) drafts one."
            )
            rows = [Row("", lambda _cells: (Span(nothing, "muted"),))]
        self.query_one("#body", Lines).show(rows)

    def tell_aside(self) -> None:
        self.query_one(PactAside).show(self.pact)

    def _fits(self, pact: Pact) -> bool:
        target = fold(f"{pact.title} {pact.learning_target}")
        return all(
            word in target or matches(word, self.desk.student(pact.student)) for word in fold(self.query_text).split()
        )

    def _heading(self, cells: int) -> Line:
        widths = _widths(cells)
        titles = ("Student", "Pact", "Met", "Review", "State")
        return [cell(title, size, "muted") for title, size in zip(titles, widths, strict=True) if size]

    def _drawing(self, pact: Pact) -> Callable[[int], Line]:
        def draw(cells: int) -> Line:
            desk, today = self.desk, self.desk.caseload.today
            names, target, met, review, status = _widths(cells)
            waiting = (
                pact.status is PactStatus.ACTIVE and pact.next_review_on is not None and pact.next_review_on <= today
            )
            line = [
                name_cell(desk.name(pact.student), names),
                cell(desk.prose.note(pact.called), target),
                cell(f"{pact.success_met}/{len(pact.success_evidence)}", met),
                cell(
                    "waiting" if waiting else day(pact.next_review_on, today) or "–", review, "mine" if waiting else ""
                ),
            ]
            if status:
                state = pact.outcome.label if pact.outcome else pact.status.label
                line.append(cell(state, status, "" if pact.status is PactStatus.ACTIVE else "muted"))
            return line

        return draw


def _widths(cells: int) -> tuple[int, int, int, int, int]:
    """Student, target, met, review and state."""
    status = _STATUS if cells >= _ROOMY else 0
    names = 24 if cells >= _ROOMY else 16
    return names, cells - names - _MET - _REVIEW - status, _MET, _REVIEW, status


def _order(pact: Pact) -> tuple[int, date, str]:
    return (_SHOWN.index(pact.status), pact.next_review_on or date.max, pact.id)
