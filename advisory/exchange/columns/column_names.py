"""Which fields the name of a column may stand for, by the list in column_names.txt."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import NamedTuple

_LIST = Path(__file__).with_name("column_names.txt")
_STUDENT = "student"
FULL_NAME = "full_name"
_SURER = 10_000
"""What a column name that says whose it is, such as `student id`, is ahead by; more than any rank in the list."""
_TABLES = ("students.", "student.", "stu.")
"""Systems that put the table before the column: Infinite Campus, PowerSchool, Aeries."""
_BRACKETS = re.compile(r"[\[(（【][^\])）】]*[\])）】]")
_TABLE_IN_BRACKETS = re.compile(r"\s*\[\s*(?:students?|\d+)\s*\]", re.IGNORECASE)
_NUMBERED = re.compile(r"\A\s*\d{1,3}[\s.)_:-]+(?=\D)")
_BETWEEN = (
    "ofthe",
    "of",
    "des",
    "der",
    "dela",
    "dell",
    "del",
    "de",
    "do",
    "da",
    "vande",
    "van",
    "le",
    "la",
    "l",
    "s",
    "の",
)
"""What may come between the name of a column and the word for a student: `Nom de l'élève`, `Name des Schülers`."""

_NUMBER = {"number", "no", "nr", "num", "nbr"}
"""With a word for a student these mean an id; alone they only number the rows."""


class Meaning(NamedTuple):
    """A field that a name may stand for; of two names for one field the smaller `rank` counts."""

    field: str
    rank: int


_LONGEST_NAME = 1000
"""The characters of a cell that are looked at as a name of a column: more than any has, and a cell may have millions."""


def fold_header(name: str) -> str:
    """The name of a column in lower case, without accents, spaces, punctuation and the name of its table.

    A number sign stays, as the word it stands for: `Student #` is a number, not a name.
    """
    return _fold(name[:_LONGEST_NAME])


@cache
def _fold(name: str) -> str:
    text = _TABLE_IN_BRACKETS.sub("", name).strip("\ufeff \t\r\n").casefold()
    for table in _TABLES:
        text = text.removeprefix(table)
    text = re.sub(r"#|№|(?<=\w)\s+no\.\s*\Z", "number", text)
    text = unicodedata.normalize("NFKD", text)
    return "".join(c for c in text if c.isalnum())


def meanings(cell: str) -> list[Meaning]:
    """The fields that a header cell may stand for, without duplicates; none if no system or language has the name."""
    found: dict[str, int] = {}
    for name in _spellings(cell):
        for meaning in _of(name):
            found[meaning.field] = min(meaning.rank, found.get(meaning.field, meaning.rank))
        if found:
            break
    return [Meaning(field, rank) for field, rank in found.items()]


def listed_names() -> Iterator[str]:
    """Every name in the list, as it is spelled there."""
    for line in _lines():
        if not line.startswith(("[", "#")):
            yield from line.partition(": ")[2].split(";")


def _spellings(cell: str) -> list[str]:
    """The cell as it stands, then without its leading number, then without what it says in brackets."""
    cell = cell[:_LONGEST_NAME]
    plain = _NUMBERED.sub("", cell.strip("\ufeff"))
    return list(dict.fromkeys(fold_header(text) for text in (cell, plain, _BRACKETS.sub(" ", plain))))


def core_of(cell: str) -> str:
    """The folded name that the list has for this cell, without a word for a student; "" if it has none."""
    for name in _spellings(cell):
        for core, _ in _cores(name):
            if core in _names().by_name:
                return core
    return ""


def _of(name: str) -> list[Meaning]:
    """What a folded name stands for: as listed, or else as listed with a word for a student before or after it."""
    by_name, students = _names()
    if name in students and name not in by_name:
        return [Meaning(FULL_NAME, -_SURER)]
    for core, surer in _cores(name):
        if core in by_name:
            return [Meaning(field, rank - surer) for field, rank in by_name[core]]
    return []


def _cores(name: str) -> Iterator[tuple[str, int]]:
    """The name as it is, then without a word for a student, with how much surer that makes it."""
    yield name, 0
    for word in _names().students:
        if name.startswith(word):
            rest = name[len(word) :]
            yield f"student{rest}" if rest in _NUMBER else rest, _SURER
        if name.endswith(word):
            before = name[: -len(word)]
            for between in ("", *_BETWEEN):
                if before.endswith(between):
                    yield before.removesuffix(between), _SURER


def _lines() -> list[str]:
    return _LIST.read_text(encoding="utf-8").splitlines()


class _Names(NamedTuple):
    """The list: folded name → its meanings, and the words for a student, the longest first."""

    by_name: dict[str, list[Meaning]]
    students: tuple[str, ...]


@cache
def _names() -> _Names:
    by_name: defaultdict[str, list[Meaning]] = defaultdict(list)
    students: list[str] = []
    field = ""
    ranks = count()
    for line in _lines():
        if line.startswith("["):
            field = line.strip("[] ")
        elif line and not line.startswith("#"):
            _, _, names = line.partition(": ")
            for name in map(fold_header, names.split(";")):
                if field == _STUDENT:
                    students.append(name)
                elif all(known.field != field for known in by_name[name]):
                    by_name[name].append(Meaning(field, next(ranks)))
    return _Names(dict(by_name), tuple(sorted(set(students), key=len, reverse=True)))
