"""Everything that was written, newest first, and searches in it that run in small steps."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple, Protocol

from advisory.model import CheckIn, KnownWell, Student, make_id, number_of
from advisory.rules.log.finder import Finder
from advisory.rules.log.line import LogLine, SearchFields, log_line
from advisory.rules.log.query import Query
from advisory.rules.log.record_line import OTHERS, Searched, day_of, record_line
from advisory.rules.partnership.signs import Catalogue, label_of
from advisory.store import Store

KINDS: tuple[type[Searched], ...] = (CheckIn, *OTHERS)
STEP = 50
"""Records searched in one step."""


class Entry(NamedTuple):
    """One record: its day in ISO format, its kind's place in KINDS, and the number in its id."""

    day: str
    kind: int
    number: int

    @property
    def record_id(self) -> str:
        """The record's id."""
        return make_id(KINDS[self.kind], self.number)


class Recorded(Protocol):
    """Where the records are."""

    store: Store

    @property
    def catalogue(self) -> Catalogue:
        """The signs, by key."""


class Everything:
    """All records that can be found. A record's words are prepared on first use, and again after it changed."""

    def __init__(self, caseload: Recorded) -> None:
        self._caseload = caseload
        self._check_ins = caseload.store.digests(CheckIn, SearchFields, log_line)
        self.check_in_line = self._check_ins.of
        """The searchable line of the check-in with this number; None if it is gone."""
        self._others: dict[Entry, Searched] = {}
        self._lines: dict[Entry, LogLine | None] = {}
        """The lines of the others that were searched already."""
        self._catalogue: Catalogue = {}
        self._entries: list[Entry]
        self._as_of: int | None = None

    @property
    def entries(self) -> Sequence[Entry]:
        """Every record, newest first."""
        store = self._caseload.store
        if self._as_of != store.seq:
            self._refresh_others()
            check_ins = [Entry(day, 0, number) for day, number in store.check_in_keys()]
            self._entries = sorted([*check_ins, *self._others], reverse=True)
            self._as_of = store.seq
        return self._entries

    def _refresh_others(self) -> None:
        """List the records that aren't check-ins again, and keep the lines of those that haven't changed."""
        before, catalogue = self._others, self._caseload.catalogue
        self._others = {
            Entry(day_of(record).isoformat(), at, number_of(record.id)): record
            for at, kind in enumerate(OTHERS, 1)
            for record in self._caseload.store.all(kind)
        }
        if catalogue is not self._catalogue:
            self._catalogue, before = catalogue, {}
        self._lines = {
            entry: line for entry, line in self._lines.items() if self._others.get(entry) is before.get(entry, entry)
        }

    def record(self, entry: Entry) -> Searched | None:
        """The record; None if it is gone."""
        return self._others.get(entry) if entry.kind else self._caseload.store.get(CheckIn, entry.record_id)

    def line(self, entry: Entry) -> LogLine | None:
        """The searchable line of a record; None if it is gone or has no words."""
        if not entry.kind:
            return self._check_ins.of(entry.number)
        if entry not in self._lines:
            self._lines[entry] = record_line(self._others[entry], partial(label_of, catalogue=self._catalogue))
        return self._lines[entry]

    def read_ahead(self) -> Iterator[None]:
        """Prepare the words of every record, newest first, a few at each step, so that later searches are fast."""
        entries = self.entries
        for at in range(0, len(entries), STEP):
            for entry in entries[at : at + STEP]:
                if entry.kind == 0 or entry in self._others:  # it may have gone since
                    self.line(entry)
            yield

    def search(self, query: Query, *, sensitive: bool = False) -> "SearchEverywhere":
        """Start a search in what there is now. Sensitive facts are found only if they are asked for."""

        def student_of(student_id: str) -> Student | None:
            return self._caseload.store.get(Student, student_id)

        return SearchEverywhere(self, Finder(query, student_of), sensitive=sensitive)


class SearchEverywhere:
    """A search that goes through everything, newest first."""

    def __init__(self, everything: Everything, finder: Finder, *, sensitive: bool) -> None:
        self._everything, self._finder, self._sensitive = everything, finder, sensitive
        self._entries = everything.entries
        self._at = 0
        self.found: list[Entry] = []
        """What was found so far, newest first."""
        self.hidden = 0
        """How many sensitive facts fit that are not among them."""
        self._places: dict[str, int] = {}

    @property
    def is_done(self) -> bool:
        """Whether everything was searched."""
        return self._at >= len(self._entries)

    def look_through(self, count: int) -> None:
        """Search this many more records now."""
        line_of, check_in_line = self._everything.line, self._everything.check_in_line
        fits, end = self._finder.fits, self._at + count
        for entry in self._entries[self._at : end]:
            line = line_of(entry) if entry[1] else check_in_line(entry[2])
            if line is not None and fits(line):
                self._take(entry)
        self._at = end

    def go_on(self) -> Iterator[None]:
        """Search the rest, a few records at each step."""
        while not self.is_done:
            self.look_through(STEP)
            yield

    def place(self, record_id: str) -> int | None:
        """Where a record stands among what was found; None if it is not among it."""
        for at in range(len(self._places), len(self.found)):
            self._places[self.found[at].record_id] = at
        return self._places.get(record_id)

    def _take(self, entry: Entry) -> None:
        if KINDS[entry.kind] is KnownWell and not self._sensitive:
            record = self._everything.record(entry)
            if isinstance(record, KnownWell) and record.sensitive:
                self.hidden += 1
                return
        self.found.append(entry)
