"""The board: every partnership in its stage, and what its next move is."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from advisory.model import Evidence, Indicator
from advisory.model.words import PactStatus, Stage
from advisory.rules.indicators import label_of
from advisory.rules.names import matches
from advisory.rules.summary import Summary
from advisory.tui.commands import bindings_of
from advisory.tui.looks import dots, pact_text
from advisory.tui.prose import day
from advisory.tui.widgets.ink import Line, Span
from advisory.tui.widgets.stage_columns import Card, Column, StageColumns
from advisory.tui.widgets.student_aside import StudentAside

from .case_screen import CaseScreen
from .fact_actions import FactActions

_NEVER = 10_000


class BoardScreen(FactActions, CaseScreen, inherit_bindings=False):
    """Three columns; in each the longest without a one-to-one first."""

    stem = "board"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def make_body(self) -> StageColumns:
        return StageColumns(id="body")

    def aside(self) -> Iterable[Widget]:
        yield StudentAside(self.desk)

    @property
    def columns(self) -> StageColumns:
        """The three columns."""
        return self.query_one("#body", StageColumns)

    def tell(self) -> None:
        by_stage: dict[Stage, list[Summary]] = {stage: [] for stage in Stage}
        for line in self.desk.caseload.summaries:
            if matches(self.query_text, line.student):
                by_stage[line.stage or Stage.RAPPORT].append(line)
        self.columns.show(
            [Column(stage.label, [self._card(line) for line in _ordered(lines)]) for stage, lines in by_stage.items()]
        )

    def tell_aside(self) -> None:
        self.query_one(StudentAside).show(self.student_id)

    def action_column_left(self) -> None:
        self.columns.move_column(-1)

    def action_column_right(self) -> None:
        self.columns.move_column(1)

    def action_previous_section(self) -> None:
        self.columns.move_column(-1)

    def action_next_section(self) -> None:
        self.columns.move_column(1)

    def _card(self, line: Summary) -> Card:
        say: Callable[[Summary], Sequence[Line]] = {
            Stage.ALLIANCE: self._alliance,
            Stage.COGNITIVE_INSIGHT: self._insight,
        }.get(line.stage or Stage.RAPPORT, self._rapport)
        return Card(line.student.id, self.desk.name(line.student.id), lambda _cells: say(line))

    def _rapport(self, line: Summary) -> Sequence[Line]:
        gate = line.gate
        signs = (Span(dots(gate.seen, gate.wanted), "accent"), Span(f" {gate.seen} of {gate.wanted} signs"))
        return [signs, self._next(line)]

    def _alliance(self, line: Summary) -> Sequence[Line]:
        pact = line.pact
        if pact is None:
            return [(Span("no pact yet", "muted"),), self._next(line)]
        first = (Span(pact_text(line, self.desk.prose)),)
        if pact.status is PactStatus.ACTIVE and pact.next_review_on:
            if pact.next_review_on <= line.as_of:
                return [first, (Span("review waiting", "mine"),)]
            return [first, (Span(f"review {day(pact.next_review_on, line.as_of)}", "muted"),)]
        return [first, (Span(pact.status.label, "muted"),)]

    def _insight(self, line: Summary) -> Sequence[Line]:
        store, student_id = self.desk.caseload.store, line.student.id
        signs = [s for s in store.of_student(Indicator, student_id) if s.stage is Stage.COGNITIVE_INSIGHT]
        evidence = store.of_student(Evidence, student_id)
        last = max(signs, key=lambda sign: (sign.observed_on, sign.id), default=None)
        first = f"{label_of(last.key)} {day(last.observed_on, line.as_of)}" if last else "no sign yet"
        seen = max(evidence, key=lambda one: (one.seen_on, one.id), default=None)
        return [(Span(first),), (Span(seen.independence.label, "muted"),) if seen else self._next(line)]

    def _next(self, line: Summary) -> Line:
        step = line.partnership.next_step if line.partnership else ""
        return (Span(f"next: {self.desk.prose.note(step)}" if step else "next: not set", "" if step else "muted"),)


def _ordered(lines: list[Summary]) -> list[Summary]:
    return sorted(lines, key=lambda line: -(_NEVER if line.one_to_one_age is None else line.one_to_one_age))
