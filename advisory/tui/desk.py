"""What every screen works with: the caseload, the prose, the settings, and text not yet saved."""

from collections.abc import Mapping
from typing import NamedTuple

from advisory.casework.caseload import Caseload
from advisory.model import Student
from advisory.rules.names import initials
from advisory.settings.configuration import Configuration

from .prose import Prose, safe
from .unsaved import Unsaved


class Desk(NamedTuple):
    """One sitting's tools, made by the app and handed to each screen."""

    caseload: Caseload
    prose: Prose
    configuration: Configuration
    unsaved: Unsaved
    keys: Mapping[str, str]
    """Command id → the advisor's own keys for it, as far as they hold."""

    def name(self, student_id: str) -> str:
        """A student's full name, told apart, under the shade."""
        return self.prose.name(self.student(student_id), self.caseload.names[student_id])

    def short(self, student_id: str) -> str:
        """The name a student goes by, told apart, under the shade."""
        return self.prose.name(self.student(student_id), self.caseload.shorts[student_id])

    def sentence(self, text: str) -> str:
        """A sentence from another room, which may name students: safe to show, and with their initials under the shade."""
        if self.prose.is_shaded:
            for student in self.caseload.everyone:
                text = text.replace(student.full_name, initials(student))
        return safe(text)

    def student(self, student_id: str) -> Student:
        """The student's record."""
        return self.caseload.store.need(Student, student_id)
