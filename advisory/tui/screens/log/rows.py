"""The rows of the log: a heading for each school year, and a row for each check-in, made when it is drawn."""

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from advisory.caseload.group import text_of_all
from advisory.caseload.log import LogYear, Search, id_of
from advisory.model import CheckIn, glyphs, number_of
from advisory.model.words import CheckInState, Observer, Party, Tone
from advisory.rules.check_in.line import kind_words, line_words
from advisory.store import Key
from advisory.tui.desk import GONE, KEPT_BACK, Desk
from advisory.tui.prose import day
from advisory.tui.widgets.lists.fold_heading import fold_heading
from advisory.tui.widgets.lists.row import Row, Rows
from advisory.tui.widgets.text.ink import Line, Span, cell, name_cell

_WHEN, _KIND, _MARK = 13, 14, 2
_ROOMY = 74
"""From this width, in cells, a row shows full names and the kind of check-in."""
_YEAR, _GROUP = "year ", "group "
"""Prefixes of the keys of year headings and of the rows of groups."""


class CheckInRows(Rows):
    """The rows of check-ins, newest first, given their sorted keys. A group's check-ins are one row, until it is opened.

    `groups` has the group of each check-in, or ""; `opened` are the groups that are unfolded.
    """

    def __init__(self, desk: Desk, keys: Sequence[Key], groups: Sequence[str], opened: Collection[str]) -> None:
        self._desk, self._keys = desk, keys
        self._rows = array("q")
        """For each row the place of its check-in in `keys`; for a group's own row -1 - the place of its newest one."""
        self._groups: dict[int, Group] = {}
        """The same place → the group."""
        self._fold(groups, opened)

    def _fold(self, groups: Sequence[str], opened: Collection[str]) -> None:
        last = len(self._keys) - 1
        for newest, oldest in self._stretches(groups):
            self._rows.extend(range(last, newest, -1))
            members = [id_of(self._keys[at]) for at in range(oldest, newest + 1)]
            self._groups[newest] = Group(groups[newest], members, is_open=groups[newest] in opened)
            self._rows.append(-1 - newest)
            if groups[newest] in opened:
                self._rows.extend(range(newest, oldest - 1, -1))
            last = oldest - 1
        self._rows.extend(range(last, -1, -1))

    def _stretches(self, groups: Sequence[str]) -> Iterator[tuple[int, int]]:
        """The newest and the oldest place of neighbors of one day and group, newest first; one alone is none.

        Only check-ins of groups are looked at: of a large caseload's notes few are.
        """
        in_groups = [at for at, group in enumerate(groups) if group]
        neighbors = groupby(
            enumerate(reversed(in_groups)), lambda one: (sum(one), groups[one[1]], self._keys[one[1]][0])
        )
        for _, found in neighbors:
            places = [at for _, at in found]
            if len(places) > 1:
                yield places[0], places[-1]

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, at: int) -> Row:
        place = self._rows[at]
        if place < 0:
            group = self._groups[-1 - place]
            return Row(group_key(group.id), lambda cells: group_line(self._desk, group, cells))
        check_in_id = id_of(self._keys[place])
        return Row(check_in_id, lambda cells: check_in_line(self._desk, check_in_id, cells))

    def place(self, key: str) -> int | None:
        """The row of a check-in, or of the group that it is folded into."""
        if group := group_in(key):
            return next((self._rows.index(-1 - at) for at, one in self._groups.items() if one.id == group), None)
        check_in = self._desk.caseload.store.get(CheckIn, key)
        if check_in is None:
            return None
        wanted = (check_in.happened_on.isoformat(), number_of(key))
        at = bisect_left(self._keys, wanted)
        if at >= len(self._keys) or self._keys[at] != wanted:
            return None
        folded = next((newest for newest, one in self._groups.items() if key in one.members and not one.is_open), None)
        return self._rows.index(at if folded is None else -1 - folded)

    def group(self, group_id: str) -> "Group | None":
        """The group with this id, if it has a row."""
        return next((one for one in self._groups.values() if one.id == group_id), None)


class Group(NamedTuple):
    """The check-ins of a group entry that stand in one row: their ids, the oldest first."""

    id: str
    members: Sequence[str]
    is_open: bool


def group_line(desk: Desk, group: Group, cells: int) -> Line:
    """A group entry in one row: date, how many students, kind, and the topic and the text about all."""
    check_in, text = group_text(desk, group)
    if check_in is None:
        return (Span(GONE, "muted"),)
    is_roomy = cells >= _ROOMY
    many = f"{' ' if group.is_open else glyphs.FOLDED} {len(group.members)} students"
    return (
        cell(day(check_in.happened_on, desk.caseload.today), _WHEN, "muted"),
        cell(many, 20 if is_roomy else 13, "accent"),
        *([cell(check_in.kind.label, _KIND, "muted")] if is_roomy else []),
        Span(mark_of(check_in).ljust(_MARK), "accent"),
        text_span(desk, check_in, ": ".join(filter(None, (check_in.topic, text)))),
    )


def group_text(desk: Desk, group: Group) -> tuple[CheckIn | None, str]:
    """A check-in that has the text about all, and that text. One with a line of its own has it as its body."""
    found = [one for key in group.members if (one := desk.caseload.store.get(CheckIn, key)) is not None]
    text = text_of_all(found)
    return next((one for one in found if (one.body or one.line) == text), None), text


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
        spans.append(cell(kind_words(check_in) if check_in.contact_made else "not reached", _KIND, "muted"))
    spans.append(Span(mark_of(check_in).ljust(_MARK), "accent"))
    if check_in.by is Observer.STUDENT and not is_roomy:
        spans.append(Span(f"{kind_words(check_in)}: ", "muted"))
    spans.append(text_span(desk, check_in, line_words(check_in)))
    return spans


def text_span(desk: Desk, check_in: CheckIn, text: str) -> Span:
    """The text of a check-in, or its tags; of a private one that is collapsed its kind."""
    if desk.keeps_back(check_in):
        return Span(f"{check_in.kind.label} · {KEPT_BACK}", "muted")
    return Span(desk.prose.note(text) or desk.prose.notes(check_in.tags))


def mark_of(check_in: CheckIn) -> str:
    """`✎` for a jot to finish, `*` for something to celebrate, `<` if the student started it, or ""."""
    if check_in.state is CheckInState.JOT:
        return glyphs.BEGUN
    if check_in.tone is Tone.CELEBRATE:
        return glyphs.CELEBRATION
    return glyphs.STUDENT_STARTED if check_in.initiator is Party.STUDENT else ""


def group_key(group_id: str) -> str:
    """The key of the row of a group entry."""
    return f"{_GROUP}{group_id}"


def group_in(key: str) -> str:
    """The group whose row has this key; "" if it is another row's."""
    return key.removeprefix(_GROUP) if key.startswith(_GROUP) else ""


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
    if not year.keys:
        return "no check-ins"
    every = f"{len(year.keys):,}"
    if search is None:
        return f"{every} check-in{'' if len(year.keys) == 1 else 's'}"
    found = search.found(year.year)
    return f"searching {every}" if found is None else f"{len(found):,} of {every}" if found else f"none of {every}"
