"""The log: every check-in, newest first, grouped into school years that fold."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import ClassVar, cast

from textual.binding import BindingType
from textual.widget import Widget

from advisory.caseload.log import Log, LogYear, Search, id_of
from advisory.model import CheckIn
from advisory.rules.days.school_days import school_year
from advisory.rules.log.filters import LOG_GRAMMAR
from advisory.rules.log.query import read_query
from advisory.store import Key
from advisory.tui.commands.registry import bindings_of, missing_sentence
from advisory.tui.desk import Desk
from advisory.tui.highlighted import Highlighted
from advisory.tui.refusals import refusals_shown
from advisory.tui.running.key_app import KeyApp
from advisory.tui.running.spare_time import in_spare_time
from advisory.tui.screens.base.case_screen import CaseScreen
from advisory.tui.screens.base.query_notices import QueryNotices
from advisory.tui.screens.base.text_rows import text_row
from advisory.tui.screens.log.detail_pane import CheckInDetail
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row, Rows
from advisory.tui.widgets.lists.rows import FewRows, StackedRows
from advisory.tui.widgets.text.ink import Span

from .rows import CheckInRows, Group, group_in, group_key, group_text, heading, year_key, year_of

AT_ONCE = 3500
"""How many check-ins of other unfolded years are searched before drawing, which takes a millisecond or two."""

_SPARE = "spare time"
_KEPT = 3
"""How many years' rows are kept, besides the last one's."""


class LogScreen(CaseScreen, inherit_bindings=False):
    """Enter edits a check-in or unfolds a year. Folded years are read and searched later, while nobody types."""

    stem = "log"
    find_hint = LOG_GRAMMAR
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._log = Log(desk.caseload)
        self._search: Search | None = None
        self._folded: dict[int, bool] = {}
        """Year → whether the advisor folded it. By default every year but the current one is folded."""
        self._found_in: int | None = None
        """A year that is unfolded because it is the newest with a match, and no unfolded year has one."""
        self._opened: set[str] = set()
        """The groups that are unfolded."""
        self._made: list[tuple[Sequence[Key], object, CheckInRows]] = []
        self._has_read_all = False
        self._notices = QueryNotices(self)

    def make_body(self) -> Lines:
        return Lines(id="body")

    def detail_pane(self) -> Iterable[Widget]:
        yield CheckInDetail(self.desk)

    @property
    def lines(self) -> Lines:
        """The list of rows."""
        return self.query_one("#body", Lines)

    def row(self, key: str) -> Highlighted:
        if year_of(key) is not None or group_in(key):
            return Highlighted(self.desk, row="heading")
        check_in = self.desk.caseload.store.get(CheckIn, key) if key else None
        return Highlighted(self.desk, check_in.student if check_in else "", check_in=check_in, row="check_in")

    def key_of(self, student_id: str) -> str:
        """The newest row of a student, found without going through every row."""
        newest_first = reversed(self.desk.caseload.store.check_ins_of(student_id))
        return next((one.id for one in newest_first if self.lines.has(one.id)), "")

    def draw_body(self) -> None:
        settings = self.desk.configuration.settings
        query = read_query(self.query_text, self.desk.caseload.today, day_first=settings.day_first)
        self._search = None if query.is_empty else self._log.search(query)
        is_new = self._notices.is_new(self.query_text)
        if is_new or self._search is None:
            self._found_in = None
        rows = self._rows()
        self.lines.show(rows, _first_check_in(rows) if is_new and year_of(self.lines.key) is not None else None)
        self._notices.show(self.query_text, query)
        if self._search is not None or not self._has_read_all:
            self.run_worker(self._read_and_search_rest(), group=_SPARE, exclusive=True)
        else:
            self.workers.cancel_group(self, _SPARE)

    def draw_detail(self) -> None:
        group = self._group(group_in(self.body.key))
        if group is None:
            self.query_one(CheckInDetail).show(self.highlighted.check_in)
        else:
            told, _ = group_text(self.desk, group)
            self.query_one(CheckInDetail).show(told, group)

    def _group(self, group_id: str) -> Group | None:
        found = (rows.group(group_id) for _, _, rows in reversed(self._made)) if group_id else ()
        return next((group for group in found if group is not None), None)

    # --- rows -----------------------------------------------------------------------------------------------------

    def _rows(self) -> Rows:
        parts: list[Rows] = []
        room = AT_ONCE
        for year in self._log.years:
            is_folded = self._is_folded(year.year)
            parts.append(FewRows(heading(year, self._search, is_folded=is_folded)))
            if not is_folded and (
                year.year == self._log.current_year or len(year.keys) <= room or self._is_searched(year)
            ):
                room -= len(year.keys)
                parts.append(self._year_rows(year))
        caseload, note = self.key("show-caseload"), self.key("check-in")
        nothing = f"No notes yet. Go to the caseload ({caseload}) and press {note} to take one."
        if not self.desk.caseload.students:
            nothing = missing_sentence("anybody", self.desk.keys)
        return StackedRows(parts or [FewRows(_message(nothing))])

    def _year_rows(self, year: LogYear) -> Rows:
        keys = self._keys(year)
        if keys:
            return self._grouped(keys)
        if self._search is None:
            unfold = self.key("open")
            return FewRows(_message(f"No notes in {year.label} yet. Press {unfold} to unfold an earlier year."))
        return FewRows(_message(f"No check-in of {year.label} fits. Press {self.key('back')} to show them all."))

    def _grouped(self, keys: Sequence[Key]) -> CheckInRows:
        """The rows of these check-ins, which are made anew only when the check-ins or the opened groups change."""
        as_of = (self.desk.caseload.store.seq, frozenset(self._opened))
        kept = next((rows for of, when, rows in self._made if of is keys and when == as_of), None)
        if kept is None:
            groups = self._log.groups_of(map(itemgetter(1), keys))
            kept = CheckInRows(self.desk, keys, groups, self._opened)
            self._made = [*self._made[-_KEPT:], (keys, as_of, kept)]
        return kept

    def _keys(self, year: LogYear) -> Sequence[Key]:
        """The keys of the year's check-ins, or only of those that match the search."""
        return year.keys if self._search is None else self._search.look_through(year.year)

    def _is_searched(self, year: LogYear) -> bool:
        return self._search is None or self._search.found(year.year) is not None

    def _is_folded(self, year: int) -> bool:
        return self._folded.get(year, year not in {self._log.current_year, self._found_in})

    async def _read_and_search_rest(self) -> None:
        """While nobody types, search the folded years and read into memory what has not been read yet."""
        app = cast("KeyApp", self.app)
        with refusals_shown(self):
            if self._search is not None:
                await in_spare_time(app, self._search_rest(self._search, self.lines))
            if not self._has_read_all:
                await in_spare_time(app, self._log.read_ahead())
                self._has_read_all = True

    def _search_rest(self, search: Search, lines: Lines) -> Iterator[None]:
        for year in search.go_on():
            if not lines.is_attached:
                return  # the app is ending
            if year is not None and search.found(year) and not self._is_any_shown(search):
                self._found_in = year
                rows = self._rows()
                lines.show(rows, _first_check_in(rows))
            elif year is not None and self._is_folded(year):
                lines.refresh_row(year_key(year))
            elif year is not None:
                lines.show(self._rows())
            yield

    def _is_any_shown(self, search: Search) -> bool:
        """Whether an unfolded year has a match."""
        return any(search.found(year.year) for year in self._log.years if not self._is_folded(year.year))

    # --- folding --------------------------------------------------------------------------------------------------

    def unfold(self) -> None:
        """Unfold the highlighted group, or the year: then the cursor goes to its newest check-in. The heading stays put."""
        if group := group_in(self.body.key):
            self._opened ^= {group}
            self.lines.show(self._rows())
            return
        year = year_of(self.body.key)
        if year is not None:
            place = self.lines.at
            self._folded[year] = False
            keys = self._keys(next(one for one in self._log.years if one.year == year))
            self.lines.show(self._rows(), id_of(keys[-1]) if keys else None)
            self.lines.scroll_to(y=place, animate=False)

    def fold(self) -> None:
        """Fold the group of the highlighted check-in if it is unfolded, or else its year."""
        if (group := group_in(self.body.key)) in self._opened:
            self._opened.discard(group)
            self.lines.show(self._rows())
            return
        check_in = self.highlighted.check_in
        if check_in is not None and check_in.group in self._opened:
            self._opened.discard(check_in.group)
            self.lines.show(self._rows(), group_key(check_in.group))
            return
        if check_in is None and group:
            check_in = self.desk.caseload.store.get(CheckIn, group)
        if check_in is not None:
            year = school_year(check_in.happened_on)
            self._folded[year] = True
            self.lines.show(self._rows(), year_key(year))

    def go_to_check_in(self, check_in: CheckIn) -> None:
        """Highlight a check-in, unfolding its school year if needed."""
        self._folded[school_year(check_in.happened_on)] = False
        self._opened |= {check_in.group} - {""}
        self.lines.show(self._rows(), check_in.id)


def _message(text: str) -> Row:
    return text_row(Span(text, "muted"))


def _first_check_in(rows: Rows) -> str | None:
    """The key of the first row that isn't a heading; None if there is none."""
    return next((row.key for row in rows if row.key and year_of(row.key) is None), None)
