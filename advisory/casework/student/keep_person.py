"""Add a person to a student's family, change one, or remove one."""

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn, FamilyContact, Student
from advisory.rules.refusal import Refusal


def keep_person(caseload: Caseload, shown: Student, person: FamilyContact, *, instead_of: str = "") -> Student:
    """Add a person to the family of the student `shown`, or put them in place of the one with the name `instead_of`.

    A check-in keeps the name of whom it was with: where a name is mended, so is that of their check-ins, in the
    same change, also of those in the trash.
    Refuses a name that somebody else of the family has. Raises Conflict if the student changed meanwhile.
    """
    people = shown.family_contacts
    if any(one.name == person.name != instead_of for one in people):
        raise Refusal(f"{person.name} is already in the family. Change that entry, or tell the two names apart.")
    kept = tuple(person if one.name == instead_of else one for one in people) if instead_of else (*people, person)
    edited = msgspec.structs.replace(shown, family_contacts=kept)
    if edited == shown:
        return shown
    what = "Person of the family changed" if instead_of else "Person added to the family"
    with caseload.store.change(what, caseload.now()) as change:
        if instead_of and instead_of != person.name:
            deleted = (one for one in caseload.store.trash(CheckIn) if one.student == shown.id)
            for check_in in (*change.check_ins_of(shown.id), *deleted):
                if check_in.person == instead_of:
                    change.put(msgspec.structs.replace(check_in, person=person.name))
        return change.put(edited, shown=shown)


def remove_person(caseload: Caseload, shown: Student, name: str) -> Student:
    """Remove a person from the family of the student `shown`; check-ins with them keep the name."""
    kept = tuple(one for one in shown.family_contacts if one.name != name)
    with caseload.store.change("Person removed from the family", caseload.now()) as change:
        return change.put(msgspec.structs.replace(shown, family_contacts=kept), shown=shown)
