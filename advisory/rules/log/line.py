"""The searchable form of a check-in: its facts as keys such as `is:jot`, and its text folded."""

from datetime import date
from sys import intern
from typing import Final

import msgspec

from advisory.model.words import CheckInState, Party
from advisory.rules.names.finding import fold

TAG: Final = "\0"
"""Marks the beginning of each tag in a line's text; no typed text can contain it."""


class SearchFields(msgspec.Struct, frozen=True, gc=False):
    """The fields of a check-in that searching needs.

    Names and defaults equal CheckIn's, so that a stored document can be decoded as this. Enumerations are plain
    strings, because hashing their members takes longer than everything else.
    """

    student: str
    happened_on: date
    kind: str
    visibility: str
    initiator: str = Party.ADVISOR.value
    contact_made: bool = True
    state: str = CheckInState.DONE.value
    line: str = ""
    body: str = ""
    student_says: str = ""
    tags: tuple[str, ...] = ()


class LogLine(msgspec.Struct, frozen=True, gc=False):
    """`text`: what was written, folded, one field per line, then the tags, each after TAG. `facts`: see facts_of."""

    student: str
    happened_on: date
    facts: frozenset[str]
    text: str


def log_line(noted: SearchFields) -> LogLine:
    """The searchable line of a check-in."""
    texts = [fold_text(text) for text in (noted.line, noted.body, noted.student_says) if text]
    tags = [TAG + fold_text(tag) for tag in noted.tags]
    return LogLine(intern(noted.student), noted.happened_on, facts_of(noted), "\n".join(texts) + "".join(tags))


def facts_of(noted: SearchFields) -> frozenset[str]:
    """The `kind:`, `by:` and `is:` facts that are true of a check-in, such as `is:jot`."""
    key = (noted.kind, noted.initiator, noted.visibility, noted.state, noted.contact_made)
    facts = _FACTS.get(key)
    if facts is None:
        always = (f"kind:{noted.kind}", f"by:{noted.initiator}", f"is:{noted.visibility}", f"is:{noted.state}")
        facts = _FACTS[key] = frozenset(always if noted.contact_made else (*always, f"is:{ATTEMPT}"))
    return facts


ATTEMPT: Final = "attempt"
"""The `is:` value of a check-in without contact."""
_FACTS: dict[tuple[object, ...], frozenset[str]] = {}
"""A few dozen sets, shared by all lines."""


def fold_text(text: str) -> str:
    """Fold a text and reduce white space to single spaces, so that phrases are found across line breaks."""
    folded = fold(text)
    return folded if folded.isprintable() and "  " not in folded else " ".join(folded.split())
