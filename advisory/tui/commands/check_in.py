"""What can be done with the highlighted check-in, in the log and on the card."""

from advisory.model import CheckIn
from advisory.tui.asking import asking
from advisory.tui.screens.base.flow import Flow, Values

_TALL = 30
"""Lines of a screen that has room for more than the last revision above the form."""


class CheckInActions(Flow):
    """Editing the highlighted one, and deleting it."""

    @property
    def check_in(self) -> CheckIn | None:
        """The highlighted one."""
        return self.desk.caseload.store.get(CheckIn, self.body.key) if self.body.key else None

    async def action_open(self) -> None:
        if self.check_in is not None:
            self.begin(self.edit_check_in(self.check_in))

    async def edit_check_in(self, shown: CheckIn) -> None:
        """Let the advisor change a check-in."""
        from advisory.casework.check_in.edit import edit_check_in
        from advisory.tui.dialogs.fields.check_in import check_in_about, check_in_changes, check_in_fields

        def edit(values: Values) -> None:
            edited = edit_check_in(self.desk.caseload, shown, **check_in_changes(self.desk, values))
            attempt = "" if edited.contact_made else "; an attempt restarts no clock"
            self.say(f"Check-in edited{attempt}", shown.student)

        def rebase(stored: CheckIn) -> None:
            nonlocal shown
            shown = stored

        heading = f"A check-in with {self.desk.name(shown.student)}"
        about = check_in_about(self.desk, shown, revisions=2 if self.size.height >= _TALL else 1)
        fields = check_in_fields(self.desk, shown)
        await self.fill("check_in_form", heading, fields, edit, record_id=shown.id, about=about, rebase=rebase)

    async def action_delete_check_in(self) -> None:
        from advisory.casework.trash import move_to_trash

        check_in = self.check_in
        if check_in is None:
            self.say("No check-in is highlighted.")
            return
        with asking(self):
            move_to_trash(self.desk.caseload, CheckIn, check_in.id)
            self.say("Deleted; u brings it back", check_in.student)
        self.retell()
