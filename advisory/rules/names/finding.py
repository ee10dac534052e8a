"""Finds students by name, and makes short names that tell namesakes apart."""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from advisory.model import Student


class Named(Protocol):
    """Somebody with names: a student as they are now, or under a name they used to have."""

    @property
    def id(self) -> str:
        """The student's id."""

    @property
    def given_name(self) -> str:
        """The given name."""

    @property
    def family_name(self) -> str:
        """The family name."""

    @property
    def preferred_name(self) -> str:
        """The name they go by, if it is another one."""


_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
    }
)
"""Letters that people type without the stroke or as two letters, and that Unicode does not decompose."""


APOSTROPHES = "'’‘‛`ʼʻʹʾʿ′＇ꞌ՚׳"
"""What stands where a name has an apostrophe, a glottal stop or an okina, on whichever keyboard it was typed."""


class _Folds(dict[int, str | None]):
    """Character → what it folds to, None if it is dropped; cached, because whole notes are folded for searching."""

    def __missing__(self, code: int) -> str | None:
        plain = unicodedata.normalize("NFKD", chr(code)).casefold().translate(_LETTERS)
        folded = self[code] = "".join(filter(_is_typed, unicodedata.normalize("NFKD", plain))) or None
        return folded


_FOLDS = _Folds()


def fold(text: str) -> str:
    """The text in lower case without accents, invisible characters and apostrophes.

    `José` and `jose` fold alike, as do `D’Andre` and `dandre`.
    """
    if text.isascii() and text.isprintable():
        return text.lower().replace("'", "").replace("`", "")  # ten times as fast, and enough for most texts
    return text.translate(_FOLDS)


def _is_typed(character: str) -> bool:
    """Whether a person searching for a name would type this character."""
    if character.isspace():
        return True
    return unicodedata.category(character) not in {"Mn", "Cf", "Cc"} and character not in APOSTROPHES


def name_parts(student: Named) -> list[str]:
    """Every word of a student's names, folded; a word with punctuation is included whole and in parts."""
    return list(_parts_of(student.preferred_name, student.given_name, student.family_name))


@lru_cache(maxsize=4096)
def _parts_of(*names: str) -> tuple[str, ...]:
    """The parts of these names, kept: while somebody types, each student's name is looked at for every letter."""
    parts: list[str] = []
    for name in names:
        for word in fold(name).split():
            parts.append(word)
            pieces = [piece for piece in re.split(r"\W+", word) if piece]
            if pieces != [word]:
                parts.extend(pieces)
    return tuple(parts)


def matches(query: str, student: Student) -> bool:
    """Whether each word of the query begins a different part of the name; an empty query matches everybody."""
    words, names = _words_of(query), (student.preferred_name, student.given_name, student.family_name)
    line = _in_a_line(*names) if words else ""
    if not all(word in line for word in words):
        return False
    return len(words) <= 1 or _all_begin([word[1:] for word in words], list(_parts_of(*names)))


@lru_cache(maxsize=16)
def _words_of(query: str) -> tuple[str, ...]:
    """The words of a query, each behind a space: everybody's name is asked for the same ones."""
    return tuple(f" {word}" for word in fold(query).split())


@lru_cache(maxsize=4096)
def _in_a_line(*names: str) -> str:
    """The parts of these names, each behind a space."""
    return "".join(f" {part}" for part in _parts_of(*names))


def _all_begin(words: list[str], parts: list[str]) -> bool:
    if not words:
        return True
    return any(
        part.startswith(words[0]) and _all_begin(words[1:], parts[:at] + parts[at + 1 :])
        for at, part in enumerate(parts)
    )


def find(query: str, students: Iterable[Student]) -> list[Student]:
    """The students a query may mean. With more than one the caller must ask, never guess.

    An id, a student number, or a full name that only one student has means that student. An empty query finds nobody.
    """
    everyone = list(students)
    wanted = query.strip()
    if not wanted:
        return []
    exact = [s for s in everyone if wanted in (s.id, s.student_number)]
    if exact:
        return exact
    whole = " ".join(fold(wanted).split())
    if not whole:
        return []
    fitting = [s for s in everyone if matches(wanted, s)]
    named = [s for s in fitting if whole in {_whole(s.called, s), _whole(s.given_name, s)}]
    return named if len(named) == 1 else fitting


