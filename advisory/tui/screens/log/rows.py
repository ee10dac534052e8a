"""The rows of the log: a heading for each school year, and a row for each check-in, made when it is drawn."""

from bisect import bisect_left
from collections.abc import Sequence

from advisory.caseload.log import LogYear, Search, id_of
from advisory.model import CheckIn, glyphs, number_of
from advisory.model.words import CheckInState, Party, Tone
from advisory.store import Key
from advisory.tui.desk import GONE, Desk
from advisory.tui.prose import day
from advisory.tui.widgets.lists.fold_heading import fold_heading
from advisory.tui.widgets.lists.lines import Row, Rows
from advisory.tui.widgets.text.ink import Line, Span, cell, name_cell

_WHEN, _KIND, _MARK = 13, 14, 2
_ROOMY = 74
"""From this width, in cells, a row shows full names and the kind of check-in."""
_YEAR = "year "
"""Prefix of the keys of year headings."""


class CheckInRows(Rows):
    """The rows of check-ins, newest first, given their sorted keys."""

    def __init__(self, desk: Desk, keys: Sequence[Key]) -> None:
        self._desk, self._keys = desk, keys

    def __len__(self) -> int:
        return len(self._keys)

    def row(self, at: int) -> Row:
        check_in_id = id_of(self._keys[-1 - at])
        return Row(check_in_id, lambda cells: check_in_line(self._desk, check_in_id, cells))

    def place(self, key: str) -> int | None:
        check_in = self._desk.caseload.store.get(CheckIn, key)
        if check_in is None:
            return None
        wanted = (check_in.happened_on.isoformat(), number_of(key))
        at = bisect_left(self._keys, wanted)
        return len(self._keys) - 1 - at if at < len(self._keys) and self._keys[at] == wanted else None


def check_in_line(desk: Desk, check_in_id: str, cells: int) -> Line:
    """One check-in: date, student, kind, mark and text."""
    check_in = desk.caseload.store.get(CheckIn, check_in_id)
    if check_in is None:
        return (Span(GONE, "muted"),)
    is_roomy = cells >= _ROOMY
    spans = [
        cell(day(check_in.happened_on, desk.caseload.today), _WHEN, "muted"),
        name_cell(desk.name(check_in.student), 20) if is_roomy else name_cell(desk.short(check_in.student), 13),
    ]
    if is_roomy:
        spans.append(cell(check_in.kind.label if check_in.contact_made else "not reached", _KIND, "muted"))
    spans.append(Span(mark_of(check_in).ljust(_MARK), "accent"))
    spans.append(Span(desk.prose.note(check_in.line) or desk.prose.notes(check_in.tags)))
    return spans


def mark_of(check_in: CheckIn) -> str:
    """`✎` for a jot to finish, `*` for something to celebrate, `<` if the student started it, or ""."""
    if check_in.state is CheckInState.JOT:
        return glyphs.BEGUN
    if check_in.tone is Tone.CELEBRATE:
        return glyphs.CELEBRATION
    return glyphs.STUDENT_STARTED if check_in.initiator is Party.STUDENT else ""


def year_key(year: int) -> str:
    """The key of a school year's heading."""
    return f"{_YEAR}{year}"


def year_of(key: str) -> int | None:
    """The school year whose heading has this key; None if it isn't a heading's key."""
    return int(key.removeprefix(_YEAR)) if key.startswith(_YEAR) else None


def heading(year: LogYear, search: Search | None, *, is_folded: bool) -> Row:
    """The heading of a school year. It can be highlighted only while the year is folded."""
    return fold_heading(year_key(year.year), year.label, lambda: _count(year, search), is_folded=is_folded)


def _count(year: LogYear, search: Search | None) -> str:
    every = f"{len(year.keys):,}"
    if search is None:
        return f"{every} check-in{'' if len(year.keys) == 1 else 's'}"
    found = search.found(year.year)
    return (
        f"looking through {every}" if found is None else f"{len(found):,} of {every}" if found else f"none of {every}"
    )
