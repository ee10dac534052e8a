"""The field that says whose record it is, in the forms that edit one."""

from collections.abc import Mapping

from advisory.rules.names.finding import find
from advisory.rules.refusal import Refusal
from advisory.tui.desk import Desk
from advisory.tui.dialogs.form.field import Field, FieldKind

STUDENT = "student"


def whose_field(desk: Desk, student_id: str) -> Field:
    """The student's full name. Tab completes the beginning of another's, once only one student can be meant."""

    def complete(typed: str) -> str:
        found = find(typed, desk.caseload.students)
        return desk.caseload.names[found[0].id] if len(found) == 1 else typed

    name, hint = desk.caseload.names.get(student_id, ""), "the beginning of a name, then Tab"
    return Field(STUDENT, "Student", name, hint, FieldKind.NAME, complete=complete)


def student_in(desk: Desk, values: Mapping[str, str], student_id: str) -> str:
    """The id of the one student who is named; `student_id` if the name was not changed. Refuses nobody, and several."""
    typed, names = values[STUDENT].strip(), desk.caseload.names
    if not typed:
        raise Refusal("Whose is it? Type a name, or its beginning.")
    if typed == names.get(student_id):
        return student_id
    exact = [one for one, name in names.items() if name == typed]
    return exact[0] if exact else desk.caseload.one(typed).id