def _whole(first: str, student: Student) -> str:
    return " ".join(fold(f"{first} {student.family_name}").split())


def short_names(students: Sequence[Student]) -> dict[str, str]:
    """Student id → the name they go by; namesakes get as much of the family name as tells them apart."""
    groups: dict[str, list[Student]] = defaultdict(list)
    for student in students:
        groups[fold(student.called)].append(student)
    full = full_names(students)
    short: dict[str, str] = {}
    for group in groups.values():
        if len(group) == 1:
            short[group[0].id] = group[0].called
            continue
        families = sorted(fold(student.family_name) for student in group)
        for student in group:
            initial = _distinguishing_prefix(student.family_name, families)
            short[student.id] = f"{student.called} {initial}"
    while shared := {one for one in _shared(short) if short[one] != full[one]}:
        for student in students:  # two have a whole name, or one goes by “Ana L.” and another Ana is called Lima
            if student.id in shared:
                brief = _brief(student, full[student.id])
                short[student.id] = full[student.id] if short[student.id] == brief else brief
    return short


_MARKED_BY_NUMBER = r" \((?:grade )?([^()]*\d[^()\s]*)\)$"


def _brief(student: Student, full: str) -> str:
    """`Omar 12` for “Omar Haddad (grade 12)”, which only his grade tells apart; otherwise the full name."""
    mark = re.search(_MARKED_BY_NUMBER, full)
    return f"{student.called} {mark[1]}" if mark and full.startswith(f"{student.full_name} (") else full


def _shared(names: Mapping[str, str]) -> list[str]:
    """The ids of students whose names look the same to a person."""
    seen = Counter(fold(name) for name in names.values())
    return [student_id for student_id, name in names.items() if seen[fold(name)] > 1]


def _distinguishing_prefix(own: str, families: Sequence[str]) -> str:
    """The shortest beginning of a family name that no other shares; all of it if there is none.

    `families` is the folded names of all, sorted, the own one among them: those with the same beginning stand together.
    """
    for length in range(1, len(own) + 1):
        if length < len(own) and unicodedata.category(own[length]).startswith("M"):
            continue  # never between a letter and its accent or vowel sign
        prefix = own[:length]
        folded = fold(prefix)
        at = bisect_left(families, folded)
        if sum(family.startswith(folded) for family in families[at : at + 2]) <= fold(own).startswith(folded):
            return prefix if length == len(own) else f"{prefix.rstrip()}."
    return own


def full_names(students: Sequence[Student]) -> dict[str, str]:
    """Student id → full name; namesakes get the grade, student number, email name or id that tells them apart."""
    groups: dict[str, list[Student]] = defaultdict(list)
    for student in students:
        groups[fold(student.full_name)].append(student)
    full: dict[str, str] = {}
    for group in groups.values():
        marks = _marks(group) if len(group) > 1 else [""]
        for student, mark in zip(group, marks, strict=True):
            full[student.id] = f"{student.full_name} ({mark})" if mark else student.full_name
    for student_id in _shared(full):
        full[student_id] = f"{full[student_id]} ({student_id})"
    return full


def _marks(group: Sequence[Student]) -> list[str]:
    """What tells students with the same name apart."""
    candidates = (
        [s.grade and f"grade {s.grade}" for s in group],
        [s.student_number for s in group],
        [s.email.partition("@")[0] for s in group],
    )
    for marks in candidates:
        if all(marks) and max(Counter(marks).values()) == 1:
            return marks
    return [s.id for s in group]


def initials(student: Student) -> str:
    """The initials of the name they go by and the family name, shown while names are covered; a dot for a name of one letter.

    Two initials of 娜 李 would be the whole name.
    """
    return "".join(_initial(name) for name in (student.called, student.family_name)) or "–"


def _initial(name: str) -> str:
    letters = [character for character in name if character.isalnum()]
    if not letters:
        return ""
    return letters[0].upper()[:1] if len(letters) > 1 else "·"
