"""The open insights of the whole caseload: by area, and under each misconception everybody who has it."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from advisory.model import CognitiveInsight
from advisory.rules.learning.open_insights import open_insights
from advisory.tui.commands.registry import COMMAND, bindings_of
from advisory.tui.screens.base.over_screen import OverScreen
from advisory.tui.screens.insights.detail_pane import InsightAside
from advisory.tui.widgets.lists.lines import Lines

from .rows import insight_rows


class InsightsScreen(OverScreen, inherit_bindings=False):
    """Lies over the screen it was opened from; Enter opens the card, m the insight."""

    stem = "insights"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def on_mount(self) -> None:
        self.say("")

    def make_body(self) -> Lines:
        return Lines(id="body")

    def aside(self) -> Iterable[Widget]:
        yield InsightAside(self.desk)

    @property
    def insight(self) -> CognitiveInsight | None:
        """The highlighted one."""
        return self.desk.caseload.store.get(CognitiveInsight, self.body.key)

    @property
    def student_id(self) -> str:
        insight = self.insight
        return insight.student if insight else ""

    def tell(self) -> None:
        caseload = self.desk.caseload
        current = {student.id for student in caseload.students}
        areas = open_insights(one for one in caseload.insights if one.student in current)
        self.query_one("#body", Lines).show(insight_rows(self.desk, areas))

    def tell_aside(self) -> None:
        self.query_one(InsightAside).show(self.insight)

    def say(self, text: str, student_id: str = "") -> None:
        """Where there is nothing to tell, the keys that are wanted here, as the advisor has chosen them."""
        wanted = (("open", "their card"), ("insight", "the insight"), ("back", "leave"))
        hint = " · ".join(f"{COMMAND[one].display(self.desk.keys.get(one))} {what}" for one, what in wanted)
        super().say(text or hint, student_id)

    async def choose_insight(self, student_id: str) -> CognitiveInsight | str | None:
        """The highlighted one is meant."""
        return self.insight or await super().choose_insight(student_id)
