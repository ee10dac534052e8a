"""The rows of a search: what was found, newest first, with the words that fit marked."""

from collections.abc import Iterator, Sequence

from advisory.caseload.everything import Entry, Everything, SearchEverywhere
from advisory.model import CheckIn
from advisory.rules.log.matched import around, matched
from advisory.rules.log.record_line import Searched, Text, day_of, kind_words, texts_of
from advisory.rules.partnership.signs import label_of
from advisory.tui.desk import GONE, KEPT_BACK, Desk
from advisory.tui.prose import day, safe
from advisory.tui.screens.base.text_rows import text_row
from advisory.tui.widgets.lists.row import Row, Rows
from advisory.tui.widgets.text.ink import Line, Span, cell, name_cell

_ROOMY = 74
"""From this width, in cells, a row has room for a whole name."""
_WHEN, _KIND = 13, 15
MARKED = "heading"
"""The look of the words that fit."""

HELP = (
    ("lab notes", "words, in any order; “lab notes” in quotes stand together"),
    ("#lab", "the beginning of a tag; tag:lab is the same"),
    ("student:ama", "the beginning of a name; student:ama,ben for both"),
    ("kind:quick", "a kind of check-in, or promise, fact, pact, sign …"),
    ("is:open", "done, active, closed, jot, attempt, private …"),
    ("tone:concern", "celebrate, neutral or concern"),
    ("minutes:>10", "also 5, 5-10; feeling:<3 likewise"),
    ("medium:phone", "in person, text, email, video, home visit …"),
    ("family:rosa", "a contact with the family; with:rosa also staff"),
    ("by:student", "who started it, or who promised it"),
    ("since:9/1", "from a day on; until:fri up to a day"),
)
"""What can be typed, and what it finds."""


class FoundRows(Rows):
    """The rows of what a search has found so far."""

    def __init__(self, desk: Desk, everything: Everything, search: SearchEverywhere, words: Sequence[str]) -> None:
        self._desk, self._everything, self._search, self._words = desk, everything, search, words
        self._count = len(search.found)
        self._drawn: dict[tuple[Entry, int], Line] = {}
        """The lines drawn so far, since each is drawn twice for a letter: what is found changes the layout."""

    def __len__(self) -> int:
        return self._count

    def row(self, at: int) -> Row:
        entry = self._search.found[at]
        return Row(entry.record_id, lambda cells: self._draw(entry, cells))

    def place(self, key: str) -> int | None:
        at = self._search.place(key)
        return at if at is not None and at < self._count else None

    def _draw(self, entry: Entry, cells: int) -> Line:
        line = self._drawn.get((entry, cells))
        if line is None:
            record = self._everything.record(entry)
            found = None if record is None else found_line(self._desk, record, self._words, cells)
            line = self._drawn[entry, cells] = found or (Span(GONE, "muted"),)
        return line


def found_line(desk: Desk, record: Searched, words: Sequence[str], cells: int) -> Line:
    """One record: its day, what it is, whose it is, and the text that the words are in."""
    name = name_cell(desk.name(record.student), 20) if cells >= _ROOMY else name_cell(desk.short(record.student), 11)
    kind = cell(kind_words(record), _KIND if cells >= _ROOMY else _KIND - 2, "muted")
    when = cell(day(day_of(record), desk.caseload.today), _WHEN, "muted")
    if desk.keeps_back(record):
        return (when, kind, name, Span(KEPT_BACK, "muted"))
    text = first_text(desk, record, words)
    room = cells - _WHEN - len(kind.text) - len(name.text)
    return (when, kind, name, *marked_spans(desk, text, words, room))


def shown_texts(desk: Desk, record: Searched) -> list[Text]:
    """The texts of a record, and the tags of a check-in."""
    texts = texts_of(record, lambda key: label_of(key, desk.caseload.catalogue))
    if isinstance(record, CheckIn) and record.tags:
        texts.append(("", " ".join(f"#{tag}" for tag in record.tags)))
    return texts


def first_text(desk: Desk, record: Searched, words: Sequence[str]) -> str:
    """The first text that one of the words is in, or else the first; on one line."""
    texts = shown_texts(desk, record)
    found = next((text for _, text in texts if matched(text, words)), texts[0][1] if texts else "")
    return " ".join(found.split())


def marked_spans(desk: Desk, text: str, words: Sequence[str], room: int = 0) -> Iterator[Span]:
    """The text with the words marked; with little `room`, it begins shortly before the first of them."""
    if desk.prose.is_shaded:
        yield Span(desk.prose.note(text))
        return
    text = safe(text)
    stretches = matched(text, words)
    at = around(text, stretches, room) if room else 0
    if at:
        yield Span("…", "muted")
    for start, end in stretches:
        yield Span(text[at:start])
        yield Span(text[max(start, at) : end], MARKED)
        at = end
    yield Span(text[at:])


def help_rows() -> list[Row]:
    """What can be typed, while nothing is."""
    head = text_row(Span("Everything you wrote, in all years: type what to find.", "muted"))
    return [head, text_row(), *(text_row(cell(typed, 16, "key"), Span(what, "muted")) for typed, what in HELP)]
