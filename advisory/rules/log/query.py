"""Reads a search as it is typed; every term narrows it, in any order.

Words and "quoted phrases" are looked for in texts and names; further terms are `#tag` and the filters, such as
`who:ama,ben`, `kind:quick`, `minutes:>10` and `since:9/1`.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

import msgspec

from advisory.rules.days.day_words import read_day
from advisory.rules.names.finding import fold
from advisory.rules.refusal import Refusal

from .filters import ALSO, EVERYWHERE, FACTS, KNOWN, NAMES, NUMBERS, WANTED, WANTED_EVERYWHERE, nearest
from .line import PERSON, TAG, fold_text

_QUOTES = str.maketrans("“”„‟", '""""')
_SHOWN = 24
_TERM = re.compile(rf'(?:(?P<key>{"|".join(KNOWN)}):)?(?:"(?P<quoted>[^"]*)"?|(?P<plain>\S*))', re.IGNORECASE)
_UNKNOWN = re.compile(r"([^\W\d_]{2,24}):(?!//)\S")
_NUMBER = re.compile(r"(?P<sign>[<>]=?|=)?(?P<low>\d{1,4})(?:[-–](?P<high>\d{1,4}))?")
_HIGHEST = 9999


class Range(NamedTuple):
    """What a number of a check-in must be: `minutes` from 5 to 10."""

    field: str
    low: int
    high: int


class Query(msgspec.Struct, frozen=True):
    """The conditions a record must meet. `notices` are about terms that can't be read yet; those are ignored.

    All texts are folded. One match in each set of `facts`, each group of `who` and each group of `either` is enough.
    """

    words: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    who: tuple[tuple[str, ...], ...] = ()
    either: tuple[tuple[str, ...], ...] = ()
    """Beginnings of tags or of other people's names, with the mark before them."""
    facts: tuple[frozenset[str], ...] = ()
    numbers: tuple[Range, ...] = ()
    starts_on: date = date.min
    ends_on: date = date.max
    notices: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether every record matches."""
        return msgspec.structs.replace(self, notices=()) == Query()


class _Reading(NamedTuple):
    """A query while it is being read."""

    today: date
    day_first: bool
    values: Mapping[str, Mapping[str, Iterable[str]]]
    """The filters that ask for a fact, with their values."""
    wanted: Mapping[str, str]
    words: list[str]
    tags: list[str]
    who: list[tuple[str, ...]]
    either: list[tuple[str, ...]]
    facts: list[frozenset[str]]
    numbers: list[Range]
    days: dict[str, list[date]]
    notices: list[str]


def read_query(text: str, today: date, *, day_first: bool = False, everywhere: bool = False) -> Query:
    """The query in a text; any text can be read, even half-typed. `everywhere`: more than the log is searched."""
    values, wanted = (EVERYWHERE, WANTED_EVERYWHERE) if everywhere else (FACTS, WANTED)
    reading = _Reading(today, day_first, values, wanted, [], [], [], [], [], [], {"from": [], "to": []}, [])
    for term in _TERM.finditer(text.translate(_QUOTES)):
        is_quoted = term["quoted"] is not None
        value = term["quoted"] if is_quoted else term["plain"]
        if term["key"]:
            typed = fold(term["key"])
            _read_value(reading, ALSO.get(typed, typed), value, typed)
        elif value:
            _read_word(reading, value, is_tag=value.startswith("#") and not is_quoted)
            if not is_quoted and (unknown := _UNKNOWN.match(value)):
                reading.notices.append(_no_filter(unknown[1]))
    starts_on = max(reading.days["from"], default=date.min)
    ends_on = min(reading.days["to"], default=date.max)
    if starts_on > ends_on:
        reading.notices.append("from: is later than to:, so nothing can match.")
    return Query(
        words=tuple(reading.words), tags=tuple(reading.tags), who=tuple(reading.who), either=tuple(reading.either),
        facts=tuple(reading.facts), numbers=tuple(reading.numbers), starts_on=starts_on, ends_on=ends_on,
        notices=tuple(reading.notices),
    )  # fmt: skip


def _no_filter(name: str) -> str:
    near = nearest(name)
    return f"“{name}:” is not a filter; {f'did you mean {near}:?' if near else 'it is looked for as it stands.'}"


def _read_value(reading: _Reading, key: str, value: str, typed: str) -> None:
    """Read what comes after a filter; `typed` is the filter as it was typed."""
    alternatives = [part.strip() for part in value.split(",") if fold_text(part.lstrip("#"))]
    if not alternatives:
        reading.notices.append(f"{typed}: needs {_wanted(reading, key)}.")
    elif key == "who":
        reading.who.append(tuple(map(fold_text, alternatives)))
    elif key == "tag":
        _read_beginnings(reading, TAG, [one.lstrip("#") for one in alternatives])
    elif key in NAMES:
        _read_beginnings(reading, PERSON, alternatives)
        reading.facts.extend([frozenset([NAMES[key]])] if NAMES[key] else [])
    elif key in NUMBERS:
        _read_number(reading, key, value)
    elif key in reading.values:
        _read_facts(reading, key, alternatives)
    else:
        _read_day(reading, key, value, typed)


def _wanted(reading: _Reading, key: str) -> str:
    wanted = reading.wanted[key]
    return wanted.replace("9/14", "14/9") if reading.day_first else wanted


def _read_word(reading: _Reading, word: str, *, is_tag: bool) -> None:
    folded = fold_text(word.removeprefix("#") if is_tag else word)
    if folded:
        (reading.tags if is_tag else reading.words).append(folded)
    elif is_tag:
        reading.notices.append("# needs the beginning of a tag.")


def _read_beginnings(reading: _Reading, mark: str, alternatives: Iterable[str]) -> None:
    reading.either.append(tuple(mark + fold_text(one) for one in alternatives))


def _read_facts(reading: _Reading, key: str, alternatives: list[str]) -> None:
    fitting: set[str] = set()
    for typed in alternatives:
        beginning = fold_text(typed)
        values = reading.values[key].items()
        found = [f"{key}:{value}" for value, names in values if any(name.startswith(beginning) for name in names)]
        if not found:
            reading.notices.append(f"{key}: needs {_wanted(reading, key)}, not “{typed[:_SHOWN]}”.")
        fitting.update(found)
    if fitting:
        reading.facts.append(frozenset(fitting))


def _read_number(reading: _Reading, key: str, value: str) -> None:
    read = _NUMBER.fullmatch(value.replace(" ", ""))
    if read is None or (read["sign"] and read["high"]):
        reading.notices.append(f"{key}: needs {_wanted(reading, key)}, not “{value[:_SHOWN]}”.")
        return
    low, sign = int(read["low"]), read["sign"] or "="
    high = int(read["high"] or low)
    if sign[0] == ">":
        low, high = low + (sign == ">"), _HIGHEST
    elif sign[0] == "<":
        low, high = 0, low - (sign == "<")
    reading.numbers.append(Range(key, low, high))


def _read_day(reading: _Reading, key: str, value: str, typed: str) -> None:
    try:
        reading.days[key].append(read_day(value, reading.today, past=True, day_first=reading.day_first))
    except Refusal:
        reading.notices.append(f"{typed}: needs {_wanted(reading, key)}, not “{value[:_SHOWN]}”.")
