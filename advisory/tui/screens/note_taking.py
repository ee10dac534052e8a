"""Taking a note about the highlighted student: the check-in line, from c to Enter."""

from typing import TYPE_CHECKING

from advisory.model.words import Kind
from advisory.tui.asking import asking
from advisory.tui.patience import until
from advisory.tui.prose import day
from advisory.tui.unsaved import NOTE, TEXT

from .flow import Flow

if TYPE_CHECKING:
    from advisory.tui.widgets.check_in_line import CheckInLine

READY_AFTER = 0.05
"""Seconds after a screen is made when its check-in line is: the screen itself is drawn first."""
NOBODY = "Nobody is highlighted."


class NoteTaking(Flow):
    """Text first; everything else has a default and can be changed later."""

    @property
    def student_id(self) -> str:
        """The highlighted student; "" when there is none."""
        return self.body.key

    check_in_line: "CheckInLine | None" = None
    """The line for a note; its widgets are loaded once the screen is shown, so that `c` finds it ready."""

    def on_mount(self) -> None:
        self.set_timer(READY_AFTER, self._make_ready)

    async def _make_ready(self) -> None:
        if self.check_in_line is None:
            from advisory.tui.widgets.check_in_line import CheckInLine

            self.check_in_line = line = CheckInLine(self._keep_draft, self.save_check_in, self.tell_open_line)
            await self.mount(line)
        else:
            making = self.check_in_line
            await until(lambda: making.is_whole)

    async def action_check_in(self) -> None:
        student_id = self.student_id
        if not student_id:
            self.say(NOBODY)
            return
        await self._make_ready()
        line = self.check_in_line
        if line is None:
            return
        draft = self.desk.unsaved.bring_back(NOTE, student_id).get(TEXT, "")
        line.open_for(student_id, draft)
        self.body.can_focus = False  # a click beside the note must not take the keys from it
        self.set_focus(line.area)
        self.call_after_refresh(self.is_back, NOTE, student_id)
        self.tell_check_in(line)
        self.say(
            "Your draft is back. Enter saves it." if draft else "Enter saves · Tab another kind · Esc keeps the draft"
        )

    def tell_check_in(self, line: "CheckInLine") -> None:
        """Say how the note will be kept."""
        name = self.desk.name(line.student_id)
        line.tell(f"{name} · {line.kind.label} · today · private", covered=self.desk.prose.is_shaded)

    def save_check_in(self, student_id: str, text: str, kind: Kind) -> None:
        """Enter: record the note; a refusal leaves the line open with every word in it."""
        from advisory.casework.record_check_in import record_check_in

        with asking(self):
            check_in = record_check_in(self.desk.caseload, student_id, text, kind=kind)
            self.desk.unsaved.forget(NOTE, student_id)
            self._put_away()
            self.say(f"Saved: {check_in.kind.label}, {day(check_in.happened_on, self.desk.caseload.today)}", student_id)
        self.retell()

    def close_check_in(self, line: "CheckInLine") -> None:
        """Put the line away and keep what was typed."""
        student_id, has_text = line.student_id, bool(line.area.text.strip())
        is_kept = line.keep_now()
        self._put_away()
        if is_kept:
            self.say(
                "Not saved yet: the draft is kept. c goes on with it" if has_text else "",
                student_id if has_text else "",
            )
        self.retell(force=True)

    def _put_away(self) -> None:
        if self.check_in_line is not None:
            self.check_in_line.close()
        self.body.can_focus = True
        self.set_focus(self.body)

    def _keep_draft(self, student_id: str, text: str) -> bool:
        """Keep the text on the disk; False, and a sentence, when the disk does not take it."""
        with asking(self) as asked:
            self.desk.unsaved.keep(NOTE, student_id, {TEXT: text}, self.desk.caseload.now())
        return not asked.refused

    def tell_open_line(self) -> None:
        line = self.check_in_line
        if line is None or not line.is_open:
            return
        if line.student_id in self.desk.caseload.names:
            self.tell_check_in(line)
        else:  # taken out by an undo in another terminal; the words stay
            self.close_check_in(line)

    def action_back(self) -> None:
        line = self.check_in_line
        if line is not None and line.is_open:
            self.close_check_in(line)
        else:
            super().action_back()
