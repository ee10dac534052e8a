"""The frame of every screen of the caseload: body, second pane, message and keys; finding in place; being told anew."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget

from advisory.tui.commands.registry import MODES
from advisory.tui.desk import Desk
from advisory.tui.prose import width
from advisory.tui.style.sheets import StyledOnce
from advisory.tui.widgets.boxes.find_line import FindLine
from advisory.tui.widgets.key_bar import KeyBar
from advisory.tui.widgets.lists.body import Body
from advisory.tui.widgets.masthead import Masthead
from advisory.tui.widgets.message_line import MessageLine

from .cursor_moves import CursorMoves

WIDE = 100
"""Columns from which a screen shows a second pane."""


class Frame(CursorMoves, StyledOnce[None], inherit_bindings=False):
    """A screen with a body, a second pane where there is room, a line to type on, a message and the keys."""

    stem: ClassVar[str]
    find_hint: ClassVar[str] = "the beginning of a name"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - Textual reads it so

    def __init__(self, desk: Desk) -> None:
        super().__init__(id=self.stem)
        self.desk = desk
        self.query_text = ""
        self._told: tuple[object, ...] = ()
        self._said_as_of: tuple[object, ...] = ()

    # --- what each screen says for itself -------------------------------------------------------------------------

    def make_body(self) -> Body:
        """The widget with the cursor."""
        return Body(id="body")

    def tell(self) -> None:
        """Fill the body from memory."""

    def aside(self) -> Iterable[Widget]:
        """What stands in the second pane."""
        return ()

    def above(self) -> Iterable[Widget]:
        """What stands between the top line and the body."""
        return ()

    def tell_aside(self) -> None:
        """Fill the second pane for what is highlighted."""

    def tell_open_line(self) -> None:
        """Say again whom the open line is about."""

    @property
    def is_typed_on(self) -> bool:
        """Whether a line is open whose keys nothing may come between."""
        return False

    # --- the frame ------------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield Masthead(self.stem if self.stem in MODES else "", self.desk.caseload.today)
        yield from self.above()
        with Horizontal(id="panes"):
            yield self.make_body()
            yield from self.aside()
        yield MessageLine()
        yield KeyBar(self.stem, self.desk.keys)

    @property
    def body(self) -> Body:
        """The widget with the cursor."""
        return self.query_one("#body", Body)

    @property
    def message(self) -> MessageLine:
        """The line that tells what was done."""
        return self.query_one(MessageLine)

    def on_mount(self) -> None:
        self.retell(force=True)
        self.set_focus(self.body)

    def on_screen_resume(self) -> None:
        if (self.desk.caseload.store.seq, self.desk.prose.shade) != self._said_as_of:
            self.say("")  # what it said may not be so any more
        self.retell()

    def retell(self, *, force: bool = False) -> None:
        """Show what memory holds now, if anything that shows is another than when it was told last."""
        caseload = self.desk.caseload
        as_of = (caseload.store.seq, caseload.today, self.desk.prose.shade, self.query_text)
        if as_of == self._told and not force:
            return
        self._told = as_of
        self.tell_time()
        self.tell()
        self.tell_aside()
        self.tell_open_line()
        for find in self.query(FindLine):
            find.password = self.desk.prose.is_shaded

    def tell_time(self) -> None:
        """Show the day, and the time left."""
        self.query_one(Masthead).show(self.desk.caseload.today, self.desk.clock.text)

    def on_body_highlighted(self, event: Body.Highlighted) -> None:
        event.stop()
        self.tell_aside()

    async def on_body_opened(self, event: Body.Opened) -> None:
        event.stop()
        await self.run_action("open")

    def say(self, text: str, student_id: str = "") -> None:
        """Tell the advisor something, with the name of the student it is about under the shade of the moment."""
        name = f" · {self.desk.short(student_id)}" if student_id else ""
        if width(text) + 2 > self.size.width > 0 and not self.is_typed_on:
            from advisory.tui.dialogs.report import ReportDialog

            self.app.push_screen(ReportDialog("", [text], question=""))
        self.message.say(text + name)
        self._said_as_of = (self.desk.caseload.store.seq, self.desk.prose.shade)

    # --- finding in place -----------------------------------------------------------------------------------------

    async def action_find(self) -> None:
        found = self.query(FindLine)
        line = found.first() if found else FindLine(self.find_hint, self._back_to_body)
        if not found:
            await self.mount(line, before="#message")
        line.password = self.desk.prose.is_shaded
        line.display = True
        self.set_focus(line)
        line.action_select_all()  # what is typed next takes the place of what was sought

    def on_find_line_sought(self, event: FindLine.Sought) -> None:
        self.query_text = event.text
        self.retell()

    def _back_to_body(self) -> None:
        self.set_focus(self.body)

    def stop_finding(self) -> bool:
        """Show everything again; False when nothing was being sought."""
        for line in self.query(FindLine):
            if line.display:
                line.display = False
                line.value = ""
                self.query_text = ""
                self.set_focus(self.body)
                self.retell()
                return True
        return False

    # --- moving about ---------------------------------------------------------------------------------------------

    def action_back(self) -> None:
        if not self.stop_finding():
            self.leave()

    def leave(self) -> None:
        """What Escape does when nothing is open."""

    def action_help(self) -> None:
        from advisory.tui.dialogs.help import HelpDialog, explained_keys

        self.app.push_screen(HelpDialog("Keys", explained_keys(self.stem, self.desk.keys)))

    async def action_palette(self) -> None:
        self.app.action_command_palette()

    async def action_show_today(self) -> None:
        await self.show_mode("today")

    async def action_show_caseload(self) -> None:
        await self.show_mode("caseload")

    async def action_show_board(self) -> None:
        await self.show_mode("board")

    async def action_show_log(self) -> None:
        await self.show_mode("log")

    async def action_show_pacts(self) -> None:
        await self.show_mode("pacts")

    async def action_show_known_well(self) -> None:
        await self.show_mode("known_well")

    async def show_mode(self, stem: str) -> None:
        """Go to another of the modes."""
        await self.app.switch_mode(stem)
