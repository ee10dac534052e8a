"""The end of the school year, step by step, each on a page with a question, like the Friday review."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from advisory.caseload.year.year_end import YearEnd
from advisory.model import CheckIn, DefensePlan, FollowUp, Pact
from advisory.rules.year_end.steps import STEPS, YearStep
from advisory.tui.commands.registry import bindings_of
from advisory.tui.commands.year_end.tasks import TASK
from advisory.tui.desk import Desk
from advisory.tui.highlighted import Highlighted
from advisory.tui.kept_drafts import KeptDraft, kept_draft, kept_drafts
from advisory.tui.screens.base.over_screen import OverScreen
from advisory.tui.screens.base.steps import Steps
from advisory.tui.screens.caseload.detail_pane import StudentDetail
from advisory.tui.style.place import sheet
from advisory.tui.widgets.lists.lines import Lines

from .rows import DRAFT, year_end_rows

_OF_SEVERAL = (YearStep.PACTS, YearStep.PROMISES, YearStep.LEAVING)
"""The steps in which several lines can be chosen."""
_SEVERAL = ("tick", "chooses")
_HINTS = {
    YearStep.PACTS: (("end-pacts", "closes"), ("pause-pacts", "pauses"), _SEVERAL, ("open", "shows it")),
    YearStep.PROMISES: (("promise-done", "done"), ("promise-drop", "drops it"), ("carry-on", "carries on"), _SEVERAL),
    YearStep.UNFINISHED: (("open", "opens it"), ("discard-draft", "discards a draft"), ("step-on", "next step")),
    YearStep.DEFENSES: (("open", "opens the plan"), ("step-on", "next step")),
    YearStep.LEAVING: (("leave-together", "leaves"), _SEVERAL, ("step-on", "next step")),
    YearStep.NOTES: (("open", "writes the note"), ("step-on", "next step")),
    YearStep.SCHOOL: (("open", "shows what would go, and writes it"), ("step-on", "next step")),
    YearStep.NEW_YEAR: (("open", "does it"), ("step-on", "next step")),
    YearStep.OLD_LINES: (("open", "asks, and says what would go"), ("back", "close")),
}


class YearEndScreen(OverScreen, inherit_bindings=False):
    """Opens over a mode, and closes after the last step. What is ticked is forgotten when it closes."""

    stem = "year_end"
    CSS_PATH = [sheet("week")]  # noqa: RUF012 - Textual wants a plain class attribute
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.steps = Steps(self, "Year's end", STEPS)
        self._ticked: set[str] = set()
        self.end = YearEnd(desk.caseload)

    @property
    def drafts(self) -> list[KeptDraft]:
        """The texts that were never saved."""
        return kept_drafts(self.desk)

    def row(self, key: str) -> Highlighted:
        store = self.desk.caseload.store
        if key.startswith(TASK):
            return Highlighted(self.desk, row="year_task")
        if key.startswith(DRAFT):
            draft = kept_draft(self.desk, *key.removeprefix(DRAFT).split(":"))
            student = draft.student_id if self.desk.is_current(draft.student_id) else ""
            return Highlighted(self.desk, student, row="draft", draft=draft)
        settles = self.steps.current.value if self.steps.current in _OF_SEVERAL else ""
        if (promise := store.get(FollowUp, key)) is not None:
            return Highlighted(self.desk, promise.student, promise=promise, row="promise", settles=settles)
        if (pact := store.get(Pact, key)) is not None:
            return Highlighted(self.desk, pact.student, pact=pact, row="pact", settles=settles)
        if (jot := store.get(CheckIn, key)) is not None:
            return Highlighted(self.desk, jot.student, check_in=jot, row="check_in")
        if (plan := store.get(DefensePlan, key)) is not None:
            return Highlighted(self.desk, plan.student, plan=plan, row="plan")
        if self.steps.current is YearStep.NOTES and key:
            return Highlighted(self.desk, key, row="note_missing")
        return Highlighted(self.desk, key, settles=settles if key else "")

    @property
    def chosen(self) -> list[str]:
        """The keys of the rows that are ticked, in their order; of the highlighted one if none is."""
        ticked = [key for key in self.body.keys if key in self._ticked]
        return ticked or list(filter(None, [self.body.key]))

    def tick(self) -> None:
        """Tick the highlighted row, or take that back."""
        self._ticked ^= {self.body.key} - {""}
        self.redraw(force=True)

    def above(self) -> Iterable[Widget]:
        return self.steps.above()

    def make_body(self) -> Lines:
        return Lines(id="body")

    def detail_pane(self) -> Iterable[Widget]:
        yield StudentDetail(self.desk)

    def draw_body(self) -> None:
        self.end, drafts, step = YearEnd(self.desk.caseload), self.drafts, self.steps.current
        count = self.end.open_in(step, len(drafts))
        label = f"{step.label}: {count}" if count else step.label
        rows = year_end_rows(self.desk, self.end, step, self._ticked, drafts)
        # what was settled, or is of another step, is not chosen when undo or another step brings it back
        self._ticked.intersection_update(row.key for row in rows)
        self.steps.draw(label, step.question, rows)

    def draw_detail(self) -> None:
        self.query_one(StudentDetail).show(self.highlighted.student)

    def say(self, text: str, student_id: str = "") -> None:
        super().say(text or self.hint(_HINTS[self.steps.current]), student_id)
