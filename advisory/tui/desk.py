"""What every screen works with: the caseload, the prose, the settings, and text not yet saved."""

from typing import NamedTuple

from advisory.casework.caseload import Caseload
from advisory.model import Student
from advisory.settings.configuration import Configuration

from .prose import Prose
from .unsaved import Unsaved


class Desk(NamedTuple):
    """One sitting's tools, made by the app and handed to each screen."""

    caseload: Caseload
    prose: Prose
    configuration: Configuration
    unsaved: Unsaved

    def name(self, student_id: str) -> str:
        """A student's full name, told apart, under the shade."""
        return self.prose.name(self.student(student_id), self.caseload.names[student_id])

    def short(self, student_id: str) -> str:
        """The name a student goes by, told apart, under the shade."""
        return self.prose.name(self.student(student_id), self.caseload.shorts[student_id])

    def student(self, student_id: str) -> Student:
        """The student's record."""
        return self.caseload.store.need(Student, student_id)
