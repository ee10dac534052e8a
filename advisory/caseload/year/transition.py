"""The note for a student's next advisor, and what is suggested for it."""

from typing import NamedTuple

from advisory.caseload.caseload import Caseload
from advisory.model import KnownWell, Pact, Partnership, TransitionNote
from advisory.rules.sheet.transition_note import latest_note, suggested


class Noted(NamedTuple):
    """This school year's note, if there is one, and by field what is suggested for a new one."""

    note: TransitionNote | None
    suggested: dict[str, str]


def note_and_suggestions(caseload: Caseload, student_id: str) -> Noted:
    """What there is for one student. Suggestions are what staff may read: nothing private, nothing sensitive."""
    store, today = caseload.store, caseload.today
    facts, partnerships = store.of_student(KnownWell, student_id), store.of_student(Partnership, student_id)
    note = latest_note(store.of_student(TransitionNote, student_id), today)
    return Noted(note, suggested(facts, partnerships, store.of_student(Pact, student_id), today))
