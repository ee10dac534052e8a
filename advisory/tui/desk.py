"""What every screen works with: the caseload, the settings, the keys, unsaved text, and safe names."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn, RecordError, Student
from advisory.model.words import Visibility
from advisory.rules.names.uncovered import Uncovered, decided
from advisory.rules.partnership.signs import label_of
from advisory.settings.configuration import Configuration

from .drafts.unsaved import Unsaved
from .prose import HIDDEN, Prose, safe
from .running.period_clock import PeriodClock

if TYPE_CHECKING:
    from .dialogs.form.form import FormDialog

_MONTH_AND_DAY = r"\b(\d{1,2})/(\d{1,2})\b"
_QUOTED = "“[^”]*(?:”|$)"
KEPT_BACK = "private"
"""Shown in place of a private note's words until they are asked for."""
GONE = "(no longer here)"
"""Shown in place of the name of a student who was removed by an undo elsewhere or by editing the files."""


class Desk(NamedTuple):
    """The app makes one for the session and passes it to each screen."""

    caseload: Caseload
    prose: Prose
    configuration: Configuration
    unsaved: Unsaved
    keys: Mapping[str, str]
    """Command id → the valid keys the advisor chose for it."""
    clock: PeriodClock
    key: Callable[[str], str]
    """Command id → its keys as a sentence shows them, such as `^r`."""
    notices: list[str]
    """What the advisor should know at the start and has not read yet, for Today to list; not yet safe to show."""
    forms: "dict[str, FormDialog]"
    """The forms that are kept when they close; see `dialogs/form/kept.py`."""

    @property
    def nobody_found(self) -> str:
        """What a screen says when no name fits what is typed to find."""
        return f"No name begins like this. {self.key('back')} shows everyone."

    @property
    def uncovered(self) -> Uncovered:
        """What the advisor decided about words for good, each with the ids of the students whose name it was."""
        return decided(self.configuration.settings.uncovered, self.configuration.settings.covered)

    def is_current(self, student_id: str) -> bool:
        """Whether a student is in the caseload now: neither archived nor taken out by an undo."""
        student = self.caseload.store.get(Student, student_id)
        return student is not None and student.is_current

    def name(self, student_id: str) -> str:
        """A student's full name, with what sets it apart from namesakes; initials under the shade."""
        return self._shown_name(student_id, self.caseload.names)

    def short(self, student_id: str) -> str:
        """The name a student goes by, with what sets it apart from others; initials under the shade."""
        return self._shown_name(student_id, self.caseload.shorts)

    def _shown_name(self, student_id: str, names: Mapping[str, str]) -> str:
        student = self.caseload.store.get(Student, student_id)
        return GONE if student is None or student_id not in names else self.prose.name(student, names[student_id])

    def sign(self, key: str) -> str:
        """The words for a sign of the partnership in the advisor's catalog; dots under the shade."""
        return self.prose.note(label_of(key, self.caseload.catalogue))

    def sentence(self, text: str) -> str:
        """Make a sentence from another package safe to show; under the shade without names and quoted words."""
        return self.as_shaded(safe(text))

    def as_shaded(self, text: str) -> str:
        """Under the shade: the text with initials for every name in it, and dots for what is quoted; otherwise itself.

        Whoever words a sentence hides names already. This is for sentences worded before the shade went on, and for
        those from packages that know of no shade.
        """
        if not self.prose.is_shaded:
            return text
        text, hidden = re.sub(_QUOTED, f"“{HIDDEN}”", text), self._instead_of_names()
        if not hidden:
            return text
        longest_first = sorted(hidden, key=len, reverse=True)
        found = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
        return found.sub(lambda name: hidden[name[0]], text)

    def _instead_of_names(self) -> dict[str, str]:
        """Every name or part of one → the initials to show instead; dots for what several students have."""
        hidden: dict[str, str] = {}
        initials = self.caseload.initials
        for student in self.caseload.everyone:
            distinct = (self.caseload.names[student.id], self.caseload.shorts[student.id])
            parts = (student.full_name, student.given_name, student.family_name, student.called)
            for name in {safe(name) for name in (*distinct, *parts)} - {""}:
                hidden[name] = HIDDEN if name in hidden else initials[student.id]
        return hidden

    def refusal(self, error: Exception) -> str:
        """The sentence of a refusal. Under the shade it leaves out the refused value or line: a note, or a name."""
        from advisory.exchange.file.error import FileError

        if self.prose.is_shaded and isinstance(error, RecordError):
            return f"{error.record}: {error.field.replace('_', ' ')} must be {error.allowed}"
        if self.prose.is_shaded and isinstance(error, FileError):
            return "That file can't be used. Show the names and try again to see why."
        return self.sentence(str(error))

    def day(self, text: str, *, past: bool = False) -> date:
        """Read a day in the order the advisor chose, day first or month first. Refuses anything that isn't a day."""
        from advisory.rules.days.day_words import read_day

        return read_day(text, self.caseload.today, past=past, day_first=self.configuration.settings.day_first)

    def hint(self, text: str) -> str:
        """A form hint with its example days in the advisor's order: `11/30` becomes `30/11` when the day comes first."""
        return re.sub(_MONTH_AND_DAY, r"\2/\1", text) if self.configuration.settings.day_first else text

    def tags_for(self, text: str, cursor: int) -> list[str]:
        """For a note and a cursor position: the note with each tag that could be completed there."""
        from advisory.rules.tag.tags import complete_tag

        return complete_tag(text, cursor, self.caseload.tags.all) if "#" in text else []

    def keeps_back(self, record: object) -> bool:
        """Whether a record's words are kept back until they are asked for: those of a private note, if so chosen."""
        is_private = isinstance(record, CheckIn) and record.visibility is Visibility.PRIVATE
        return self.prose.keeps_private and is_private

    def written(self, check_in: CheckIn, text: str) -> str:
        """A text of a check-in, safe to show; `private` instead where its words are kept back, and dots under the shade."""
        return KEPT_BACK if text and self.keeps_back(check_in) else self.prose.note(text)

    def asks(self, check_in: CheckIn) -> str:
        """What the student left to ask next time; of a private note that is kept back, only that there is something."""
        return (
            "They ask something (private)"
            if self.keeps_back(check_in)
            else f"They ask: {self.prose.note(check_in.question)}"
        )

    @property
    def why_kept_back(self) -> str:
        """What stands in place of a private note's words where there is room to say it."""
        return f"A private note. {self.key('private-notes')} shows the private notes on this screen."

    def student(self, student_id: str) -> Student:
        """The student's record. Raises when there is none."""
        return self.caseload.store.need(Student, student_id)
