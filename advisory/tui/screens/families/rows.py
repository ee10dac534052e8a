"""The rows of the families: a sentence about the balance, and a line for each student's family."""

from collections.abc import Iterator, Sequence

from advisory.model import glyphs
from advisory.rules.family.good_word import HomeWord, balance_words, since_words
from advisory.rules.family.people import NOT_TO_CONTACT
from advisory.tui.desk import Desk
from advisory.tui.prose import wrap
from advisory.tui.screens.base.text_rows import text_row
from advisory.tui.screens.base.uncovered_row import uncovered_row
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span, cell, name_cell
from advisory.tui.words.family import last_good_word_brief

_HEADINGS = ("Good", "Concern", "Other", "Tried")
_SHORT = ("Good", "Conc.", "Other", "Tried")
_WIDE = 76
_LAST = 19
"""How wide the column of the last good word is."""


def family_rows(desk: Desk, words: Sequence[HomeWord], cells: int) -> Iterator[Row]:
    """All rows. The key of a family's row is the student's id."""
    since = since_words(desk.caseload.calendar, desk.caseload.today)
    yield from (text_row(Span(line, "strong")) for line in wrap(balance_words(words, since), cells - 2))
    yield from uncovered_row(desk)
    yield text_row()
    yield Row("", _heading)
    yield from (_family(desk, word) for word in words)


def _heading(cells: int) -> Line:
    names, columns = _widths(cells)
    numbers = _numbers(_HEADINGS if cells >= _WIDE else _SHORT, columns)
    return (cell("Student", names, "heading"), cell("Last good word", _LAST, "heading"), Span(numbers, "heading"))


def _family(desk: Desk, word: HomeWord) -> Row:
    people = word.student.family_contacts
    is_closed = bool(people) and not any(person.may_contact for person in people)

    def draw(cells: int) -> Line:
        names, columns = _widths(cells)
        told = NOT_TO_CONTACT if is_closed else last_good_word_brief(word, desk.caseload.today)
        counts = (word.celebrations, word.concerns, word.others, word.attempts)
        return (
            name_cell(desk.name(word.student.id), names),
            cell(told, _LAST, "" if word.is_this_term and not is_closed else "muted"),
            Span(_numbers([str(count) if count else glyphs.NOTHING for count in counts], columns)),
        )

    return Row(word.student.id, draw)


def _widths(cells: int) -> tuple[int, list[int]]:
    """The width of the name, and of each column of numbers."""
    columns = [len(one) + 2 for one in _HEADINGS] if cells >= _WIDE else [len(one) + 1 for one in _SHORT]
    return min(28, max(10, cells - _LAST - sum(columns))), columns


def _numbers(texts: Sequence[str], columns: Sequence[int]) -> str:
    return "".join(f"{text:>{column}}" for text, column in zip(texts, columns, strict=True))
