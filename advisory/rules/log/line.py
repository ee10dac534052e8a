"""One check-in as the log is searched: its facts under one name each, its words folded."""

from datetime import date
from sys import intern
from typing import Final

import msgspec

from advisory.model.words import CheckInState, Party
from advisory.rules.names.finding import fold

TAG: Final = "\0"
"""Stands before each tag in a line's text; nothing that is typed folds to it."""


class Noted(msgspec.Struct, frozen=True, gc=False):
    """What searching reads of a check-in: names and defaults are CheckIn's, so that a document can be read as this alone.

    The words are plain keys: to hash an enumeration's member takes longer than all the rest.
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
    """`text` is what was written, folded, one line a field, and then the tags, each after TAG; `facts` as in `facts_of`."""

    student: str
    happened_on: date
    facts: frozenset[str]
    text: str


def log_line(noted: Noted) -> LogLine:
    """The line of a check-in."""
    texts = [fold_text(text) for text in (noted.line, noted.body, noted.student_says) if text]
    tags = [TAG + fold_text(tag) for tag in noted.tags]
    return LogLine(intern(noted.student), noted.happened_on, facts_of(noted), "\n".join(texts) + "".join(tags))


def facts_of(noted: Noted) -> frozenset[str]:
    """`kind:`, `by:` and `is:` with the key of each word that is true of it, such as `is:jot`."""
    key = (noted.kind, noted.initiator, noted.visibility, noted.state, noted.contact_made)
    facts = _FACTS.get(key)
    if facts is None:
        said = (f"kind:{noted.kind}", f"by:{noted.initiator}", f"is:{noted.visibility}", f"is:{noted.state}")
        facts = _FACTS[key] = frozenset(said if noted.contact_made else (*said, f"is:{ATTEMPT}"))
    return facts


ATTEMPT: Final = "attempt"
"""Under `is:`, a check-in that did not reach the other person."""
_FACTS: dict[tuple[object, ...], frozenset[str]] = {}
"""Some dozens of sets, shared by all the lines there are."""


def fold_text(text: str) -> str:
    """Folded, with one blank wherever there was any space, so that words are found across a line's end."""
    folded = fold(text)
    return folded if folded.isprintable() and "  " not in folded else " ".join(folded.split())
