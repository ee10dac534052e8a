"""What one student's texts are covered with: the names of all others, those they used to have, and the words uncovered."""

from collections.abc import Collection, Iterator, Mapping

from advisory.model import Student
from advisory.rules.names.finding import Named, name_parts
from advisory.rules.names.other_names import OtherNames
from advisory.store import EarlierName

from .caseload import Caseload

Uncovered = Mapping[str, Collection[str]]
"""Word → the ids of the students whose name it was when the advisor uncovered it for good."""


def other_names(caseload: Caseload, student: Student, uncovered: Uncovered) -> OtherNames:
    """The names to cover in what this student may read: of everybody else, also who left, is in the trash or was removed."""
    store = caseload.store
    everyone: list[Named] = [*caseload.everyone, *store.trash(Student)]
    known = {(one.id, one.given_name, one.family_name, one.preferred_name) for one in everyone}
    earlier = (one for one in store.earlier_names() if one not in known)
    return OtherNames(student, [*everyone, *_as_others(earlier, student)], uncovered)


def _as_others(earlier: Iterator[EarlierName], student: Student) -> Iterator[EarlierName]:
    """Names from before, but for the reader's own.

    A name under the reader's id that shares no word with theirs is somebody else's: after an old backup was restored,
    an id may have been given out a second time.
    """
    own = set(name_parts(student))
    for one in earlier:
        if one.id != student.id:
            yield one
        elif own.isdisjoint(name_parts(one)):
            yield one._replace(id="")
