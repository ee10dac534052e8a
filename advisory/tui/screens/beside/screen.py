"""The screen to turn to a student: it shows only what is theirs, and takes two different keys in a row to leave.

It does not share the frame of the other screens, so nothing on it can name another student: it has no masthead, no
palette, and commands of its own.
"""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from advisory.caseload.leaving.shareable import Shareable, shareable_of
from advisory.model import Pact
from advisory.model.words import PactStatus
from advisory.rules.pact.life import AGREED_STATES
from advisory.rules.pact.line import PactLine
from advisory.tui.commands.registry import BESIDE, COMMAND, bar_entries, bindings_of, commands_of
from advisory.tui.desk import Desk
from advisory.tui.drafts.unsaved import BESIDE_FORM, OWN_FORM, OWN_WORDS
from advisory.tui.key_place import is_foreign
from advisory.tui.screens.base.command_screen import CommandScreen
from advisory.tui.style.place import sheet
from advisory.tui.widgets.key_bar import KeyBar
from advisory.tui.widgets.lists.body import Body
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.text.wrapped_text import WrappedText

from .rows import EDITABLE, beside_rows
from .text import Reader

_POSSIBLE_IN = {
    "change-words": EDITABLE,
    "add-words": EDITABLE,
    "own-mark": AGREED_STATES,
    "say-yes": frozenset({PactStatus.DRAFT, PactStatus.PROPOSED}),
}
"""Command → the statuses of a pact in which it can do something."""
_OWN = frozenset(command.id for command in commands_of(BESIDE))


class BesideScreen(CommandScreen, inherit_bindings=False):
    """Shows one student, starting with the pact it was opened for."""

    CSS_PATH = [sheet("beside")]  # noqa: RUF012 - Textual wants a plain class attribute
    AUTO_FOCUS = ""
    is_kept = True
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(BESIDE))

    def __init__(self, desk: Desk, student_id: str, pact_id: str = "") -> None:
        super().__init__(id=BESIDE)
        self.desk, self._student_id, self._pact_id = desk, student_id, pact_id
        self._drawn: tuple[object, ...] = ()
        self._shared: tuple[object, Shareable | None] = (), None
        self.is_leaving = False

    def compose(self) -> ComposeResult:
        with Container(id="beside-page"):
            yield Lines(id="body")
        yield WrappedText(id="status-line")
        yield KeyBar(bar_entries(BESIDE, self.desk.keys))

    def on_mount(self) -> None:
        self.set_focus(self.body)

    def begin_again(self, *values: str) -> None:
        """Reuse the screen for another student; nothing of the last one stays in memory or on the screen."""
        self._student_id, self._pact_id = (*values, "")[:2]
        self._drawn, self._shared = (), ((), None)
        self.is_leaving = False
        self.body.forget()
        self.query_one("#status-line", WrappedText).show("")
        self.set_focus(self.body)

    @property
    def body(self) -> Lines:
        """The list, with the cursor on a line of the pact."""
        return self.query_one("#body", Lines)

    @property
    def shared(self) -> Shareable | None:
        """What the student may see, updated after every change; None when the student is no longer here."""
        caseload = self.desk.caseload
        as_of = (caseload.store.seq, caseload.today)
        if as_of != self._shared[0]:
            self._shared = as_of, shareable_of(caseload, self._student_id, self.desk.uncovered)
        return self._shared[1]

    @property
    def pact(self) -> Pact | None:
        """The pact that is shown, or the latest one if that no longer exists."""
        shared = self.shared
        pacts = shared.pacts if shared else []
        return next((pact for pact in pacts if pact.id == self._pact_id), pacts[-1] if pacts else None)

    def say(self, text: str, student_id: str = "") -> None:
        """Show a message under the pact, without the student's name and with other students' names covered."""
        _ = student_id
        shared = self.shared
        self.query_one("#status-line", WrappedText).show(shared.others.covered(text) if shared else "", "accent")

    # --- what is shown --------------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        self.call_after_refresh(self.redraw, force=True)

    def on_screen_resume(self, event: events.ScreenResume) -> None:  # noqa: ARG002 - StyledOnce sets the signature
        self.redraw(force=True)

    def redraw(self, *, force: bool = False) -> None:
        caseload = self.desk.caseload
        as_of = (caseload.store.seq, caseload.today, self.desk.prose.shade)
        if not self.is_mounted or (as_of == self._drawn and not force):
            return
        self._drawn = as_of
        self._draw_bar()
        shared, pact, lines = self.shared, self.pact, self.body
        if shared is None:
            lines.show(())
            return
        if lines.cells:
            reader = Reader(
                self.desk.prose,
                shared.others.covered,
                caseload.today,
                caseload.calendar,
                self.key("other-pact"),
                self.key("draft-pact"),
                self.key("own-hand"),
            )
            begun = self.desk.unsaved.fields(BESIDE_FORM, pact.id) if pact else {}
            lines_begun = {name.removeprefix(OWN_WORDS) for name in begun}
            if self.desk.unsaved.fields(OWN_FORM, self._student_id):
                lines_begun.add(OWN_FORM)
            trend = caseload.trend_of(pact) if pact else None
            lines.show(beside_rows(shared, pact, trend, reader, lines_begun, lines.cells - 2))

    def _draw_bar(self) -> None:
        """Draw the footer: what can be done with the pact that is shown, if there is one."""
        status = self.pact.status if self.pact else None
        left_out = {one for one, statuses in _POSSIBLE_IN.items() if status not in statuses}
        entries = [one for one in bar_entries(BESIDE, self.desk.keys) if one.id not in left_out]
        self.query_one(KeyBar).show(entries)

    # --- keys -----------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow only this screen's commands, not the actions that Textual gives every screen."""
        return action == "do" and parameters[0] in _OWN

    def on_key(self, event: events.Key) -> None:
        """After the first of the two keys that leave, any key but the second one cancels leaving.

        A letter that isn't Latin does not: the advisor has just been told to change the layout.
        """
        if not self.is_leaving or is_foreign(event.key) or event.key in self._keys("turn-back-now"):
            return
        event.stop()
        event.prevent_default()
        self._stay()

    def on_screen_suspend(self) -> None:
        """Cancel leaving when a dialog or the shade covers the screen."""
        self._stay()

    def begin_to_leave(self) -> None:
        """Wait for the second of the two keys that leave."""
        self.is_leaving = True
        self.say(f"Press {self.key('turn-back-now')} to return to your screen.")

    def _stay(self) -> None:
        if self.is_leaving:
            self.is_leaving = False
            self.say("")

    def _keys(self, command_id: str) -> list[str]:
        return (self.desk.keys.get(command_id) or COMMAND[command_id].keys).split(",")

    async def on_body_opened(self, event: Body.Opened) -> None:
        event.stop()
        await self.run_action("do('change-words')")

    @property
    def line(self) -> PactLine | None:
        """The highlighted line of the pact."""
        field, _, number = self.body.key.partition(":")
        return PactLine(field, int(number)) if number else None

    def next_pact(self) -> None:
        """Show another pact of the same student."""
        shared, pact = self.shared, self.pact
        if shared and pact and len(shared.pacts) > 1:
            at = next(at for at, one in enumerate(shared.pacts) if one.id == pact.id)
            self._pact_id = shared.pacts[at - 1].id
            self.say("")
            self.redraw(force=True)
            self.body.move_to_end(-1)
