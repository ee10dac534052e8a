"""The screen of one defense plan: the way to the day, the day, and what came after."""

from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from advisory.model import DefensePlan
from advisory.rules.season.plan_life import shown_plan
from advisory.tui.commands.registry import bindings_of
from advisory.tui.desk import Desk
from advisory.tui.highlighted import MILESTONES, Highlighted
from advisory.tui.screens.base.over_screen import OverScreen
from advisory.tui.widgets.lists.page import PageBody

from .page import first_key, part_of, plan_page


class DefenseScreen(OverScreen, inherit_bindings=False):
    """Shows the plan it was opened for; if an undo took it away, the student's other plan, or the screen closes."""

    stem = "defense"
    is_of_one_student = True
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def __init__(self, desk: Desk, plan_id: str) -> None:
        super().__init__(desk)
        self._plan_id, self._student_id = plan_id, desk.caseload.store.need(DefensePlan, plan_id).student
        self._shown = ""
        """The id of the plan that was drawn last."""

    def make_body(self) -> PageBody:
        return PageBody(id="body")

    @property
    def page(self) -> PageBody:
        """The body, which shows the plan."""
        return self.query_one("#body", PageBody)

    @property
    def plans(self) -> list[DefensePlan]:
        """All plans of the student, the earliest day first."""
        of_student = self.desk.caseload.store.of_student(DefensePlan, self._student_id)
        return sorted(of_student, key=lambda plan: (plan.held_on, plan.id))

    @property
    def plan(self) -> DefensePlan | None:
        """The plan that is shown; None if the student has none any more."""
        plans = self.plans
        own = next((plan for plan in plans if plan.id == self._plan_id), None)
        return own or shown_plan(plans, self.desk.caseload.today)

    def row(self, key: str) -> Highlighted:
        """Every row is about the plan; Enter changes the highlighted part of it."""
        plan, part = self.plan, part_of(key)
        milestone = None
        if plan is not None and part is not None and part.section == MILESTONES and part.number < len(plan.milestones):
            milestone = plan.milestones[part.number]
        student = self._student_id if self._student_id in self.desk.caseload.names else ""
        return Highlighted(self.desk, student, row="plan_part", plan=plan, milestone=milestone, part=part)

    def draw_body(self) -> None:
        plan = self.plan
        if plan is None or not self.highlighted.student:
            self.leave()
            return
        make = partial(plan_page, self.desk, plan, self._place(plan))
        if plan.id == self._shown:
            self.page.show(make)
        else:
            self._plan_id = self._shown = plan.id
            self.page.begin(make, first_key(plan))

    def _place(self, plan: DefensePlan) -> str:
        """Which of the student's plans this is, such as `plan 1 of 2`; "" if it is the only one."""
        plans = self.plans
        return f"plan {plans.index(plan) + 1} of {len(plans)}" if len(plans) > 1 else ""

    def say(self, text: str, student_id: str = "") -> None:
        super().say(text or self._hint(), student_id)

    def _hint(self) -> str:
        """The most useful keys, shown when there is no message."""
        wanted = [
            ("step-milestone", "steps on"),
            ("practice", "a practice"),
            ("add-to-plan", "adds"),
            ("close-defense", "after the day"),
        ]
        if len(self.plans) > 1:
            wanted.append(("next-student", "next plan"))
        return " · ".join(f"{self.key(one)} {what}" for one, what in wanted)

    # --- moving ---------------------------------------------------------------------------------------------------

    def turn_to(self, *values: str) -> None:
        """Show another plan, from the top."""
        self._plan_id, self._student_id = values[0], self.desk.caseload.store.need(DefensePlan, values[0]).student
        self._shown = ""
        self.say("")
        self.redraw(force=True)

    def walk(self, by: int) -> None:
        """Show the next plan: the student's other ones in the order of their days, then the next student's."""
        caseload = self.desk.caseload
        order = {student.id: at for at, student in enumerate(caseload.students)}
        plans = [plan for plan in caseload.defenses if plan.student in order]
        everyone = [plan.id for plan in sorted(plans, key=lambda plan: (order[plan.student], plan.held_on, plan.id))]
        plan = self.plan
        if plan is not None and plan.id in everyone:
            self.turn_to(everyone[(everyone.index(plan.id) + by) % len(everyone)])
