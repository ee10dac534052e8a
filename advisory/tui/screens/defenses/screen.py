"""Defenses: a matrix of students and milestones, by days to go."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from advisory.model import DefensePlan, Milestone, Student
from advisory.model.day_order import show_day
from advisory.model.defense_words import DefenseOutcome, MilestoneStatus
from advisory.rules.names.finding import matches
from advisory.rules.season.another_turn import step_title
from advisory.rules.season.clashes import Clash, clash_words, clashes, without_plan
from advisory.rules.season.plan_life import is_upcoming, shown_plan
from advisory.tui.commands.registry import bindings_of, missing_sentence
from advisory.tui.desk import Desk
from advisory.tui.highlighted import Highlighted
from advisory.tui.screens.base.case_screen import CaseScreen
from advisory.tui.style.place import sheet
from advisory.tui.widgets.lists.matrix import Matrix, MatrixColumn, MatrixRow
from advisory.tui.widgets.text.ink import Line, Span
from advisory.tui.widgets.text.wrapped_text import WrappedText
from advisory.tui.words.defense import MARKS, away_words, milestone_mark

from .detail_pane import SeasonDetail

_END = 14
"""The cells of `Jun 11 wrap up`."""
_LEGEND: tuple[Line, ...] = (
    (Span(MARKS[MilestoneStatus.TO_DO]), Span(" to do", "muted")),
    (Span(MARKS[MilestoneStatus.DOING]), Span(" doing", "muted")),
    (Span(MARKS[MilestoneStatus.READY], "good"), Span(" ready", "muted")),
)
_NAMED = 6
"""How many students without a day are named."""
_SHORT = 9
"""The longest of a heading's words, where a column is narrow."""


