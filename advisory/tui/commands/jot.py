"""Finishing what was jotted down in a hurry: one short form after the other, the oldest first."""

from advisory.model import CheckIn
from advisory.model.words import CheckInState
from advisory.tui.prose import day
from advisory.tui.screens.base.flow import Flow, Values, flow


class JotActions(Flow):
    """Going through the jots; saving one goes on to the next, Escape stops."""

    @flow
    async def action_finish_jots(self) -> None:
        jots, finished = self.desk.caseload.jots, 0
        if not jots:
            self.say("No jot is waiting. A note that ends in .. leaves one to finish.")
            return
        for number, jot in enumerate(jots, 1):
            shown = self.desk.caseload.store.get(CheckIn, jot.id)
            if shown is None or shown.deleted_at or shown.state is not CheckInState.JOT:
                continue  # finished or deleted elsewhere meanwhile
            if not await self._finish(shown, f"{number} of {len(jots)}"):
                return
            stored = self.desk.caseload.store.get(CheckIn, jot.id)
            finished += stored is not None and stored.state is CheckInState.DONE
        left = len(self.desk.caseload.jots)
        self.say(f"{finished} finished, {left} left to finish" if left else f"{finished} finished; no jot is left")

    async def _finish(self, shown: CheckIn, place: str) -> bool:
        """Let the advisor finish one; False when they stopped."""
        from advisory.casework.check_in.edit import edit_check_in
        from advisory.tui.dialogs.fields.check_in import jot_changes, jot_fields

        def finish(values: Values) -> None:
            edit_check_in(self.desk.caseload, shown, **jot_changes(values))

        def rebase(stored: CheckIn) -> None:
            nonlocal shown
            shown = stored

        name, when = self.desk.name(shown.student), day(shown.happened_on, self.desk.caseload.today)
        heading = f"To finish, {place} · {name} · {when}"
        return await self.fill("jot", heading, jot_fields(shown), finish, record_id=shown.id, rebase=rebase)
