"""The screen of one pact: what it says, what was met and kept, the reviews, and who agreed to it."""

from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from advisory.model import CheckIn, Pact
from advisory.rules.overview.summary import in_display_order
from advisory.rules.pact.life import AGREED_STATES, NOT_YET_AGREED
from advisory.tui.commands.registry import bindings_of
from advisory.tui.desk import Desk
from advisory.tui.highlighted import Highlighted
from advisory.tui.screens.base.over_screen import OverScreen
from advisory.tui.widgets.lists.page import PageBody

from .page import first_key, marked_line, pact_page


class PactBody(PageBody, inherit_bindings=False):
    """The lines of the pact. Page Up and Page Down scroll, because most lines can't be highlighted."""

    def move_page(self, direction: int) -> None:
        if direction < 0:
            self.scroll_page_up(animate=False)
        else:
            self.scroll_page_down(animate=False)


class PactScreen(OverScreen, inherit_bindings=False):
    """Shows the pact it was opened for, or the student's most relevant one if that pact no longer exists.

    The advisor can move to the student's other pacts, and to other students' pacts.
    """

    stem = "pact"
    is_of_one_student = True
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def __init__(self, desk: Desk, pact_id: str) -> None:
        super().__init__(desk)
        self._pact_id, self._student_id = pact_id, desk.caseload.store.need(Pact, pact_id).student
        self._shown = ""
        """The id of the pact that was drawn last."""

    def on_mount(self) -> None:
        begun = self.desk.unsaved.fields("edit_pact", self._pact_id)
        self.say(
            f"You have an unsaved change to its words. Press {self.key('reword-pact')} to pick it up." if begun else ""
        )

    def make_body(self) -> PageBody:
        return PactBody(id="body")

    @property
    def page(self) -> PageBody:
        """The body, which shows the pact."""
        return self.query_one("#body", PageBody)

    @property
    def pacts(self) -> list[Pact]:
        """All pacts of the student, including closed ones, the most relevant first."""
        return in_display_order(self.desk.caseload.store.of_student(Pact, self._student_id))

    @property
    def pact(self) -> Pact | None:
        pacts = self.pacts
        return next((pact for pact in pacts if pact.id == self._pact_id), pacts[0] if pacts else None)

    def row(self, key: str) -> Highlighted:
        """Enter opens a review's check-in, the editor of a pact that hasn't begun, or the card."""
        pact = self.pact
        check_in = self.desk.caseload.store.get(CheckIn, key) if key else None
        is_to_write = pact is not None and pact.status in NOT_YET_AGREED
        row = "check_in" if check_in else "pact_to_write" if is_to_write else "student"
        student = self._student_id if self._student_id in self.desk.caseload.names else ""
        return Highlighted(self.desk, student, pact=pact, check_in=check_in, line=marked_line(key), row=row)

    def draw_body(self) -> None:
        pact = self.pact
        if pact is None or not self.highlighted.student:  # an undo removed the pact or the student
            self.leave()
            return
        make = partial(pact_page, self.desk, pact, self._place(pact))
        if pact.id == self._shown:
            self.page.show(make)
        else:
            self._pact_id = self._shown = pact.id
            self.page.begin(make, first_key(pact))

    def _place(self, pact: Pact) -> str:
        """Which of the student's pacts this is, such as `pact 1 of 2`; "" if it is the only one."""
        pacts = self.pacts
        return f"pact {pacts.index(pact) + 1} of {len(pacts)}" if len(pacts) > 1 else ""

    def say(self, text: str, student_id: str = "") -> None:
        super().say(text or self._hint(), student_id)

    def _hint(self) -> str:
        """The most useful keys, shown when there is no message."""
        pact, wanted = self.pact, [("pact-history", "its history")]
        if pact is not None and pact.status in NOT_YET_AGREED:
            wanted = [("open", "picks it up"), ("agreements", "who says yes"), ("discard-pact", "discards it")]
        elif pact is not None and pact.status in AGREED_STATES:
            wanted = [("mark-line", "marks"), ("mark-day", "on another day"), ("next-section", "next list")]
        if len(self.pacts) > 1:
            wanted.append(("next-pact", "another pact"))
        return " · ".join(f"{self.key(one)} {what}" for one, what in wanted)

    # --- moving ---------------------------------------------------------------------------------------------------

    def turn_to(self, *values: str) -> None:
        """Show another pact, from the top."""
        self._pact_id, self._student_id = values[0], self.desk.caseload.store.need(Pact, values[0]).student
        self._shown = ""
        self.say("")
        self.redraw(force=True)

    def next_pact(self) -> None:
        """Show the student's next pact, including closed ones."""
        pacts, pact = self.pacts, self.pact
        if pact is None or len(pacts) == 1:
            self.say("This is their only pact.")
        else:
            self.turn_to(pacts[(pacts.index(pact) + 1) % len(pacts)].id)

    def walk(self, by: int) -> None:
        """Show the pact of another student, skipping students without one."""
        pacts = {line.student.id: line.pact.id for line in self.desk.caseload.summaries if line.pact}
        everyone = list(pacts)
        if self._student_id in pacts:
            self.turn_to(pacts[everyone[(everyone.index(self._student_id) + by) % len(everyone)]])
