"""Asking about a new student whose name is already there, and saying that a student has arrived."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from advisory.model import Student
from advisory.rules.refusal import Refusal
from advisory.tui.prose import day

if TYPE_CHECKING:
    from advisory.tui.desk import Desk
    from advisory.tui.screens.base.case_screen import CaseScreen

_BACK, _NEW, _FORM = "back", "new", "form"


def say_at(screen: "CaseScreen", text: str, student_id: str) -> None:
    """Highlight a student who is in the caseload now, and say what happened."""
    screen.redraw()
    screen.body.go_to(student_id)
    screen.say(text, student_id)


async def ask_about_namesake(
    screen: "CaseScreen", same: Student, fields: dict[str, Any], add_new: Callable[[dict[str, Any]], None]
) -> None:
    """Say who has the name already; bring back one who isn't here, with what was typed, or add another student.

    Refuses when neither is chosen, so that the form opens again.
    """
    from advisory.casework.bring_back import bring_back_student
    from advisory.tui.dialogs.pick import PickDialog

    desk = screen.desk
    name = desk.prose.name(same, desk.caseload.names.get(same.id, same.full_name))
    options = [(_NEW, "another student with this name")]
    if same.is_current:
        options.insert(0, (_FORM, "nobody new: back to what you typed"))
    else:
        options.insert(0, (_BACK, f"bring back {name}, with what you typed"))
    picked = await screen.ask(PickDialog(f"{name} {where_words(desk, same)}. Who is this?", options))
    if picked == _BACK:
        known = {"given_name", "family_name"} | ({"pronouns_scope"} if not fields["pronouns"] else set())
        typed = {field: value for field, value in fields.items() if value and field not in known}
        bring_back_student(desk.caseload, same.id, **typed)
        say_at(screen, "Brought back", same.id)
    elif picked == _NEW:
        add_new(fields)
    else:
        raise Refusal("Nobody is added yet.")


def where_words(desk: "Desk", student: Student) -> str:
    """Where somebody is: `is here already`, `is in the trash`, `transferred Nov 3`."""
    if student.deleted_at is not None:
        return "is in the trash"
    if student.is_current:
        return "is here already"
    left = f" {day(student.left_on, desk.caseload.today)}" if student.left_on else ""
    return f"is {student.status.label}{left}"
