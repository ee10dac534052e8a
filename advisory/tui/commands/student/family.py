"""A student's family: adding, changing or removing a person of it."""

from typing import TYPE_CHECKING

from advisory.model import Student
from advisory.rules.family.people import called, named
from advisory.tui.commands.base import Values, fill

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen

FORM = "person"
"""The form under which a draft of a new person is kept; one about somebody already in the family has one more letter."""


async def go_on(screen: "CaseScreen", student_id: str, chosen: str) -> None:
    """Go on with what was chosen as the family in the student's form: nothing, add somebody, or a person's name."""
    from advisory.tui.dialogs.fields.person import ADD

    if chosen:
        screen.say("")
        await edit(screen, student_id, "" if chosen == ADD else chosen)


async def edit(screen: "CaseScreen", student_id: str, name: str) -> None:
    """Show the form of the person with this name; "" shows an empty one, again and again if that is chosen in it."""
    from advisory.casework.student.keep_person import keep_person, remove_person
    from advisory.tui.dialogs.fields.person import ADD, REMOVE, person_fields, person_of

    desk, then = screen.desk, ""

    def save(values: Values, shown: Student) -> None:
        nonlocal then
        person, then = person_of(values), values["then"]
        if then == REMOVE:
            remove_person(desk.caseload, shown, name)
            screen.say_written("Removed from the family", name, shown.id)
        elif keep_person(desk.caseload, shown, person, instead_of=name) is not shown:
            screen.say_written("Family", called(person), shown.id)

    while True:
        student = desk.student(student_id)
        person = named(student.family_contacts, name)
        heading = f"A person of {desk.short(student_id)}'s family"
        is_saved = await fill(screen, form_of(student, name), heading, person_fields(person), save, shown=student)
        if not (is_saved and then == ADD):
            return
        name = ""


def form_of(student: Student, name: str) -> str:
    """The form under which a draft about this person is kept: each person has their own."""
    names = [person.name for person in student.family_contacts]
    return f"{FORM}_{'abcdefghijklmnopqrstuvwxyz'[names.index(name) % 26]}" if name in names else FORM


async def pick_up(screen: "CaseScreen", student_id: str, form: str) -> None:
    """Go on with a draft about a person."""
    people = screen.desk.student(student_id).family_contacts
    found = (one.name for one in people if form_of(screen.desk.student(student_id), one.name) == form)
    await edit(screen, student_id, next(found, ""))
