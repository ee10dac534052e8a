"""Notes not saved yet: in memory for the screens, on the disk for the next start."""

from collections.abc import Iterator
from datetime import datetime

from advisory.store import Drafts

FORM = "check_in"


class Unsaved:
    """The unfinished note about each student, by id. `keep` raises StoreError when the disk does not take it."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self._texts = {draft.student: draft.fields.get("text", "") for draft in drafts.all() if draft.form == FORM}

    def __contains__(self, student_id: str) -> bool:
        return student_id in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def text(self, student_id: str) -> str:
        """What was typed so far; "" when nothing was."""
        return self._texts.get(student_id, "")

    def keep(self, student_id: str, text: str, at: datetime) -> None:
        """Keep what is typed now; a blank text is forgotten."""
        if not text.strip():
            self.forget(student_id)
        elif text != self._texts.get(student_id):
            self._texts[student_id] = text
            self._drafts.save(FORM, student_id, {"text": text}, at)

    def forget(self, student_id: str) -> None:
        """The note was saved, or emptied."""
        if self._texts.pop(student_id, None) is not None:
            self._drafts.discard(FORM, student_id)
