"""Completing a note while it is typed: its names, and its marks."""

from collections.abc import Sequence

from advisory.model import FamilyContact
from advisory.rules.capture.completion import mark_completion
from advisory.rules.names.token import completion, matching_students, read_names
from advisory.tui.desk import Desk

from .note_reading import NoteRead


def complete_note(desk: Desk, about: str, text: str, cursor: int) -> list[str]:
    """The note with each name, or each mark, that the word under the cursor may become; none where it can't be completed.

    `about` is the id of the student it is about, or "" if it begins with names.
    """
    names = [] if about else [one for _, one in completion(text, cursor, desk.caseload.students)]
    return names or mark_completion(text, cursor, _family(desk, about, text))


def why_kind_stays(desk: Desk, read: NoteRead, text: str, cursor: int) -> str:
    """Why a key that completes nothing should not choose another kind either; "" where it may.

    A kind that the note says itself counts before one chosen beside it, and after `@` a person was asked for.
    """
    words = text[:cursor].split()
    if words and words[-1].startswith("@") and not text[:cursor][-1].isspace():
        return f"Nobody in the family on record fits; {desk.key('edit-student')} adds somebody."
    kind = read.reading.kind if read.reading else None
    return f"The note says its kind, &{kind}: change it there." if kind else ""


def _family(desk: Desk, about: str, text: str) -> Sequence[FamilyContact]:
    """The family of the one student whom the note is about; nobody while that is unclear."""
    if about in desk.caseload.names:
        return desk.student(about).family_contacts
    named = [matching_students(one.text, desk.caseload.students) for one in read_names(text)]
    return named[0][0].family_contacts if not about and [len(one) for one in named] == [1] else ()
