"""What a handover file holds once it is read, and the marks by which one is known."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from advisory.model import KINDS, PlannedTalk, Record, Student
from advisory.model.reference import REFERENCES
from advisory.rules.leaving.leaving import Rated

MARK = "advisory_handover"
"""The first name in the file; its value is the version of the format."""
VERSION = 1
KIND_OF: Mapping[str, type[Record]] = {
    kind.table: kind for kind in KINDS if "student" in REFERENCES.get(kind, ()) and kind is not PlannedTalk
}
"""The kinds of record a file may hold, by the name of their list."""


class Handed(NamedTuple):
    """One student as the file has them. The ids are the file's own; they say only what refers to what."""

    student: Student
    records: tuple[Record, ...]
    rated: tuple[Rated, ...]
    """How evidence for the pacts was rated if its words stayed with the advisor who wrote them."""


class Handover(NamedTuple):
    """Everything in a file."""

    made_on: date
    students: tuple[Handed, ...]
