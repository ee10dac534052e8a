"""Which words the advisor said are no names, or are names all the same, and by which key each is known."""

from collections.abc import Collection, Mapping

Ids = frozenset[str]
NOBODY: Ids = frozenset()
Uncovered = Mapping[str, Collection[str]]
"""Word → the ids of the students whose name it was when the advisor uncovered it for good."""


def in_lower_case(key: str) -> str:
    """The key of an ordinary word in lower case: uncovering `hope`, the word, must not show Hope, the student."""
    return f"{key} (lower case)"


def as_ticked(key: str) -> str:
    """The key under which an ordinary word in lower case stands that the advisor wants covered wherever it stands."""
    return f"{key} (ticked)"


def decided(uncovered: Uncovered, covered: Uncovered) -> Uncovered:
    """What the advisor decided: the words they uncovered, and those they want covered though they read as words."""
    return {**uncovered, **{as_ticked(key): whose for key, whose in covered.items()}}


def is_among(words: Uncovered, key: str, whose: Ids) -> bool:
    """Whether a word is among these for every student who has that name."""
    known = words.get(key)
    return whose.issubset(known) if known else not whose
