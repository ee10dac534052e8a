"""The open insights of the whole caseload, by area; students with the same misconception are together."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from advisory.model import CognitiveInsight
from advisory.rules.learning.open_insights import open_insights
from advisory.tui.commands.registry import bindings_of
from advisory.tui.highlighted import Highlighted
from advisory.tui.screens.base.over_screen import OverScreen
from advisory.tui.screens.insights.detail_pane import InsightDetail
from advisory.tui.widgets.lists.lines import Lines

from .rows import insight_rows


class InsightsScreen(OverScreen, inherit_bindings=False):
    """Opens over a mode. Enter opens the student's card; the insight command edits the insight."""

    stem = "insights"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def make_body(self) -> Lines:
        return Lines(id="body")

    def detail_pane(self) -> Iterable[Widget]:
        yield InsightDetail(self.desk)

    def row(self, key: str) -> Highlighted:
        insight = self.desk.caseload.store.get(CognitiveInsight, key)
        return Highlighted(self.desk, insight.student if insight else "", learning=insight)

    def draw_body(self) -> None:
        caseload = self.desk.caseload
        current = {student.id for student in caseload.students}
        areas = open_insights(one for one in caseload.insights if one.student in current)
        self.query_one("#body", Lines).show(insight_rows(self.desk, areas))

    def draw_detail(self) -> None:
        self.query_one(InsightDetail).show(
            insight if isinstance(insight := self.highlighted.learning, CognitiveInsight) else None
        )

    def say(self, text: str, student_id: str = "") -> None:
        wanted = (("open", "their card"), ("insight", "the insight"), ("back", "leave"))
        super().say(text or self.hint(wanted), student_id)
