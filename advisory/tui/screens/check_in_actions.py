"""What can be done with check-ins, in the log and on the card."""

from advisory.model import CheckIn
from advisory.tui.asking import asking

from .flow import Flow, Values, flow


class CheckInActions(Flow):
    """Editing the highlighted one, deleting it, and bringing back one that was deleted."""

    @property
    def check_in(self) -> CheckIn | None:
        """The highlighted one."""
        return self.desk.caseload.store.get(CheckIn, self.body.key) if self.body.key else None

    async def action_open(self) -> None:
        if self.check_in is not None:
            self.begin(self.edit_check_in(self.check_in))

    async def edit_check_in(self, shown: CheckIn) -> None:
        """Let the advisor change a check-in."""
        from advisory.casework.edit_check_in import edit_check_in
        from advisory.tui.dialogs.check_in import check_in_changes, check_in_fields

        def edit(values: Values) -> None:
            edit_check_in(self.desk.caseload, shown, **check_in_changes(self.desk, values))
            self.say("Check-in edited", shown.student)

        def rebase(stored: CheckIn) -> None:
            nonlocal shown
            shown = stored

        heading = f"A check-in with {self.desk.name(shown.student)}"
        await self.fill("check_in_form", heading, check_in_fields(shown), edit, record_id=shown.id, rebase=rebase)

    async def action_delete_check_in(self) -> None:
        from advisory.casework.delete_check_in import delete_check_in

        check_in = self.check_in
        if check_in is None:
            self.say("No check-in is highlighted.")
            return
        with asking(self):
            delete_check_in(self.desk.caseload, check_in.id)
            self.say("Deleted; u brings it back", check_in.student)
        self.retell()

    @flow
    async def action_trash(self) -> None:
        from advisory.casework.restore_check_in import deleted_check_ins, restore_check_in
        from advisory.tui.dialogs.trash import TrashDialog

        gone = deleted_check_ins(self.desk.caseload)
        if not gone:
            self.say("Nothing is in the trash.")
            return
        chosen = await self.ask(TrashDialog(self.desk, gone))
        if chosen is not None:
            check_in = restore_check_in(self.desk.caseload, chosen)
            self.retell()
            self.body.go_to(check_in.id)
            self.say("Brought back", check_in.student)
