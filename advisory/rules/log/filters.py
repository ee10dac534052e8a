"""The filters of a search, such as `kind:quick`: their names, their values, and what to type after each."""

from collections.abc import Iterable

from advisory.model.words import (
    CheckInState,
    InsightStatus,
    Kind,
    Medium,
    PactStatus,
    PartOfDay,
    Party,
    PromiseStatus,
    Tone,
    Visibility,
    Word,
)
from advisory.rules.names.finding import fold

from .line import ATTEMPT, OWN, QUESTION, RECORD_KINDS

LOG_GRAMMAR = (
    'words #tag who:ama kind:quick tone:concern medium:phone family:rosa minutes:>10 since:9/1 is:jot "two words"'
)
"""What a search in the log may hold, as its box shows it."""
GRAMMAR = 'words #tag student:ama kind:promise is:open tone:concern family:rosa minutes:>10 since:9/1 "two words"'
"""What a search everywhere may hold."""

ALSO = {"student": "who", "since": "from", "until": "to"}
"""Another name of a filter → the filter."""
_LEAST_ALIKE = 0.5


def _labels(words: Iterable[Word]) -> dict[str, tuple[str, ...]]:
    return {word.value: (fold(word.value), fold(word.label)) for word in words}


def _alone(keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    return {key: (key,) for key in keys}


FACTS: dict[str, dict[str, tuple[str, ...]]] = {
    "kind": _labels(Kind),
    "tone": _labels(Tone),
    "medium": _labels(Medium),
    "part": _labels(PartOfDay),
    "by": _labels(Party),
    "is": _labels([CheckInState.JOT, *Visibility]) | _alone((ATTEMPT, OWN, QUESTION)),
}
"""Filter → value → the folded texts it may be typed as, in full or in part."""
_OF_OTHERS: dict[str, dict[str, tuple[str, ...]]] = {
    "kind": _alone(RECORD_KINDS),
    "is": _labels([*PromiseStatus, *InsightStatus, *(one for one in PactStatus if one is not PactStatus.DISCARDED)]),
}
"""Further values, for a search of more than the log."""
EVERYWHERE = {name: values | _OF_OTHERS.get(name, {}) for name, values in FACTS.items()}

NAMES = {"family": "kind:family_contact", "with": ""}
"""Filter for whom a check-in was with besides the student → the fact it asks for as well."""
NUMBERS = ("minutes", "feeling")
WANTED = {
    "who": "the beginning of a name",
    "tag": "the beginning of a tag",
    "kind": "a kind, such as quick",
    "tone": "celebrate, neutral or concern",
    "medium": "a way, such as phone",
    "part": "a part of the day, such as morning",
    "by": "advisor, student, family or staff",
    "is": "jot, attempt, question, own, private, shareable or staff",
    "family": "the beginning of a name",
    "with": "the beginning of a name",
    "minutes": "a number: 5, >10 or 5-10",
    "feeling": "a number from 1 to 5: 2, <3 or 2-4",
    "from": "a day: 9/14, mon or -2",
    "to": "a day: 9/14, mon or -2",
}
"""Filter → what to type after it."""
WANTED_EVERYWHERE = WANTED | {
    "kind": "a kind, such as quick or promise",
    "is": "jot, attempt, question, own, private, open, done, active, closed and so on",
}
KNOWN = (*WANTED, *ALSO)


def nearest(name: str) -> str:
    """The filter whose name is most similar to this one, which names no filter; "" if none is similar."""
    from difflib import get_close_matches

    wanted = fold(name)
    begun = next((one for one in KNOWN if one.startswith(wanted)), "")
    return begun or next(iter(get_close_matches(wanted, KNOWN, 1, _LEAST_ALIKE)), "")
