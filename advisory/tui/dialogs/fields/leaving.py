"""The fields of the form for a student who leaves."""

from datetime import date

from advisory.model import Student
from advisory.model.words import Status
from advisory.rules.days.day_words import typed_day
from advisory.rules.refusal import Refusal
from advisory.tui.desk import Desk
from advisory.tui.dialogs.form.field import Field, FieldKind

_LABELS = {
    Status.TRANSFERRED: "transferred",
    Status.GRADUATED: "graduated",
    Status.ON_LEAVE: "on leave",
    Status.ARCHIVED: "other: archived",
}
_LETTERS = {
    Status.TRANSFERRED.value: "t",
    Status.GRADUATED.value: "g",
    Status.ON_LEAVE.value: "l",
    Status.ARCHIVED.value: "o",
}


def leaving_fields(student: Student, today: date) -> list[Field]:
    """How and since when. Nothing is chosen at first, and no way has the letter of the command, so that a key too many takes nobody out."""
    return _fields([(way.value, label) for way, label in _LABELS.items() if way is not student.status], today)


def for_good_fields(today: date) -> list[Field]:
    """How several leave for good, and since when."""
    return _fields([(way.value, label) for way, label in _LABELS.items() if way is not Status.ON_LEAVE], today)


def _fields(ways: list[tuple[str, str]], today: date) -> list[Field]:
    return [
        Field("how", "How?", choices=[("", "not chosen yet"), *ways], letters=_LETTERS),
        Field("since", "Since when?", typed_day(today), "e.g. today, fri, -3, 11/20", FieldKind.DAY),
    ]


def leaving_values(desk: Desk, values: dict[str, str]) -> tuple[Status, date]:
    """How and since when, as the form says. Refuses when nothing is chosen, and an unreadable day."""
    if not values["how"]:
        raise Refusal("Choose how: t transferred, g graduated, l on leave, o other. Esc keeps them as they are.")
    since = values["since"].strip()
    return Status(values["how"]), desk.day(since, past=True) if since else desk.caseload.today
