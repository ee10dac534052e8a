"""defenses.csv: one row per defense plan."""

from collections.abc import Iterable, Iterator, Mapping

from advisory.exchange.file.csv_out import Cell
from advisory.model import DefensePlan
from advisory.model.defense_words import MilestoneStatus

HEADER = (
    "id",
    "student_id",
    "student",
    "type",
    "held_on",
    "starts",
    "minutes",
    "place",
    "outcome",
    "milestones_ready",
    "milestones_open",
    "next_milestone",
    "next_due_on",
    "artifacts",
    "practices",
    "panel_asked",
    "panel_confirmed",
    "feedback_on",
    "defend_again_on",
    "follows",
    "claim",
    "feeling_before",
    "feeling_says",
    "wows",
    "wonders",
    "celebration",
)


def rows(plans: Iterable[DefensePlan], names: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    """One row per plan."""
    for plan in plans:
        open_ones = sorted((one for one in plan.milestones if one.is_open), key=lambda one: one.due_on)
        label, due_on = (open_ones[0].label, open_ones[0].due_on) if open_ones else ("", None)
        yield (
            plan.id,
            plan.student,
            names.get(plan.student, ""),
            plan.type,
            plan.held_on,
            f"{plan.starts:%H:%M}" if plan.starts else None,
            plan.minutes,
            plan.place,
            plan.outcome,
            sum(one.status is MilestoneStatus.READY for one in plan.milestones),
            len(open_ones),
            label,
            due_on,
            len(plan.artifacts),
            len(plan.practices),
            len(plan.panel),
            sum(member.confirmed_on is not None for member in plan.panel),
            plan.feedback_on,
            plan.defend_again_on,
            plan.follows,
            plan.claim,
            plan.feeling_before,
            plan.feeling_says,
            plan.wows,
            plan.wonders,
            plan.celebration,
        )
