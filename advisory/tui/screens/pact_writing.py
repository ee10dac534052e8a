"""Writing a pact down: a new one, or the words of one there is."""

from advisory.model import Pact

from .flow import Values
from .note_taking import NoteTaking


class PactWriting(NoteTaking):
    """The plain form of it."""

    async def write_pact(self, student_id: str, pact: Pact | None = None) -> None:
        """Let the advisor write a new pact with a student, or change what one says. Called inside a flow."""
        from advisory.casework.draft_pact import draft_pact
        from advisory.casework.edit_pact import edit_pact
        from advisory.tui.dialogs.pact import pact_changes, pact_fields

        desk, shown = self.desk, pact

        def write(values: Values) -> None:
            changes = pact_changes(values, shown, desk)
            if shown is None:
                draft_pact(desk.caseload, student_id, **changes)
                self.say("Pact drafted", student_id)
            else:
                edit_pact(desk.caseload, shown, **changes)
                self.say("Pact edited", student_id)

        def rebase(stored: Pact) -> None:
            nonlocal shown
            shown = stored

        form, heading, about = ("edit_pact", "The pact", pact.id) if pact else ("pact", "A pact", student_id)
        heading, fields = f"{heading} with {desk.name(student_id)}", pact_fields(shown, desk.caseload)
        await self.fill(form, heading, fields, write, record_id=about, rebase=rebase)
