"""The records of a caseload as they are in the store, including those of students who left."""

from datetime import date
from functools import cached_property
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

from advisory.model import (
    CatalogueMilestone,
    CheckIn,
    CognitiveInsight,
    DefensePlan,
    Evidence,
    FollowUp,
    Pact,
    StageMove,
)
from advisory.store import Store

if TYPE_CHECKING:
    from advisory.rules.learning.trend import Trend
    from advisory.rules.season.milestones import MilestoneList

    from .all_names import AllNames


class Records:
    """Reads records from memory; nothing here depends on the day."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @cached_property
    def all_names(self) -> "AllNames":
        """Every name that a student has or had."""
        from .all_names import AllNames

        return AllNames(self.store)

    @property
    def check_ins(self) -> list[CheckIn]:
        """The whole log, in the order in which it was written."""
        return self.store.all(CheckIn)

    @property
    def pacts(self) -> list[Pact]:
        """Every pact."""
        return self.store.all(Pact)

    @property
    def evidence(self) -> list[Evidence]:
        """Every piece of evidence."""
        return self.store.all(Evidence)

    @property
    def defenses(self) -> list[DefensePlan]:
        """Every defense plan, including those of students who left."""
        return self.store.all(DefensePlan)

    @property
    def milestones(self) -> "MilestoneList":
        """The list of milestones that a new plan begins with, with the advisor's own; hidden ones are marked."""
        from advisory.rules.season.milestones import milestone_list

        return milestone_list(self.store.all(CatalogueMilestone))

    @property
    def insights(self) -> list[CognitiveInsight]:
        """Every insight into how a student thinks."""
        return self.store.all(CognitiveInsight)

    @property
    def follow_ups(self) -> list[FollowUp]:
        """Every promise."""
        return self.store.all(FollowUp)

    @property
    def stage_moves(self) -> list[StageMove]:
        """Every move of a partnership from one stage to another."""
        return self.store.all(StageMove)

    def trend_of(self, pact: Pact) -> "Trend | None":
        """The student's progress toward the pact's target; None while there is no evidence."""
        from advisory.rules.learning.trend import derive_trend

        pieces = [piece for piece in self.store.of_student(Evidence, pact.student) if piece.pact == pact.id]
        return derive_trend(pieces) if pieces else None

    def check_ins_on(self, student_id: str, day: date) -> list[CheckIn]:
        """A student's check-ins on one day, newest first. Older ones are not decoded."""
        newest_first = reversed(self.store.check_ins_of(student_id))
        return list(takewhile(lambda c: c.happened_on == day, dropwhile(lambda c: c.happened_on > day, newest_first)))

    def questions_of(self, student_id: str) -> list[CheckIn]:
        """The check-ins with what a student wants to ask next time, the oldest first."""
        return [one for one in self.store.check_ins_of(student_id) if one.question]
