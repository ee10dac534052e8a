"""How well students are known this school year: which facets, whose least, and which facet least of all."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from advisory.model import KnownWell
from advisory.model.words import Facet, Word
from advisory.rules.days.school_days import school_year

from .facet_question import SIDES

FACETS = tuple(Facet)
_TIED = 3
"""With more students than this sharing the last place, no one of them stands out by name."""


class Known(Word):
    """Whether a facet of a student has a fact from this school year, only from earlier ones, or none."""

    KNOWN = "known", "this year"
    EARLIER = "earlier"
    EMPTY = "empty"


class Coverage(NamedTuple):
    """What is known about one student. `age` is school days since the last one-to-one, None before the first."""

    student_id: str
    age: int | None
    sides: Mapping[Facet, Known]

    @property
    def known(self) -> int:
        """How many facets have a fact from this school year."""
        return list(self.sides.values()).count(Known.KNOWN)


def derive_coverage(student_id: str, age: int | None, facts: Iterable[KnownWell], today: date) -> Coverage:
    """Derive what is known about one student; facts learned after `today` are ignored."""
    facts = list(facts)
    known, ever = known_facets(facts, today), {fact.facet for fact in facts if fact.learned_on <= today}
    sides = {
        facet: Known.KNOWN if facet in known else Known.EARLIER if facet in ever else Known.EMPTY for facet in FACETS
    }
    return Coverage(student_id, age, sides)


def known_facets(facts: Iterable[KnownWell], today: date) -> set[Facet]:
    """The facets with a fact from this school year; facts learned after `today` are ignored."""
    year = school_year(today)
    return {fact.facet for fact in facts if fact.learned_on <= today and school_year(fact.learned_on) == year}


def counts(rows: Iterable[Coverage]) -> dict[Facet, int]:
    """For each facet, the number of students with a fact from this school year."""
    rows = list(rows)
    return {facet: sum(row.sides[facet] is Known.KNOWN for row in rows) for facet in FACETS}


def least_known(rows: Iterable[Coverage]) -> Coverage | None:
    """The student with the fewest known facets; among several, the longest without a one-to-one. None for no rows."""
    return min(rows, key=lambda row: (row.known, -math.inf if row.age is None else -row.age), default=None)


def least_known_facet(rows: Iterable[Coverage]) -> Facet:
    """The facet known about the fewest students; among several, the first."""
    known = counts(rows)
    return min(FACETS, key=lambda facet: known[facet])


def facet_to_ask(row: Coverage, rows: Sequence[Coverage]) -> Facet:
    """The facet to ask about first: an empty one, else one from earlier years; among several, the least known."""
    known, emptiest_first = counts(rows), (Known.EMPTY, Known.EARLIER, Known.KNOWN)
    return min(FACETS, key=lambda facet: (emptiest_first.index(row.sides[facet]), known[facet]))


def least_known_sentence(rows: Sequence[Coverage], called: Callable[[str], str]) -> str:
    """One sentence about what the advisor knows least. `called` gives a student's name by id. Empty for no rows."""
    least = least_known(rows)
    if least is None:
        return ""
    if least.known == len(FACETS):
        return "This year you have learned something about every area of every student."
    if not any(row.known for row in rows):
        return "Nothing is written down yet this year; start anywhere."
    at_least = f"{least.known} of {len(FACETS)}"
    tied = sum(row.known == least.known for row in rows)
    if tied > _TIED:
        return f"{tied} students are at {at_least}; start anywhere."
    about = SIDES[least_known_facet(rows)].about
    return f"You know {called(least.student_id)} least ({at_least} areas). Of everyone, you know least about {about}."
