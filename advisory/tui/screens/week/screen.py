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
from advisory.tui.screens.caseload.detail_pane import StudentDetail
from advisory.tui.style.place import sheet
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.text.step_head import StepHead

from .rows import week_rows

WALK = "Friday review"
_HINT = (("step-on", "next step"), ("open", "their card"), ("time", "who gets your time"), ("back", "close"))


class WeekScreen(OverScreen, inherit_bindings=False):
    """Opens over a mode, and closes after the last step."""

    stem = "week"
    CSS_PATH = [sheet("week")]  # noqa: RUF012 - Textual wants a plain class attribute
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._at = 0

    @property
    def step(self) -> WeekStep:
        """The current step."""
        return STEPS[self._at]

    @property
    def is_last_step(self) -> bool:
        """Whether the current step is the last one."""
        return self.step is STEPS[-1]

    def row(self, key: str) -> Highlighted:
        """On the last step Enter ends the review; on the others it opens the card."""
        store = self.desk.caseload.store
        match self.step:
            case WeekStep.PROMISES:
                promise = store.get(FollowUp, key)
                return Highlighted(self.desk, promise.student if promise else "", promise=promise, row="promise")
            case WeekStep.REVIEWS:
                pact = store.get(Pact, key)
                return Highlighted(self.desk, pact.student if pact else "")
        return Highlighted(self.desk, key, row="last_step" if self.is_last_step else "student")

    def above(self) -> Iterable[Widget]:
        yield StepHead(WALK, len(STEPS))

    def make_body(self) -> Lines:
        return Lines(id="body")

    def detail_pane(self) -> Iterable[Widget]:
        yield StudentDetail(self.desk)

    def draw_body(self) -> None:
        caseload = self.desk.caseload
        review = week_review(caseload.summaries, caseload.home_words, caseload.calendar, caseload.today)
        question = review.question(self.step)
        if self.step is WeekStep.FOCAL:
            question += f" {focal_words(review.focal)}"
        self.query_one(StepHead).show(self._at, self.step.label, question)
        self.query_one("#body", Lines).show(week_rows(self.desk, self.step, review))

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
        }.get(self.step, ())
        return self.hint(wanted) or self.hint(_HINT)

    # --- moving from step to step ---------------------------------------------------------------------------------

    def step_by(self, by: int) -> None:
        """Move `by` steps. Past the last step the review ends."""
        at = self._at + by
        if at >= len(STEPS):
            self.leave()
        elif at >= 0:
            self._go(at)

    def _go(self, at: int) -> None:
        """Show another step, from the top."""
        self._at = at
        lines = self.query_one("#body", Lines)
        lines.show((), "")
        self.redraw(force=True)
        lines.move_to_end(-1)
        self.say("")  # the hint is about what is highlighted now
