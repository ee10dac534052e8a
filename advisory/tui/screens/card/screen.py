"""The student card: who they are, my next promise, what was said last, and their own board."""

from typing import ClassVar

from textual.binding import BindingType

from advisory.model import CheckIn, FollowUp, Indicator
from advisory.tui.asking import asking
from advisory.tui.commands.check_in import CheckInActions
from advisory.tui.commands.fact import FactActions
from advisory.tui.commands.registry import bindings_of
from advisory.tui.desk import Desk
from advisory.tui.screens.base.over_screen import OverScreen
from advisory.tui.widgets.lists.lines import Lines

from .rows import card_rows


class CardScreen(CheckInActions, FactActions, OverScreen, inherit_bindings=False):
    """One student; [ and ] walk through the caseload without leaving."""

    stem = "card"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def __init__(self, desk: Desk, student_id: str) -> None:
        super().__init__(desk)
        self._student_id = student_id

    @property
    def student_id(self) -> str:
        return self._student_id if self._student_id in self.desk.caseload.names else ""

    @property
    def promise_id(self) -> str:
        highlighted = self.desk.caseload.store.get(FollowUp, self.body.key) if self.body.key else None
        return highlighted.id if highlighted else super().promise_id

    def make_body(self) -> Lines:
        return Lines(id="body")

    def tell(self) -> None:
        if not self.student_id:  # an undo took the student back out
            self.leave()
            return
        lines = self.query_one("#body", Lines)
        if lines.cells:
            lines.show(card_rows(self.desk, self.student_id, lines.cells - 2, asked=self.is_asked))

    def on_resize(self) -> None:
        """The card wraps its lines, so it is told anew for another width."""
        self.call_after_refresh(self.retell, force=True)

    @property
    def sign(self) -> Indicator | None:
        """The highlighted sign of the student's own board."""
        return self.desk.caseload.store.get(Indicator, self.body.key) if self.body.key else None

    async def action_delete_check_in(self) -> None:
        from advisory.casework.trash import move_to_trash

        if self.learning is not None:
            self.remove_learning(self.learning)
            return
        sign = self.sign
        if sign is None:
            await super().action_delete_check_in()
            return
        with asking(self):
            move_to_trash(self.desk.caseload, Indicator, sign.id)
            self.say("Sign taken out; u brings it back", sign.student)
        self.retell()

    async def action_open(self) -> None:
        if self.learning is not None:
            self.begin(self.edit_learning(self.learning))
        elif self.sign is not None:
            seen_in = self.desk.caseload.store.get(CheckIn, self.sign.check_in) if self.sign.check_in else None
            if seen_in is None or seen_in.deleted_at is not None:
                self.say("No check-in is kept with this sign. d takes it out.")
            else:
                self.begin(self.edit_check_in(seen_in))
        elif self.check_in is None and self.body.key:
            self.say("x marks the promise done, z puts it off, Z lets it go.")
        else:
            await super().action_open()

    async def action_previous_student(self) -> None:
        self._walk(-1)

    async def action_next_student(self) -> None:
        self._walk(1)

    def _walk(self, by: int) -> None:
        everyone = [student.id for student in self.desk.caseload.students]
        if self._student_id in everyone:
            self.turn_to(everyone[(everyone.index(self._student_id) + by) % len(everyone)])

    def turn_to(self, *arguments: str) -> None:
        """Show another student's card from its top."""
        self.hide_sensitive()
        self._student_id = arguments[0]
        self.query_one("#body", Lines).show((), "")
        self.retell(force=True)
        self.query_one("#body", Lines).move_to_end(-1)
