"""Read a list of names, one per line: `First Last` or `Last, First`."""

import re
from collections.abc import Iterator, Sequence

from advisory.model.record import LONGEST_TEXT

from .intake import Intake, is_blank
from .whole_name import split_name

_MOST_WORDS = 8
"""A line with more words is a sentence rather than a name."""
_LONGEST_WORD = 1000
_NO_NAME = ('",', ',"', "|")
"""Signs that a line is a row of a table without a header."""
_MOST_TITLES = 3
"""How many lines at the top of a list may say what it is."""
_TITLE = re.compile(
    r"\d|\b(?:school|roster|advisory|advisees|homeroom|students|pupils|schule|schüler|klasse|école|élèves|classe|escuela|alumnos|scuola|alunni|"
    r"leerlingen|escola|alunos|skola|elever)\b",
    re.IGNORECASE,
)
_BULLET = re.compile(r"(?:[•*\-–·]|\d{1,3}[.)])\s+")


def read_plain_list(lines: Sequence[str], intake: Intake, start: int = 0) -> None:
    """Read the names from the index `start` on, skipping blank lines and those that begin with #."""
    for number, (line, name) in enumerate(_names(lines, start)):
        given, family = split_name(name)
        if any(mark in name for mark in _NO_NAME) or _is_row(name):
            intake.refuse(line, name, "reads like a row of a table rather than a name; a table needs a header")
        elif number < _MOST_TITLES and _TITLE.search(name):
            intake.refuse(line, name, "reads like a title rather than a name")
        elif _is_several(name):
            intake.refuse(line, name, "reads like several names; write each on a line of its own")
        elif "\0" in name:
            intake.refuse(line, name, "holds a NUL byte, which is never part of a text")
        elif "," not in name and not family:
            intake.refuse(line, name, "one word only; write the given name and the family name")
        else:
            guessed = "" if "," in name else "yes"
            intake.take(line, {"given_name": given, "family_name": family, "is_guessed": guessed})


def is_list_of_names(lines: Sequence[str]) -> bool:
    """Whether most lines could be names, and their commas are those of `Last, First` rather than of a table."""
    names = [name for _, name in _names(lines, 0)]
    with_comma = [name for name in names if "," in name]
    spaced = sum(", " in name for name in with_comma)
    likely = sum(map(_could_be_name, names))
    if likely and sum(map(_is_row, names)) * 2 > len(names):
        return False
    return bool(names) and likely * 2 > len(names) and spaced * 2 >= len(with_comma)


def _names(lines: Sequence[str], start: int) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines[start:], start=start + 1):
        name = line.strip().strip("\ufeff")
        if name.startswith('"') and name.endswith('"') and name.count('"') == 2:  # noqa: PLR2004 - a pair
            name = name[1:-1].strip()
        name = _BULLET.sub("", name, count=1) if _BULLET.match(name) else name
        if not is_blank(name) and not name.startswith("#"):
            yield number, name


def _could_be_name(name: str) -> bool:
    if len(name) > LONGEST_TEXT:  # looking at millions of words takes seconds
        return False
    words = name.split()
    return (
        "\t" not in name
        and ";" not in name
        and "|" not in name
        and len(words) <= _MOST_WORDS
        and max(map(len, words)) <= _LONGEST_WORD
        and any(map(str.isalpha, name))
    )


def _is_several(name: str) -> bool:
    """Whether commas divide three names or more, each of a given and a family name."""
    parts = name.split(",")
    return len(parts) > 2 and all(len(part.split()) > 1 for part in parts)  # noqa: PLR2004 - `Last, First` has two


def _is_row(name: str) -> bool:
    """Whether commas divide more than a family name, a given name and a `Jr.`: a room or a grade stands among them."""
    _, *parts = (part.strip() for part in name.split(","))
    return any(part and not any(map(str.isalpha, part)) for part in parts) or any(
        any(map(str.isdecimal, part)) for part in parts
    )
