"""Which documents of an edited file can't be used as records, and why. They stay in the file, word for word."""

from collections.abc import Mapping

from advisory.model import Student, make_id
from advisory.model.reference import REFERENCES

from .codec import KIND_OF, check_document, without_student
from .disk.snapshot import Documents
from .disk.state import Key
from .errors import DamagedError
from .memory.index import student_of


def find_unusable(tables: Mapping[str, Documents]) -> dict[Key, str]:
    """Table and number of each document that is not a valid record or belongs to no student → why, in a sentence."""
    why: dict[Key, str] = {}
    for table, documents in tables.items():
        for number, raw in documents.items():
            try:
                check_document(table, number, raw)
            except DamagedError as error:
                why[table, number] = str(error)
    students = {
        make_id(Student, number) for number in tables.get(Student.table, {}) if (Student.table, number) not in why
    }
    for table, kind in KIND_OF.items():
        if "student" not in REFERENCES.get(kind, ()):
            continue
        for number, raw in tables.get(table, {}).items():
            if (table, number) not in why and (student := student_of(raw)) not in students:
                why[table, number] = without_student(kind, number, student)
    return why
