"""Writing a pact, or changing one, in its editor."""

from functools import partial

from advisory.model import Pact
from advisory.model.words import PactStatus
from advisory.tui.screens.base.flow import Flow, Values

_OVER = (PactStatus.CLOSED, PactStatus.DISCARDED)


class PactWriting(Flow):
    """The editor returns the words and what the two said about them; the verbs write."""

    async def write_pact(self, student_id: str, pact: Pact | None = None) -> None:
        """Let the advisor write a new pact with a student, or go on with one. To be called inside a flow."""
        from advisory.tui.dialogs.pact.case import PactCase
        from advisory.tui.dialogs.pact.editor import PactEditor

        if pact is not None and pact.status in _OVER:
            self.say(f"This pact is {pact.status.label}: what it said stays as it was. P drafts a new one.")
            return
        case = PactCase(self.desk, student_id, pact)

        def save(values: Values) -> None:
            self.say(case.save(values), student_id)

        await self.fill(
            "edit_pact" if pact else "pact",
            case.heading,
            case.fields,
            save,
            record_id=pact.id if pact else student_id,
            rebase=case.rebase,
            make=partial(PactEditor, case=case),
        )
