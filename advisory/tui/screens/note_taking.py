"""Taking a note about the highlighted student: the check-in line, from c to Enter."""

from typing import TYPE_CHECKING

from advisory.tui.asking import asking
from advisory.tui.prose import day

from .frame import Frame

if TYPE_CHECKING:
    from advisory.tui.widgets.check_in_line import CheckInLine

NOBODY = "Nobody is highlighted."


class NoteTaking(Frame):
    """Text first; everything else has a default and can be changed later."""

    @property
    def student_id(self) -> str:
        """The highlighted student; "" when there is none."""
        return self.body.key

    check_in_line: "CheckInLine | None" = None
    """The line for a note, once one was taken: its widgets are loaded with the first."""

    async def action_check_in(self) -> None:
        student_id = self.student_id
        if not student_id:
            self.say(NOBODY)
            return
        line = self.check_in_line
        if line is None:
            from advisory.tui.widgets.check_in_line import CheckInLine

            line = self.check_in_line = CheckInLine(self._keep_draft)
            await self.mount(line)
        draft = self.desk.unsaved.text(student_id)
        line.open_for(student_id, draft)
        self.tell_check_in(line)
        self.say("Your draft is back. Enter saves it." if draft else "Enter saves · Esc keeps the draft")

    def tell_check_in(self, line: "CheckInLine") -> None:
        """Say how the note will be kept."""
        name = self.desk.name(line.student_id)
        line.tell(f"{name} · one-to-one · today · private", covered=self.desk.prose.is_shaded)

    def on_check_in_line_saved(self, event: "CheckInLine.Saved") -> None:
        from advisory.casework.record_check_in import record_check_in

        with asking(self):
            check_in = record_check_in(self.desk.caseload, event.student_id, event.text)
            self.desk.unsaved.forget(event.student_id)
            line = self.check_in_line
            if line is not None:
                line.close()
            self.body.focus()
            self.say(
                f"Saved: {check_in.kind.label}, {day(check_in.happened_on, self.desk.caseload.today)}", event.student_id
            )
        self.retell()

    def close_check_in(self, line: "CheckInLine") -> None:
        """Put the line away and keep what was typed."""
        line.keep_now()
        if line.area.text.strip():
            self.say("Not saved yet: the draft is kept. c goes on with it", line.student_id)
        line.close()
        self.body.focus()
        self.retell(force=True)

    def _keep_draft(self, student_id: str, text: str) -> None:
        with asking(self):
            self.desk.unsaved.keep(student_id, text, self.desk.caseload.now())

    def tell_open_line(self) -> None:
        line = self.check_in_line
        if line is not None and line.is_open:
            self.tell_check_in(line)

    def action_back(self) -> None:
        line = self.check_in_line
        if line is not None and line.is_open:
            self.close_check_in(line)
        else:
            super().action_back()
