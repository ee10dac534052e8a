"""What can be done with the highlighted student, on every screen alike."""

from itertools import islice

from advisory.model import Student
from advisory.tui.asking import asking
from advisory.tui.screens.base.flow import Values, flow
from advisory.tui.screens.base.note_taking import NOBODY

from .partnership import PartnershipActions
from .promise import PromiseActions

HISTORY = 400
"""Lines of history that the screen shows; the command line has them all."""


class StudentActions(PromiseActions, PartnershipActions):
    """A dialog returns values, a verb writes."""

    @flow
    async def action_edit_student(self) -> None:
        from advisory.casework.student.edit import edit_student
        from advisory.tui.dialogs.fields.student import student_changes, student_fields

        if not self.student_id:
            self.say(NOBODY)
            return
        shown = self.desk.student(self.student_id)

        def edit(values: Values) -> None:
            edit_student(self.desk.caseload, shown, **student_changes(values))
            self.say("Student edited", shown.id)

        def rebase(stored: Student) -> None:
            nonlocal shown
            shown = stored

        heading = f"Edit {self.desk.name(shown.id)}"
        fields = student_fields(shown, self.desk.caseload.intervals)
        await self.fill("student", heading, fields, edit, record_id=shown.id, rebase=rebase)

    async def action_archive_student(self) -> None:
        from advisory.casework.student.archive import archive_student

        with asking(self):
            if not self.student_id:
                self.say(NOBODY)
                return
            student = archive_student(self.desk.caseload, self.student_id)
            self.say("Archived; everything written stays. u brings them back", student.id)
        self.retell()

    @flow
    async def action_history(self) -> None:
        from advisory.caseload.history import record_history
        from advisory.tui.dialogs.report import ReportDialog

        if not self.student_id:
            self.say(NOBODY)
            return
        lines: list[str] = []
        change: tuple[object, ...] = ()
        for row in islice(record_history(self.desk.caseload.store, self.student_id), HISTORY):
            if change != (row.at, row.what, row.record):
                change = (row.at, row.what, row.record)
                lines.append(f"{row.at.astimezone():%d %b %Y %H:%M}  {row.what}")
            was = f"{self.desk.prose.note(row.was)} → " if row.was else ""
            lines.append(f"    {row.field}: {was}{self.desk.prose.note(row.now) or '–'}")
        await self.ask(ReportDialog(f"What was written about {self.desk.name(self.student_id)}", lines, question=""))

    async def action_open(self) -> None:
        await self.open_card(self.student_id)

    async def action_student_card(self) -> None:
        await self.open_card(self.student_id)

    async def open_card(self, student_id: str) -> None:
        """Open one student's card over this screen."""
        if student_id in self.desk.caseload.names:
            await self.run_action(f"app.open_over('card', {student_id!r})")

    async def action_beside(self) -> None:
        """Turn the laptop to the student: with the names hidden there would be nothing on it."""
        from advisory.tui.screens.beside.screen import BesideScreen

        if not self.student_id:
            self.say(NOBODY)
        elif self.desk.prose.is_shaded:
            self.say("Show the names first; then v turns the screen to the student.")
        else:
            self.say("")
            pact = self.pact
            await self.app.push_screen(BesideScreen(self.desk, self.student_id, pact.id if pact else ""))

    async def action_previous_student(self) -> None:
        self.body.move(-1)

    async def action_next_student(self) -> None:
        self.body.move(1)
