"""The fields of the form for a person of a student's family, and the choice in the student's form that leads to it."""

from advisory.model import FamilyContact, Student
from advisory.rules.family.people import NOT_TO_CONTACT, called
from advisory.rules.refusal import Refusal
from advisory.tui.dialogs.form.field import Field
from advisory.tui.prose import Prose

FAMILY, ADD, REMOVE = "family", "add", "remove"
"""The choice in the student's form, and what is chosen there, or in the form of a person."""
_TEXTS = {
    "name": "Name",
    "relation": "Relation",
    "language": "Language",
    "phone": "Phone",
    "email": "Email",
    "best_time": "Best time",
}
_HINTS = {"relation": "e.g. aunt, foster family", "best_time": "e.g. after 6 pm"}
_MAY = [("yes", "yes"), ("no", f"no: {NOT_TO_CONTACT}")]


def family_field(student: Student | None, prose: Prose) -> Field:
    """The family in the student's form: it says who is in it, and what is chosen opens the form of a person next."""
    people = student.family_contacts if student else ()
    who = prose.notes([called(one) for one in people], "; ") or "nobody yet; → adds somebody"
    change = [(one.name, f"change or remove {prose.note(called(one))}") for one in people]
    return Field(FAMILY, "Family", choices=[("", who), (ADD, "add somebody next"), *change], is_beside=True)


def person_fields(person: FamilyContact | None) -> list[Field]:
    """The form to add a person, or to change or remove one."""
    fields = [
        Field(name, label, str(getattr(person, name)) if person else "", _HINTS.get(name, ""))
        for name, label in _TEXTS.items()
    ]
    may = "no" if person and not person.may_contact else "yes"
    fields.append(Field("may_contact", "May be contacted", value=may, choices=_MAY, is_beside=True))
    then = [("", "saves this person"), (REMOVE, "removes them from the family")] if person else _ONCE_MORE
    return [*fields, Field("then", "Then", choices=then, is_beside=True)]


_ONCE_MORE = [("", "nobody else"), (ADD, "add somebody else")]


def person_of(values: dict[str, str]) -> FamilyContact:
    """The form's values as a person. Refuses one without a name."""
    texts = {name: values[name].strip() for name in _TEXTS}
    if not texts["name"]:
        raise Refusal("Who is it? Type a name.")
    return FamilyContact(**texts, may_contact=values["may_contact"] == "yes")
