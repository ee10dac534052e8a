"""How every caseload screen is laid out and drawn: masthead, body, detail pane, status line and footer."""

import time
from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget

from advisory.tui.commands.registry import MODES, bar_entries, mode_labels
from advisory.tui.desk import Desk
from advisory.tui.highlighted import Highlighted
from advisory.tui.widgets.key_bar import KeyBar
from advisory.tui.widgets.lists.body import Body
from advisory.tui.widgets.masthead import Masthead
from advisory.tui.widgets.status_line import StatusLine
from advisory.tui.widgets.text.ink import STILL, Line, stand_in

from .command_screen import CommandScreen
from .footer import footer_entries
from .message import usable_words, written_words
from .staying import Staying

WIDE = 100
"""Screen width, in cells, from which the detail pane is beside the body."""


class Frame(CommandScreen, inherit_bindings=False):
    """A screen with a masthead, a body, a detail pane if there is room, a status line and a footer of keys."""

    stem: ClassVar[str]
    is_of_one_student: ClassVar[bool] = False
    """Whether it highlights the student it was opened for, or nobody, and so never another one by itself."""
    find_escape: ClassVar[str] = "Show everything"
    """What Escape does in the line to find with."""
    is_made_for_size: ClassVar[bool] = False
    """Whether the rows are made for the size of the body, and so made anew when it changes."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - Textual wants a plain class attribute

    def __init__(self, desk: Desk) -> None:
        super().__init__(id=self.stem)
        self.desk, self.staying = desk, Staying(self)
        self.query_text = ""
        self.shows_private = False
        """Whether the words of private notes were asked for on this screen."""
        self._drawn: tuple[object, ...] = ()
        self._drawn_hiding: object = None
        """What was hidden while all of it was drawn; None once a part was drawn while something else was."""
        self._message_as_of: tuple[object, ...] = ()

    # --- what each screen overrides -------------------------------------------------------------------------------

    def make_body(self) -> Body:
        """Make the widget that has the cursor."""
        return Body(id="body")

    def draw_body(self) -> None:
        """Draw the body from memory."""

    def detail_pane(self) -> Iterable[Widget]:
        """Make the widgets beside or below the body."""
        return ()

    def above(self) -> Iterable[Widget]:
        """Make the widgets between the masthead and the body."""
        return ()

    def is_search(self, text: str) -> bool:
        """Whether the rows for this text are other ones, rather than everybody again; the cursor then begins among them."""
        return bool(text)

    def draw_detail(self) -> None:
        """Draw the detail pane for what is highlighted."""

    def draw_typed(self) -> None:
        """Draw what depends on what is being typed: how a note is read, and dots over what to find while names are hidden."""

    def row(self, key: str) -> Highlighted:
        """What the row with this key is about. By default a row's key is a student's id."""
        return Highlighted(self.desk, key)

    @property
    def is_taking_note(self) -> bool:
        """Whether a note is being typed, which no dialog may interrupt."""
        return False

    @property
    def is_note_kept(self) -> bool:
        """Whether the note being typed is kept as a draft; not where the disk refuses it."""
        return True

    @property
    def is_finding(self) -> bool:
        """Whether what to find is being typed."""
        return False

    # --- what is highlighted ---------------------------------------------------------------------------------------

    @property
    def highlighted(self) -> Highlighted:
        """What the cursor is on: a row, or a student whose row has left the list."""
        gone = self.body.gone
        if not gone:
            return self.row(self.body.key)
        return Highlighted(self.desk, gone if self.desk.is_current(gone) else "")

    @property
    def gone(self) -> str:
        """The student who stays highlighted though no row is theirs any more; "" while the cursor is on a row."""
        return self.body.gone

    def key_of(self, student_id: str) -> str:
        """The key of the first row about a student; "" if there is none."""
        return next((key for key in self.body.keys if key and self.row(key).student == student_id), "")

    def stand_in(self, student_id: str, key: str, place: int) -> None:
        """Keep a student highlighted whose row, with this key, has left its place in the list."""
        self.body.stay_with(student_id, partial(self._draw_stand_in, student_id), key, place)

    def let_go(self) -> None:
        """Drop the row that stands in for a student."""
        self.body.let_go()

    def _draw_stand_in(self, student_id: str, cells: int) -> Line:
        is_current = self.desk.is_current(student_id)
        return stand_in(self.desk.name(student_id), cells, STILL if is_current else "left your caseload")

    # --- layout and drawing ---------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        mode = self.stem if self.stem in MODES else ""
        yield Masthead(mode_labels(self.desk.keys), mode, self.desk.caseload.today)
        yield from self.above()
        with Horizontal(id="panes"):
            body = self.make_body()
            body.when_resized = self.body_resized
            yield body
            yield from self.detail_pane()
        yield StatusLine()
        yield KeyBar(bar_entries(self.stem, self.desk.keys))

    @property
    def body(self) -> Body:
        """The widget that has the cursor."""
        return self.query_one("#body", Body)

    @property
    def status_line(self) -> StatusLine:
        """The status line."""
        return self.query_one(StatusLine)

    def on_mount(self) -> None:
        self.redraw(force=True)
        self.set_focus(self.body)
        if not self.status_line.text:
            self.say("")  # only now, as some say here what the keys do to the highlighted row

    def begin_again(self, *values: str) -> None:  # noqa: ARG002 - for subclasses
        """Nothing is drawn before the screen is shown, as only then what is private is kept back as it should be here."""
        self.staying = Staying(self)
        self.query_text, self.shows_private = "", False
        self._drawn = self._message_as_of = ()
        self.set_focus(self.body)
        self.query_one(Masthead).show_modes(mode_labels(self.desk.keys))

    def show_private(self, *, shown: bool) -> None:
        """Show the words of private notes on this screen, or keep them back again."""
        self.shows_private = shown
        self.redraw(force=True)

    def on_screen_resume(self, event: events.ScreenResume) -> None:  # noqa: ARG002 - StyledOnce sets the signature
        if self._shown_now != self._message_as_of:
            self.say("")  # the message may be out of date
        self.draw_time()
        self.redraw()

    def redraw(self, *, force: bool = False) -> None:
        caseload = self.desk.caseload
        keeps_private = self.desk.configuration.settings.collapses_private and not self.shows_private
        if self._is_in_front:
            self.desk.prose.keeps_private = keeps_private
        time_zone = time.localtime().tm_gmtoff
        drafts = tuple(self.desk.unsaved.waiting())
        as_of = (caseload.store.seq, caseload.today, time_zone, drafts, self.query_text)
        if as_of == self._drawn and self.desk.prose.hiding == self._drawn_hiding and not force:
            self.staying.draw(lambda: None)
            return
        is_other_search, self._drawn = self._drawn[-1:] != as_of[-1:], as_of
        self._drawn_hiding = self.desk.prose.hiding
        self.draw_time()
        with self.body.drawn_together():
            self.staying.draw(self.draw_body, anywhere=is_other_search and self.is_search(self.query_text))
        self._draw_highlighted()
        self.draw_typed()

    def body_resized(self) -> None:
        """Called after the body was drawn for another size, which may be while another screen lies over this one."""
        self.check_hidden()
        if self.is_made_for_size:
            cells = self.body.cells
            self.redraw(force=True)
            self.call_after_refresh(self._leave_room, cells)

    def _leave_room(self, cells: int) -> None:
        """Make the rows again if a scroll bar has come or gone since they were made for so many cells."""
        if self.body.cells != cells:
            self.redraw(force=True)

    def check_hidden(self) -> None:
        """Let the next redraw draw everything, if a part was just drawn while more or less is hidden than in the rest.

        So it is at a change of size, or of what is highlighted, while another screen lies over this one.
        """
        if self.desk.prose.hiding != self._drawn_hiding:
            self._drawn_hiding = None

    @property
    def _shown_now(self) -> tuple[object, ...]:
        """What a message may be about: once any of it is another, the message is out of date."""
        return self.desk.caseload.store.seq, self.desk.prose.shade, self.app.theme, self.shows_private

    @property
    def _is_in_front(self) -> bool:
        """Whether no other screen of the caseload lies over this one."""
        return next((one for one in reversed(self.app.screen_stack) if isinstance(one, Frame)), self) is self

    def draw_keys(self) -> None:
        """Draw everything that names a key anew."""
        self.query_one(Masthead).show_modes(mode_labels(self.desk.keys))
        self.redraw(force=True)

    def draw_time(self) -> None:
        """Show the date, and the time left in the period or on the timer."""
        self.query_one(Masthead).show(self.desk.caseload.today, self.desk.clock.texts)

    def _draw_highlighted(self) -> None:
        """Draw what depends on the cursor: the detail pane, and the footer."""
        self.check_hidden()
        self.staying.catch_up()
        self.draw_detail()
        self.draw_bar()
        self.staying.drawn()

    def draw_bar(self) -> None:
        """Draw the footer: what can be done now."""
        self.query_one(KeyBar).show(footer_entries(self))

    def on_descendant_focus(self) -> None:
        self.draw_bar()

    def on_body_highlighted(self, event: Body.Highlighted) -> None:
        event.stop()
        self._draw_highlighted()

    def say(self, text: str, student_id: str = "") -> None:
        text = self.desk.as_shaded(text)
        name = f" · {self.desk.short(student_id)}" if student_id else ""
        self.status_line.show(text.removesuffix(".") + name if name else text)
        self.staying.written(student_id)
        self._message_as_of = self._shown_now

    def say_written(self, what: str, about: str, student_id: str = "", then: str = "", *, between: str = ": ") -> None:
        """Say what was written, such as `Done: bring chairs; next: call home · Jordan M.`, in one line.

        `about` names it, `between` stands before it, and it is cut to fit; `then` comes after it. What is private is
        named by its kind and day: a message stands in plain view.
        """
        name = f" · {self.desk.short(student_id)}" if student_id else ""
        self.say(written_words(self.desk, self.size.width, what, about, then, name, between=between), student_id)

    def hint(self, wanted: Iterable[tuple[str, str]]) -> str:
        """Commands and what they do here, with their keys, without those that nothing is highlighted for."""
        return usable_words(self.highlighted, self.desk, wanted)
