"""Going on from Today with what was begun in a form about a defense plan."""

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from advisory.model import CheckIn, DefensePlan, Record

from . import ending, feeling, parts, planning

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen

Form = Callable[[Any, DefensePlan], Coroutine[Any, Any, None]]

_FORMS: dict[str, Form] = {
    "defense": planning.edit_plan,
    "artifact": parts.type_artifact,
    "practice": parts.note_practice,
    "feeling": feeling.before_the_day,
    "panel_said": ending.write_feedback,
    "defend_again": ending.one_more_turn,
    "celebration": ending.celebrate_it,
}


def form_of(
    screen: "CaseScreen", form: str, record: Record | None, student_id: str
) -> Coroutine[Any, Any, None] | None:
    """The form that the draft belongs to; None if it is about no plan, preparation or day to plan."""
    number = parts.number_of(form)
    if isinstance(record, DefensePlan) and number is not None and number < len(record.artifacts):
        return parts.edit_artifact(screen, record, number)
    if isinstance(record, DefensePlan) and form in _FORMS:
        return _FORMS[form](screen, record)
    if isinstance(record, CheckIn) and form == "prep_feeling":
        return feeling.after_preparation(screen, record)
    if record is None and form == "defense":
        return planning.plan_one(screen, student_id)
    return None
