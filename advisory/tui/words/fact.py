"""Facts about a student in words, and which of them may be shown."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from advisory.model import KnownWell, glyphs
from advisory.rules.learning.known_well import Known
from advisory.tui.prose import Prose, day

MARKS = {Known.KNOWN: glyphs.KNOWN, Known.EARLIER: glyphs.KNOWN_EARLIER, Known.EMPTY: glyphs.NOTHING}


class VisibleFacts(NamedTuple):
    """The facts that may be shown, and how many sensitive ones are hidden."""

    shown: list[KnownWell]
    hidden: int


def visible_facts(facts: Iterable[KnownWell], *, asked: bool) -> VisibleFacts:
    """Leave out sensitive facts unless somebody `asked` to see them."""
    facts = list(facts)
    shown = [fact for fact in facts if asked or not fact.sensitive]
    return VisibleFacts(shown, len(facts) - len(shown))


def hidden_words(hidden: int, key: str) -> str:
    """`2 sensitive facts: x shows them`."""
    return f"{hidden} sensitive fact{'' if hidden == 1 else 's'}: {key} shows {'it' if hidden == 1 else 'them'}"


def source_words(fact: KnownWell, today: date) -> str:
    """`told you, 12 Sep, sensitive`."""
    return f"{fact.how.label}, {day(fact.learned_on, today)}{', sensitive' if fact.sensitive else ''}"


def fact_words(fact: KnownWell, prose: Prose, today: date) -> str:
    """A fact, with how and when it was learned."""
    return f"{prose.note(fact.text)} ({source_words(fact, today)})"
