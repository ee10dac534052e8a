"""The fields of the form for a student."""

import re
from typing import Any

from advisory.model import Student
from advisory.model.day_order import is_day_first
from advisory.model.words import PronounsScope
from advisory.rules.days.interval import UsualIntervals
from advisory.rules.refusal import Refusal
from advisory.tui.dialogs.form.field import Field, FieldKind

_TEXTS = {
    "given_name": "Given name",
    "family_name": "Family name",
    "preferred_name": "Goes by",
    "pronounce": "Say it as",
    "pronouns": "Pronouns",
    "grade": "Grade",
    "student_number": "Student number",
    "email": "Email",
    "home_language": "Home language",
    "birthday": "Birthday (month and day)",
    "contact_every": "School days between one-to-ones",
}
_HINTS = {
    "preferred_name": "if not the given name",
}
_KINDS = {"birthday": FieldKind.DAY, "contact_every": FieldKind.NUMBER}
_DIGITS = 6
_SLASHED = re.compile(r"([0-9]{1,2})\s*[/.]\s*([0-9]{1,2})\.?")


def student_fields(student: Student | None, usual: UsualIntervals) -> list[Field]:
    """The form for a new student, or to edit one."""
    hints = {
        **_HINTS,
        "birthday": "e.g. 14/3" if is_day_first() else "e.g. 3/14",
        "contact_every": f"{usual.contact_every} if blank, {usual.focal_contact_every} when focal",
    }
    fields = [
        Field(
            name,
            label,
            str(getattr(student, name) or "") if student else "",
            hints.get(name, ""),
            _KINDS.get(name, FieldKind.TEXT),
        )
        for name, label in _TEXTS.items()
    ]
    scope = student.pronouns_scope if student else PronounsScope.ASK_ME
    choices = [(word.value, word.label) for word in PronounsScope]
    fields.insert(5, Field("pronouns_scope", "Where to use these pronouns", value=scope.value, choices=choices))
    return fields


def student_changes(values: dict[str, str]) -> dict[str, Any]:
    """The form's values as Student's fields. Refuses an interval that is not a number."""
    changes: dict[str, Any] = {name: values[name].strip() for name in _TEXTS}
    if not (changes["given_name"] and changes["family_name"]):
        raise Refusal("Who is it? Type a given name and a family name.")
    changes["birthday"] = _month_and_day(changes["birthday"])
    every = changes["contact_every"]
    if every and not (every.isdecimal() and len(every) < _DIGITS):
        raise Refusal(f"“{every}” is not a number of school days. Type one, such as 10, or leave the field blank.")
    changes["contact_every"] = int(every) if every else None
    changes["pronouns_scope"] = PronounsScope(values["pronouns_scope"])
    return changes


def _month_and_day(text: str) -> str:
    """`3/14`, or `14/3` where the day comes first, as the record has it: `03-14`. Anything else stays, and is refused there."""
    found = _SLASHED.fullmatch(text)
    if found is None:
        return text
    first, second = (f"{int(number):02}" for number in found.groups())
    return f"{second}-{first}" if is_day_first() else f"{first}-{second}"