class DefensesScreen(CaseScreen, inherit_bindings=False):
    """Shows the season, and the plan of the highlighted student. Enter opens the plan."""

    stem = "defenses"
    CSS_PATH = [sheet("defenses")]  # noqa: RUF012 - Textual wants a plain class attribute
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._plans: dict[str, DefensePlan] = {}
        """Student id → the plan that is shown."""
        self._columns: list[str] = []
        """The keys of the milestones, the earliest first."""
        self._clashes: list[Clash] = []

    def above(self) -> Iterable[Widget]:
        yield WrappedText(id="season")

    def make_body(self) -> Matrix:
        return Matrix(_LEGEND, "When", room=_END, id="body")

    def detail_pane(self) -> Iterable[Widget]:
        yield SeasonDetail(self.desk)

    @property
    def matrix(self) -> Matrix:
        """The body, which is a matrix."""
        return self.query_one("#body", Matrix)

    def row(self, key: str) -> Highlighted:
        plan = self._plans.get(key)
        return Highlighted(self.desk, key, row="plan", plan=plan, milestone=self._milestone(plan))

    def _milestone(self, plan: DefensePlan | None) -> Milestone | None:
        """The plan's milestone in the column of the cursor."""
        if plan is None or not self._columns:
            return None
        return _by_key(plan).get(self._columns[self.matrix.column])

    def draw_body(self) -> None:
        caseload, today = self.desk.caseload, self.desk.caseload.today
        plans = _shown_plans(caseload.students, caseload.defenses, today)
        self._plans = plans
        shown = [one for one in caseload.students if matches(self.query_text, one)]
        in_order = sorted(shown, key=lambda one: _order(plans.get(one.id), today))
        columns = self._milestones([plans[one.id] for one in in_order if one.id in plans])
        self._columns = list(columns)
        rows = [self._row(one, plans.get(one.id)) for one in in_order]
        ready = {key: sum(_is_ready(plans.get(one.id), key) for one in in_order) for key in columns}
        self._clashes = clashes(plans.values(), caseload.calendar, today)
        self.query_one(WrappedText).show(self._season())
        self.matrix.show(
            [MatrixColumn(title, _shortened(title), ready[key]) for key, title in columns.items()],
            rows,
            f"ready of {len(rows)}",
            self.desk.nobody_found if self.query_text else "",
        )

    def draw_detail(self) -> None:
        highlighted = self.highlighted
        plan = highlighted.plan
        mine = [self._clash(one) for one in self._clashes if plan in one.plans]
        self.query_one(SeasonDetail).show(highlighted.student, plan, highlighted.milestone, mine)

    # --- what is above and in the rows ----------------------------------------------------------------------------

    def _season(self) -> str:
        """What needs a decision: clashes first, then who has no day yet."""
        caseload, found = self.desk.caseload, self._clashes
        without = without_plan(caseload.students, caseload.defenses, caseload.today)
        if found:
            more = f" … and {len(found) - 1} more: go to each day." if len(found) > 1 else ""
            return f"{self._clash(found[0])}{more}"
        if not caseload.students:
            return missing_sentence("anybody", self.desk.keys, self.stem)
        if len(without) == len(caseload.students):
            return f"Nobody has a day yet. Press {self.key('add-defense')} to schedule everybody, or one student."
        if without:
            names = [self.desk.short(one.id) for one in without]
            more = f" … and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
            return f"No day yet: {', '.join(names[:_NAMED])}{more}."
        return "Everybody has a day."

    def _clash(self, clash: Clash) -> str:
        what = self.desk.prose.note(clash.what) if clash.what else ""
        return clash_words(clash._replace(what=what), self.desk.short)

    def _milestones(self, plans: list[DefensePlan]) -> dict[str, str]:
        """The key and safe label of each column: the list of milestones, and what else the plans have, by its distance."""
        found = {
            one.key: (one.days_before, one.label) for one in self.desk.caseload.milestones.values() if not one.hidden
        }
        for plan in plans:
            for one in plan.milestones:
                found.setdefault(one.key, (one.days_before, step_title(one) or one.label))
        in_order = sorted(found.items(), key=lambda item: -item[1][0])
        return {key: self.desk.prose.note(label) for key, (_, label) in in_order}

    def _row(self, student: Student, plan: DefensePlan | None) -> MatrixRow:
        name, today = self.desk.name(student.id), self.desk.caseload.today
        if plan is None:
            return MatrixRow(student.id, name, [Span(" ")] * len(self._columns), "no day yet")
        there = _by_key(plan)
        marks = [milestone_mark(there[key], today) if key in there else Span(" ") for key in self._columns]
        held_on = "" if plan.outcome is DefenseOutcome.POSTPONED else f"{show_day(plan.held_on):6} "
        return MatrixRow(student.id, name, marks, f"{held_on}{away_words(self.desk, plan)}")


def _shown_plans(students: Iterable[Student], plans: Iterable[DefensePlan], today: date) -> dict[str, DefensePlan]:
    """Student id → the plan to show of each student who has one."""
    of: dict[str, list[DefensePlan]] = {}
    for plan in plans:
        of.setdefault(plan.student, []).append(plan)
    found = ((one.id, shown_plan(of.get(one.id, ()), today)) for one in students)
    return {student_id: plan for student_id, plan in found if plan is not None}


def _order(plan: DefensePlan | None, today: date) -> tuple[int, date]:
    """Days to come first, then those to close or plan again, then students without a day, and what is over last."""
    if plan is None:
        return 2, date.max
    if is_upcoming(plan, today):
        return 0, plan.held_on
    return (3 if plan.is_over else 1), plan.held_on


def _by_key(plan: DefensePlan) -> dict[str, Milestone]:
    return {one.key: one for one in plan.milestones}


def _is_ready(plan: DefensePlan | None, key: str) -> bool:
    return plan is not None and any(one.key == key and one.status is MilestoneStatus.READY for one in plan.milestones)


def _shortened(title: str) -> str:
    """The longest word that tells a milestone apart: the last that fits, such as `peers` of `practice with peers`."""
    words = [word for word in title.replace(",", "").split() if len(word) <= _SHORT]
    return words[-1] if words else title
