"""The fields of the form for a promise."""

from typing import Any

from advisory.model import FollowUp
from advisory.model.words import Party
from advisory.rules.days.day_words import typed_day
from advisory.tui.desk import Desk
from advisory.tui.dialogs.form.field import Field, FieldKind

_OWNERS = {Party.ADVISOR: "you", Party.STUDENT: "the student", Party.FAMILY: "the family", Party.STAFF: "staff"}
_LETTERS = {Party.ADVISOR.value: "y", Party.STUDENT.value: "s", Party.FAMILY.value: "f", Party.STAFF.value: "t"}


def promise_fields(shown: FollowUp | None) -> list[Field]:
    """The form for a new promise, or to correct one. It begins with the text; who promises stands before it."""
    owners = [(owner.value, label) for owner, label in _OWNERS.items()]
    value = shown.owner if shown else Party.ADVISOR
    due_on = typed_day(shown.due_on) if shown and shown.due_on else ""
    hint = "e.g. fri, tomorrow, +3, 11/30; or leave blank"
    return [
        Field("owner", "Who promises", value=value, choices=owners, letters=_LETTERS, is_beside=True),
        Field("text", "What was promised?", value=shown.text if shown else "", is_first=True),
        Field("due", "When is it due?", value=due_on, hint=hint, kind=FieldKind.DAY),
    ]


def promise_changes(desk: Desk, values: dict[str, str]) -> dict[str, Any]:
    """The form's values as FollowUp's fields. Refuses a day that can't be read."""
    due_on = desk.day(values["due"]) if values["due"].strip() else None
    return {"text": values["text"], "due_on": due_on, "owner": Party(values["owner"])}
