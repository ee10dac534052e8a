"""The look back over the week, on Friday or any day: five steps, one a page, each with a question to go on with."""

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


class WeekScreen(OverScreen, inherit_bindings=False):
    """Lies over the screen it was opened from, and goes back there behind the last step."""

    stem = "week"
    CSS_PATH = [sheet("week")]  # noqa: RUF012 - Textual reads it so
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._at = 0

    def on_mount(self) -> None:
        self.say("")

    @property
    def step(self) -> WeekStep:
        """The step that is shown."""
        return STEPS[self._at]

    @property
    def is_last_step(self) -> bool:
        """Whether the step that is shown is the one at which the review ends."""
        return self.step is STEPS[-1]

    @property
    def highlighted(self) -> Highlighted:
        """On the last step Enter ends the review: everybody stands there, and nobody is to be opened by the way."""
        store, key = self.desk.caseload.store, self.body.key
        match self.step:
            case WeekStep.PROMISES:
                promise = store.get(FollowUp, key)
                return Highlighted(self.desk, promise.student if promise else "", promise=promise)
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
        review = week_review(caseload.summaries, caseload.calendar, caseload.today)
        asks = (
            f"{self.step.question} {focal_words(review.focal)}" if self.step is WeekStep.FOCAL else self.step.question
        )
        self.query_one(StepHead).show(self._at, self.step.label, asks)
        self.query_one("#body", Lines).show(week_rows(self.desk, self.step, review))

    def draw_detail(self) -> None:
        self.query_one(StudentDetail).show(self.highlighted.student)

    def say(self, text: str, student_id: str = "") -> None:
        super().say(text or self._hint(), student_id)

    def _hint(self) -> str:
        """Where there is nothing to say, the keys that the step asks for."""
        wanted = {
            WeekStep.PROMISES: (("promise-done", "done"), ("snooze", "put it off"), ("promise-drop", "let it go")),
            WeekStep.FOCAL: (("choose-focal", "chooses"), ("open", "ends the review")),
        }.get(self.step, (("step-on", "next step"), ("open", "their card"), ("back", "leave")))
        return " · ".join(f"{self.key(one)} {what}" for one, what in wanted)

    # --- the walk -------------------------------------------------------------------------------------------------

    def step_by(self, by: int) -> None:
        """Go to another step; past the last one the review ends."""
        at = self._at + by
        if at >= len(STEPS):
            self.leave()
        elif at >= 0:
            self._go(at)

    def _go(self, at: int) -> None:
        """Show another step from its top."""
        self._at = at
        lines = self.query_one("#body", Lines)
        lines.show((), "")
        self.say("")
        self.redraw(force=True)
        lines.move_to_end(-1)
