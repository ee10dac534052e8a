"""Edit what a plan says of itself: its type, its hour, how long, where, and what the student defends."""

from datetime import time
from typing import Any

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import DefensePlan
from advisory.model.defense_words import DefenseType
from advisory.rules.season.plan_life import refuse_minutes


def edit_defense(
    caseload: Caseload,
    shown: DefensePlan,
    *,
    kind: DefenseType | UnsetType = UNSET,
    starts: time | UnsetType | None = UNSET,
    minutes: int | UnsetType = UNSET,
    place: str | UnsetType = UNSET,
    claim: str | UnsetType = UNSET,
    to_change: str | UnsetType = UNSET,
) -> DefensePlan:
    """Change some fields of the plan `shown`; the day is moved with `move_day`. Refuses an odd length.

    Raises Conflict if the plan changed meanwhile.
    """
    given = {"type": kind, "starts": starts, "minutes": minutes}
    texts = {"place": place, "claim": claim, "to_change": to_change}
    changes: dict[str, Any] = {field: value for field, value in given.items() if value is not UNSET}
    changes |= {field: str(value).strip() for field, value in texts.items() if value is not UNSET}
    if minutes is not UNSET:
        refuse_minutes(minutes)
    with caseload.store.change(f"Plan edited: {shown.type.label}", caseload.now()) as change:
        return change.put(replace(shown, **changes), shown=shown)
