"""The note for the highlighted student's next advisor."""

from typing import TYPE_CHECKING

from advisory.model import TransitionNote

from .base import Values, fill, shows_dialog

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen

_ABOUT = "For staff. What stands here already is what staff may read; nothing private is filled in."


@shows_dialog
async def write(screen: "CaseScreen") -> None:
    """Show the form for the note, with suggestions, or this school year's note to go on writing it."""
    from advisory.caseload.year.transition import note_and_suggestions
    from advisory.casework.student.write_transition import write_transition
    from advisory.tui.dialogs.fields.transition import transition_fields

    caseload, student_id = screen.desk.caseload, screen.highlighted.student
    note, suggested = note_and_suggestions(caseload, student_id)

    def save(values: Values, shown: TransitionNote | None = None) -> None:
        made = write_transition(caseload, student_id, values, shown=shown)
        if made != shown:
            what = "Transition note changed" if shown else "Transition note written"
            screen.say(f"{what}; {screen.key('next-student')} goes to the next student", student_id)

    heading, fields = f"For the next advisor · {screen.desk.name(student_id)}", transition_fields(note, suggested)
    about, form = ("", "edit_transition") if note else (_ABOUT, "transition")
    await fill(screen, form, heading, fields, save, shown=note, record_id=note.id if note else student_id, about=about)
