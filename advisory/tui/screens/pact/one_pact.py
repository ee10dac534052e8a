"""A screen that shows one pact, and goes from one of a student's pacts to the next, and from student to student."""

from functools import partial

from advisory.model import Pact
from advisory.rules.overview.summary import in_display_order
from advisory.rules.pact.life import AGREED_STATES, NOT_YET_AGREED
from advisory.tui.commands.check_in import CheckInActions
from advisory.tui.commands.registry import COMMAND
from advisory.tui.desk import Desk
from advisory.tui.screens.base.over_screen import OverScreen
from advisory.tui.screens.base.section_moves import SectionMoves
from advisory.tui.widgets.lists.page import PageBody

from .page import Marked, first_key, marked_line, pact_page


class OnePact(SectionMoves, CheckInActions, OverScreen, inherit_bindings=False):
    """The pact it was opened for, for as long as there is one; then the one of the same student that tells most."""

    def __init__(self, desk: Desk, pact_id: str) -> None:
        super().__init__(desk)
        self._pact_id, self._student_id = pact_id, desk.caseload.store.need(Pact, pact_id).student
        self._shown = ""
        """Id of the pact that is on the screen already."""

    def on_mount(self) -> None:
        begun = self.desk.unsaved.fields("edit_pact", self._pact_id)
        self.say("A change of its words is not saved yet: E goes on with it." if begun else "")

    def make_body(self) -> PageBody:
        return PageBody(id="body")

    @property
    def page(self) -> PageBody:
        """The pact's lines."""
        return self.query_one("#body", PageBody)

    @property
    def student_id(self) -> str:
        return self._student_id if self._student_id in self.desk.caseload.names else ""

    @property
    def pacts(self) -> list[Pact]:
        """All of the student's, closed ones too, the one that tells most first."""
        return in_display_order(self.desk.caseload.store.of_student(Pact, self._student_id))

    @property
    def pact(self) -> Pact | None:
        pacts = self.pacts
        return next((pact for pact in pacts if pact.id == self._pact_id), pacts[0] if pacts else None)

    @property
    def line(self) -> Marked | None:
        """The highlighted success line or commitment."""
        return marked_line(self.body.key)

    @property
    def success_line(self) -> str:
        pact, line = self.pact, self.line
        return pact.success_evidence[line.number].text if pact and line and line.side is None else ""

    def tell(self) -> None:
        pact = self.pact
        if pact is None or not self.student_id:  # an undo took it back out
            self.leave()
            return
        make = partial(pact_page, self.desk, pact, self._place(pact))
        if pact.id == self._shown:
            self.page.show(make)
        else:
            self._pact_id = self._shown = pact.id
            self.page.begin(make, first_key(pact))

    def _place(self, pact: Pact) -> str:
        """Which of the student's pacts it is, where there are several."""
        pacts = self.pacts
        return f"pact {pacts.index(pact) + 1} of {len(pacts)}" if len(pacts) > 1 else ""

    def say(self, text: str, student_id: str = "") -> None:
        """Where there is nothing to tell, the keys that are wanted here, as the advisor has chosen them."""
        super().say(text or self._hint(), student_id)

    def _hint(self) -> str:
        pact, wanted = self.pact, [("pact-history", "its history")]
        if pact is not None and pact.status in NOT_YET_AGREED:
            wanted = [("open", "goes on with it"), ("agreements", "who says yes"), ("discard-pact", "gives it up")]
        elif pact is not None and pact.status in AGREED_STATES:
            wanted = [("mark-line", "marks"), ("mark-day", "on another day"), ("next-section", "next list")]
        if len(self.pacts) > 1:
            wanted.append(("next-pact", "another pact"))
        return " · ".join(f"{COMMAND[one].display(self.desk.keys.get(one))} {what}" for one, what in wanted)

    # --- going about ----------------------------------------------------------------------------------------------

    def turn_to(self, *arguments: str) -> None:
        """Show a pact from its top."""
        self._pact_id, self._student_id = arguments[0], self.desk.caseload.store.need(Pact, arguments[0]).student
        self._shown = ""
        self.say("")
        self.retell(force=True)

    async def action_next_pact(self) -> None:
        pacts, pact = self.pacts, self.pact
        if pact is None or len(pacts) == 1:
            self.say("This is their only pact.")
        else:
            self.turn_to(pacts[(pacts.index(pact) + 1) % len(pacts)].id)

    async def action_previous_student(self) -> None:
        self._walk(-1)

    async def action_next_student(self) -> None:
        self._walk(1)

    def _walk(self, by: int) -> None:
        """To the pact of the next student who has one."""
        told = {line.student.id: line.pact.id for line in self.desk.caseload.summaries if line.pact}
        everyone = list(told)
        if self._student_id in told:
            self.turn_to(told[everyone[(everyone.index(self._student_id) + by) % len(everyone)]])

    async def action_open(self) -> None:
        """What was said opens to be changed, what has not begun to be written, and anything else the student's card."""
        pact = self.pact
        if self.check_in is not None:
            await super().action_open()
        elif pact is not None and pact.status in NOT_YET_AGREED:
            self.begin(self.write_pact(pact.student, pact))
        else:
            await self.open_card(self.student_id)

    def action_page_up(self) -> None:
        self.page.scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        self.page.scroll_page_down(animate=False)
