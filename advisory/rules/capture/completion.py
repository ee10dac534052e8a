"""Completing a mark while it is typed: `&fam` becomes `&family_contact`, `-` each reason in turn."""

import re
from collections.abc import Iterable, Sequence

from advisory.model import FamilyContact
from advisory.model.words import Kind, Medium, NotMadeReason, Visibility, Word
from advisory.rules.family.people import matching_people, token_of

from .mark import OWNERS, as_key

_BEFORE, _BEHIND = re.compile(r"\S*\Z"), re.compile(r"\S*")
"""The part of the word under the cursor that is before the cursor, and the part after it."""
_WORDS: dict[str, Iterable[Word]] = {"&": Kind, "%": Medium, "!": Visibility, "-": NotMadeReason}


def mark_completion(line: str, cursor: int, people: Sequence[FamilyContact]) -> list[str]:
    """The line with each mark that the word under the cursor may become; none where it is no mark, or whole already.

    `people` is the student's family, for `@`; right after the day of a promise it is whose promise that is.
    """
    before, behind = _BEFORE.search(line[:cursor]), _BEHIND.match(line[cursor:])
    start, end = before.start() if before else cursor, cursor + (behind.end() if behind else 0)
    word = line[start:end]
    sign, typed = word[:1], as_key(word)
    if sign == "@" and _is_behind_day(line[:start]):
        found = [one.value for one in OWNERS if one.startswith(typed)]
    elif sign == "@":
        found = [token_of(one, people) for one in (matching_people(word[1:], people) if typed else people)]
    else:
        found = [
            one.value
            for one in _WORDS.get(sign, ())
            if one.startswith(typed) or as_key(f" {one.label}").startswith(typed)
        ]
    marks = [f"{sign}{one}" for one in found if one]
    return [] if marks == [word] else [f"{line[:start]}{mark}{line[end:]}" for mark in marks]


def _is_behind_day(before: str) -> bool:
    words = before.split()
    return bool(words) and words[-1].startswith(">") and len(words[-1]) > 1
