"""A student's family for a person or a program to read."""

from collections.abc import Iterator

from advisory.caseload.caseload import Caseload
from advisory.model import FamilyContact, Student
from advisory.model.day_order import show_date
from advisory.rules.family.good_word import last_good_word
from advisory.rules.family.people import called, reach_words


def family_lines(caseload: Caseload, student: Student) -> Iterator[str]:
    """Each person and how to reach them, and the last good word that went home."""
    for person in student.family_contacts:
        yield "family: " + " · ".join([called(person), *reach_words(person)])
    last = last_good_word(reversed(caseload.store.check_ins_of(student.id)), caseload.today)
    if last is None:
        yield "no good word home yet"
    else:
        days = caseload.calendar.days_between(last.happened_on, caseload.today)
        to = f" to {last.person}" if last.person else ""
        yield f"last good word home{to}: {show_date(last.happened_on)}, {days} school day{'' if days == 1 else 's'} ago"


def person_object(person: FamilyContact) -> dict[str, object]:
    """A person of the family for --json."""
    return {name: getattr(person, name) for name in person.__struct_fields__}
