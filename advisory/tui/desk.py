"""What every screen works with: the caseload, the prose, the settings, and text not yet saved."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from advisory.caseload.caseload import Caseload
from advisory.model import RecordError, Student
from advisory.rules.days.day_words import read_day
from advisory.rules.names.finding import initials
from advisory.rules.partnership.signs import label_of
from advisory.settings.configuration import Configuration

from .drafts.unsaved import Unsaved
from .prose import Prose, safe
from .running.period_clock import PeriodClock

_MONTH_AND_DAY = re.compile(r"\b(\d{1,2})/(\d{1,2})\b")
GONE = "(no longer here)"
"""For a student whom another terminal's undo, or somebody's hand, has taken out."""


class Desk(NamedTuple):
    """One sitting's tools, made by the app and handed to each screen."""

    caseload: Caseload
    prose: Prose
    configuration: Configuration
    unsaved: Unsaved
    keys: Mapping[str, str]
    """Command id → the advisor's own keys for it, as far as they hold."""
    clock: PeriodClock
    key: Callable[[str], str]
    """The keys of a command by its id, as a person reads them, for a sentence."""

    @property
    def nobody(self) -> str:
        """What an empty caseload says wherever somebody is wanted."""
        add, read = self.key("add-student"), self.key("import-roster")
        return f"There is nobody in the caseload yet. {add} adds a student, {read} imports a roster."

    def name(self, student_id: str) -> str:
        """A student's full name, told apart, under the shade."""
        return self._called(student_id, self.caseload.names)

    def short(self, student_id: str) -> str:
        """The name a student goes by, told apart, under the shade."""
        return self._called(student_id, self.caseload.shorts)

    def _called(self, student_id: str, names: Mapping[str, str]) -> str:
        student = self.caseload.store.get(Student, student_id)
        return GONE if student is None or student_id not in names else self.prose.name(student, names[student_id])

    def sign(self, key: str) -> str:
        """What a sign of the partnership says in the advisor's catalogue, under the shade."""
        return self.prose.note(label_of(key, self.caseload.catalogue))

    def sentence(self, text: str) -> str:
        """A sentence from another room, which may name students: safe to show, and with their initials under the shade."""
        if self.prose.is_shaded:
            for student in self.caseload.everyone:
                text = text.replace(student.full_name, initials(student))
        return safe(text)

    def refusal(self, error: Exception) -> str:
        """What a refusal says; under the shade without the value that was refused, which may be a note."""
        if self.prose.is_shaded and isinstance(error, RecordError):
            return f"{error.record}: {error.field.replace('_', ' ')} must be {error.allowed}"
        return self.sentence(str(error))

    def day(self, text: str, *, past: bool = False) -> date:
        """The day a person means, day first or month first as they chose. Refuses what is no day."""
        return read_day(text, self.caseload.today, past=past, day_first=self.configuration.settings.day_first)

    def hint(self, text: str) -> str:
        """A hint with its days as the advisor writes them: 30/11 where the day comes first."""
        return _MONTH_AND_DAY.sub(r"\2/\1", text) if self.configuration.settings.day_first else text

    def student(self, student_id: str) -> Student:
        """The student's record."""
        return self.caseload.store.need(Student, student_id)
