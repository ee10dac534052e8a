"""Write the note for the student's next advisor, or go on writing this school year's."""

from collections.abc import Mapping

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import Student, TransitionNote
from advisory.rules.refusal import Refusal
from advisory.rules.sheet.transition_note import ASKED, latest_note, refuse_note


def write_transition(
    caseload: Caseload, student_id: str, words: Mapping[str, str], *, shown: TransitionNote | None = None
) -> TransitionNote:
    """Write a new note, or change the fields given of this school year's note. `words` are those of ASKED.

    Refuses a note without strengths or connecting. Raises Conflict if `shown` changed meanwhile.
    """
    if unknown := words.keys() - ASKED.keys():
        raise Refusal(f"A transition note has no {', '.join(sorted(unknown))}.")
    said = {field: text.strip() for field, text in words.items()}
    store = caseload.store
    note = shown or latest_note(store.of_student(TransitionNote, student_id), caseload.today)
    if note is None:
        refuse_note(said.get("strengths", ""), said.get("connecting", ""))
        with store.change("Transition note written", caseload.now()) as change:
            student = change.need(Student, student_id)
            return change.add(TransitionNote, student=student.id, written_on=caseload.today, **said)
    refuse_note(said.get("strengths", note.strengths), said.get("connecting", note.connecting))
    edited = replace(note, **said)
    if edited == note:
        return note
    with store.change("Transition note changed", caseload.now()) as change:
        return change.put(replace(edited, written_on=caseload.today), shown=note)
