"""The search in everything that was written: results as you type, newest first."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, cast

from textual.binding import BindingType
from textual.widget import Widget

from advisory.caseload.everything import KINDS, SearchEverywhere
from advisory.model import CheckIn, CognitiveInsight, Evidence, FollowUp, Indicator, KnownWell, Pact
from advisory.rules.log.filters import GRAMMAR
from advisory.rules.log.matched import words_to_mark
from advisory.rules.log.query import read_query
from advisory.rules.log.record_line import Searched
from advisory.tui.commands.registry import bindings_of
from advisory.tui.desk import Desk
from advisory.tui.highlighted import Highlighted
from advisory.tui.refusals import refusals_shown
from advisory.tui.running.key_app import KeyApp
from advisory.tui.running.spare_time import in_spare_time
from advisory.tui.screens.base.over_screen import OverScreen
from advisory.tui.screens.base.query_notices import QueryNotices
from advisory.tui.screens.base.text_rows import text_row
from advisory.tui.widgets.boxes.find_line import FindLine
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.lists.rows import FewRows, StackedRows
from advisory.tui.widgets.text.ink import Span
from advisory.tui.words.fact import hidden_words

from .detail_pane import FoundDetail
from .rows import FoundRows, help_rows

AT_ONCE = 400
"""How many records are searched before drawing, more than a screen shows; the rest follow while nobody types."""
_SPARE, _AHEAD = "spare time", "reading ahead"
_KIND_OF: dict[str, type[Searched]] = {kind.prefix: kind for kind in KINDS}
"""The first letter of a record's id → its kind."""
_DRAWN_EVERY, _SCREENFUL = 20, 100
"""Steps of searching between two drawings of what was found since, until there is more than fits on a screen."""


class SearchScreen(OverScreen, inherit_bindings=False):
    """Opens over a mode with the box to type in; Enter goes to the list, and there opens what was found."""

    stem = "search"
    find_hint = GRAMMAR
    find_escape = "Leave"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def __init__(self, desk: Desk, text: str = "") -> None:
        super().__init__(desk)
        self._everything = desk.caseload.everything
        self._search: SearchEverywhere | None = None
        self._words: Sequence[str] = ()
        self._notices = QueryNotices(self)
        self._begun_with = text
        self.is_asked = False
        """Whether sensitive facts were asked for."""

    def on_mount(self) -> None:
        self.call_next(self._begin)

    async def _begin(self) -> None:
        await self.find()
        self._type(self._begun_with)
        self.run_worker(self._read_ahead(), group=_AHEAD, exclusive=True)

    async def _read_ahead(self) -> None:
        """While nobody types, read what the first search would have to."""
        with refusals_shown(self):
            await in_spare_time(cast("KeyApp", self.app), self._everything.read_ahead())

    def turn_to(self, *values: str) -> None:
        """Search for something else."""
        self._type(*values)

    def _type(self, text: str) -> None:
        line = self.query_one(FindLine)
        line.value = text
        line.action_end()

    def make_body(self) -> Lines:
        return Lines(id="body")

    def detail_pane(self) -> Iterable[Widget]:
        yield FoundDetail(self.desk)

    @property
    def lines(self) -> Lines:
        """The list of rows."""
        return self.query_one("#body", Lines)

    @property
    def found(self) -> Searched | None:
        """The highlighted record; None if none is."""
        return self._record(self.body.key)

    def _record(self, key: str) -> Searched | None:
        kind = _KIND_OF.get(key[:1])
        return self.desk.caseload.store.get(kind, key) if kind is not None else None

    def row(self, key: str) -> Highlighted:
        found = self._record(key)
        if found is None:
            return Highlighted(self.desk, row="")
        return Highlighted(
            self.desk,
            found.student,
            row="found",
            check_in=found if isinstance(found, CheckIn) else None,
            promise=found if isinstance(found, FollowUp) else None,
            pact=found if isinstance(found, Pact) else None,
            sign=found if isinstance(found, Indicator) else None,
            learning=found if isinstance(found, Evidence | CognitiveInsight) else None,
            fact=found if isinstance(found, KnownWell) else None,
        )

    def is_search(self, text: str) -> bool:  # noqa: ARG002 - without a text it shows how to search, and nobody
        return True

    def key_of(self, student_id: str) -> str:
        """The newest row of a student among the first, found without going through every row."""
        found = self._search.found[:AT_ONCE] if self._search is not None else ()
        records = ((entry.record_id, self._everything.record(entry)) for entry in found)
        return next((key for key, record in records if record is not None and record.student == student_id), "")

    def back_to_body(self) -> None:
        """Go to the list. If nothing was found yet, first search until something is, so that Enter opens it at once."""
        search = self._search
        if search is not None and not search.found and not search.is_done:
            next((None for _ in search.go_on() if search.found), None)
            self._show(search, search.found[0].record_id if search.found else None)
        super().back_to_body()

    def stop_finding(self) -> bool:
        """Escape leaves, in the box too."""
        return False

    # --- what was found -------------------------------------------------------------------------------------------

    def draw_body(self) -> None:
        self.staying.follow_nobody()
        settings = self.desk.configuration.settings
        query = read_query(
            self.query_text, self.desk.caseload.today, day_first=settings.day_first, everywhere=True
        )  # fmt: skip
        is_new = self._notices.is_new(self.query_text)
        self._notices.show(self.query_text, query)
        self._words = words_to_mark(query)
        self.workers.cancel_group(self, _SPARE)
        if query.is_empty:
            self._search = None
            self.lines.show(help_rows())
            return
        self._search = search = self._everything.search(query, sensitive=self.is_asked)
        search.look_through(AT_ONCE)
        self._show(search, search.found[0].record_id if is_new and search.found else None)
        if not search.is_done:
            self.run_worker(self._search_on(search), group=_SPARE, exclusive=True)

    def draw_detail(self) -> None:
        self.query_one(FoundDetail).show(self.found, self._words)

    def ask_for_sensitive(self, *, asked: bool) -> None:
        """Search the sensitive facts too and show private notes, or no longer."""
        self.is_asked = asked
        self.show_private(shown=asked)

    @property
    def hidden(self) -> int:
        """How many sensitive facts fit that are not shown."""
        return self._search.hidden if self._search is not None else 0

    def _show(self, search: SearchEverywhere, key: str | None = None) -> None:
        rows = FoundRows(self.desk, self._everything, search, self._words)
        self.lines.show(StackedRows([FewRows(self._heading(search)), rows]), key)

    def _heading(self, search: SearchEverywhere) -> Row:
        count = f"{len(search.found):,}" if search.found else "nothing"
        words = f"{count} found" if search.is_done else f"{len(search.found):,} found so far …"
        hidden = f"; {hidden_words(search.hidden, self.key('found-sensitive'))}" if search.hidden else ""
        return text_row(Span(f"{words}{hidden}", "muted"))

    async def _search_on(self, search: SearchEverywhere) -> None:
        """While nobody types, search what is older."""
        with refusals_shown(self):
            await in_spare_time(cast("KeyApp", self.app), self._steps(search, self.lines))

    def _steps(self, search: SearchEverywhere, lines: Lines) -> Iterator[None]:
        for step, _ in enumerate(search.go_on(), 1):
            if not lines.is_attached:
                return  # the screen was left
            if search.is_done or (step % _DRAWN_EVERY == 0 and len(lines.rows) < _SCREENFUL):
                self._show(search)
            yield
