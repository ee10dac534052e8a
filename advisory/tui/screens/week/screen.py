"""The Friday review, which looks back over the week step by step, each on a page with a question."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from advisory.model import FollowUp, Pact
from advisory.rules.overview.week_review import STEPS, WeekStep, focal_words, week_review
from advisory.tui.commands.registry import bindings_of
from advisory.tui.desk import Desk
from advisory.tui.highlighted import Highlighted
from advisory.tui.screens.base.over_screen import OverScreen
from advisory.tui.screens.base.steps import Steps
from advisory.tui.screens.caseload.detail_pane import StudentDetail
from advisory.tui.style.place import sheet
from advisory.tui.widgets.lists.lines import Lines

from .rows import week_rows

_HINT = (("step-on", "next step"), ("open", "their card"), ("time", "who gets your time"), ("back", "close"))


class WeekScreen(OverScreen, inherit_bindings=False):
    """Opens over a mode, and closes after the last step."""

    stem = "week"
    CSS_PATH = [sheet("week")]  # noqa: RUF012 - Textual wants a plain class attribute
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.steps = Steps(self, "Friday review", STEPS)

    def row(self, key: str) -> Highlighted:
        """On the last step Enter ends the review; on the others it opens the card."""
        store = self.desk.caseload.store
        match self.steps.current:
            case WeekStep.PROMISES:
                promise = store.get(FollowUp, key)
                return Highlighted(self.desk, promise.student if promise else "", promise=promise, row="promise")
            case WeekStep.REVIEWS:
                pact = store.get(Pact, key)
                return Highlighted(self.desk, pact.student if pact else "")
        return Highlighted(self.desk, key, row="last_step" if self.steps.is_last else "student")

    def above(self) -> Iterable[Widget]:
        return self.steps.above()

    def make_body(self) -> Lines:
        return Lines(id="body")

    def detail_pane(self) -> Iterable[Widget]:
        yield StudentDetail(self.desk)

    def draw_body(self) -> None:
        caseload = self.desk.caseload
        review = week_review(caseload.summaries, caseload.home_words, caseload.calendar, caseload.today)
        step = self.steps.current
        question = review.question(step)
        if step is WeekStep.FOCAL:
            question += f" {focal_words(review.focal)}"
        self.steps.draw(step.label, question, week_rows(self.desk, step, review))

    def draw_detail(self) -> None:
        self.query_one(StudentDetail).show(self.highlighted.student)

    def say(self, text: str, student_id: str = "") -> None:
        super().say(text or self._hint(), student_id)

    def _hint(self) -> str:
        """The keys for the current step, shown when there is no message."""
        wanted = {
            WeekStep.PROMISES: (
                ("promise-done", "done"),
                ("snooze", "put it off"),
                ("promise-drop", "drop it"),
                ("open", "correct it"),
            ),
            WeekStep.FAMILIES: (("check-in", "writes down a call"), ("open", "their card"), ("step-on", "next step")),
            WeekStep.FOCAL: (("choose-focal", "chooses"), ("open", "ends the review")),
        }.get(self.steps.current, ())
        return self.hint(wanted) or self.hint(_HINT)
