"""Reads a log search as it is typed, and matches check-ins against it; every term narrows the search, in any order.

Words and "quoted phrases" are looked for in texts and names; further terms are `who:ama,ben`, `#tag`, `kind:quick`,
`by:student`, `is:jot`, `from:9/1` and `to:fri`.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

import msgspec

from advisory.model import Student
from advisory.model.words import CheckInState, Kind, Party, Visibility, Word
from advisory.rules.days.day_words import read_day
from advisory.rules.names.finding import fold, matches
from advisory.rules.refusal import Refusal

from .line import ATTEMPT, TAG, LogLine, fold_text

GRAMMAR = 'words who:ama #tag kind:quick from:9/1 to:fri by:student is:jot "two words"'
_QUOTES = str.maketrans("“”„‟", '""""')
_SHOWN = 24


def _labels(words: Iterable[Word]) -> dict[str, tuple[str, ...]]:
    return {word.value: (fold(word.value), fold(word.label)) for word in words}


_FACTS: dict[str, dict[str, tuple[str, ...]]] = {
    "kind": _labels(Kind),
    "by": _labels(Party),
    "is": _labels([CheckInState.JOT, *Visibility]) | {ATTEMPT: (ATTEMPT,)},
}
"""Term → value → the folded texts it may be typed as, in full or in part."""
_WANTED = {
    "who": "the beginning of a name",
    "kind": "a kind, such as quick",
    "by": "advisor, student, family or staff",
    "is": "jot, attempt, private, shareable or staff",
    "from": "a day: 9/14, mon or -2",
    "to": "a day: 9/14, mon or -2",
}
"""Term → what to type after it."""
_TERM = re.compile(rf'(?:(?P<key>{"|".join(_WANTED)}):)?(?:"(?P<quoted>[^"]*)"?|(?P<plain>\S*))', re.IGNORECASE)


class Query(msgspec.Struct, frozen=True):
    """The conditions a check-in must meet. `notices` are about terms that can't be read yet; those are ignored.

    All texts are folded. One match in each set of `facts` and in each group of `who` is enough.
    """

    words: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    who: tuple[tuple[str, ...], ...] = ()
    facts: tuple[frozenset[str], ...] = ()
    starts_on: date = date.min
    ends_on: date = date.max
    notices: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether every check-in matches."""
        return msgspec.structs.replace(self, notices=()) == Query()


class _Reading(NamedTuple):
    """A query while it is being read."""

    today: date
    day_first: bool
    words: list[str]
    tags: list[str]
    who: list[tuple[str, ...]]
    facts: list[frozenset[str]]
    days: dict[str, list[date]]
    notices: list[str]


def read_query(text: str, today: date, *, day_first: bool = False) -> Query:
    """The query in a text; any text can be read, even half-typed."""
    reading = _Reading(today, day_first, [], [], [], [], {"from": [], "to": []}, [])
    for term in _TERM.finditer(text.translate(_QUOTES)):
        is_quoted = term["quoted"] is not None
        value = term["quoted"] if is_quoted else term["plain"]
        if term["key"]:
            _read_value(reading, term["key"].casefold(), value)
        elif value:
            _read_word(reading, value, is_tag=value.startswith("#") and not is_quoted)
    starts_on = max(reading.days["from"], default=date.min)
    ends_on = min(reading.days["to"], default=date.max)
    if starts_on > ends_on:
        reading.notices.append("from: is later than to:, so nothing can match.")
    return Query(
        words=tuple(reading.words), tags=tuple(reading.tags), who=tuple(reading.who), facts=tuple(reading.facts),
        starts_on=starts_on, ends_on=ends_on, notices=tuple(reading.notices),
    )  # fmt: skip


def _read_value(reading: _Reading, key: str, value: str) -> None:
    alternatives = [part.strip() for part in value.split(",") if fold_text(part)]
    if not alternatives:
        reading.notices.append(f"{key}: needs {_WANTED[key]}.")
    elif key == "who":
        reading.who.append(tuple(map(fold_text, alternatives)))
    elif key in _FACTS:
        _read_facts(reading, key, alternatives)
    else:
        _read_day(reading, key, value)


def _read_word(reading: _Reading, word: str, *, is_tag: bool) -> None:
    folded = fold_text(word.removeprefix("#") if is_tag else word)
    if folded:
        (reading.tags if is_tag else reading.words).append(folded)
    elif is_tag:
        reading.notices.append("# needs the beginning of a tag.")


def _read_facts(reading: _Reading, key: str, alternatives: list[str]) -> None:
    fitting: set[str] = set()
    for typed in alternatives:
        beginning = fold_text(typed)
        found = [f"{key}:{word}" for word, names in _FACTS[key].items() if any(n.startswith(beginning) for n in names)]
        if not found:
            reading.notices.append(f"{key}: needs {_WANTED[key]}, not “{typed[:_SHOWN]}”.")
        fitting.update(found)
    if fitting:
        reading.facts.append(frozenset(fitting))


def _read_day(reading: _Reading, key: str, value: str) -> None:
    try:
        reading.days[key].append(read_day(value, reading.today, past=True, day_first=reading.day_first))
    except Refusal:
        wanted = _WANTED[key].replace("9/14", "14/9") if reading.day_first else _WANTED[key]
        reading.notices.append(f"{key}: needs {wanted}, not “{value[:_SHOWN]}”.")


class Finder:
    """Matches check-ins against a query; each student's name is matched once."""

    def __init__(self, query: Query, student_of: Callable[[str], Student | None]) -> None:
        self._query, self._student_of = query, student_of
        self._tags = tuple(TAG + tag for tag in query.tags)
        self._asks_for_text_only = not query.facts and (query.starts_on, query.ends_on) == (date.min, date.max)
        self._texts: dict[str, tuple[str, ...] | None] = {}

    def fits(self, line: LogLine) -> bool:
        """Whether a check-in matches. Optimized for speed: it runs thousands of times for each letter typed."""
        student, text = line.student, line.text
        wanted = self._texts[student] if student in self._texts else self._look_at(student)
        if wanted is None:
            return False
        for part in wanted:
            if part not in text:
                return False
        return self._asks_for_text_only or self._has_facts(line)

    def _has_facts(self, line: LogLine) -> bool:
        query = self._query
        return query.starts_on <= line.happened_on <= query.ends_on and not any(map(line.facts.isdisjoint, query.facts))

    def _look_at(self, student_id: str) -> tuple[str, ...] | None:
        """The texts that a check-in with this student must contain to match; None if none can match."""
        student, wanted = self._student_of(student_id), None
        if all(student is not None and any(matches(name, student) for name in names) for names in self._query.who):
            words = (word for word in self._query.words if student is None or not matches(word, student))
            wanted = (*words, *self._tags)
        self._texts[student_id] = wanted
        return wanted
