"""How a fact about a student is told: which ones may be seen, where each came from, and what there is to ask."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from advisory.model import KnownWell
from advisory.rules.learning.known_well import Known
from advisory.tui.prose import Prose, day

MARKS = {Known.KNOWN: "●", Known.EARLIER: "◌", Known.EMPTY: "·"}


class VisibleFacts(NamedTuple):
    """The facts that may be seen, and how many sensitive ones are left out."""

    shown: list[KnownWell]
    hidden: int


def visible_facts(facts: Iterable[KnownWell], *, asked: bool) -> VisibleFacts:
    """Sensitive facts are seen only where somebody `asked` for them (DESIGN §8)."""
    facts = list(facts)
    shown = [fact for fact in facts if asked or not fact.sensitive]
    return VisibleFacts(shown, len(facts) - len(shown))


def hidden_words(hidden: int, key: str) -> str:
    """What is left out, and the key that shows it."""
    return f"{hidden} sensitive fact{'' if hidden == 1 else 's'}: {key} shows {'it' if hidden == 1 else 'them'}"


def source_words(fact: KnownWell, today: date) -> str:
    """`told me, 12 Sep`, and that it is sensitive."""
    return f"{fact.how.label}, {day(fact.learned_on, today)}{', sensitive' if fact.sensitive else ''}"


def fact_words(fact: KnownWell, prose: Prose, today: date) -> str:
    """A fact with where it came from."""
    return f"{prose.note(fact.text)} ({source_words(fact, today)})"
