"""The searchable form of a record: its facts as keys such as `is:jot`, and its text folded."""

from collections.abc import Iterable
from datetime import date
from sys import intern
from typing import Final

import msgspec

from advisory.model.words import CheckInState, Medium, Observer, Party, Tone
from advisory.rules.names.finding import fold

TAG: Final = "\0"
"""Marks the beginning of each tag in a line's text; no typed text can contain it."""
PERSON: Final = "\1"
"""The same for each word of the name of somebody else that a check-in was with."""
UNSAID: Final = -1
"""The minutes or the feeling of a check-in that has none."""

CHECK_IN, FACT, PACT, EVIDENCE, INSIGHT, SIGN, PROMISE, STEP = RECORD_KINDS = (
    "check-in", "fact", "pact", "evidence", "insight", "sign", "promise", "step",
)  # fmt: skip
"""What can be found besides the kinds of check-in, as `kind:` has it."""
ATTEMPT, OWN, QUESTION = "attempt", "own", "question"
"""The `is:` values of a check-in without contact, one that the student wrote, and one with a question for next time."""


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
    tone: str = Tone.NEUTRAL.value
    medium: str = Medium.IN_PERSON.value
    part_of_day: str | None = None
    minutes: int | None = None
    feeling: int | None = None
    line: str = ""
    body: str = ""
    student_says: str = ""
    person: str = ""
    topic: str = ""
    by: str = Observer.ADVISOR.value
    question: str = ""
    tags: tuple[str, ...] = ()


class LogLine(msgspec.Struct, frozen=True, gc=False):
    """`text`: what was written, folded, one field per line, then whom with, then the tags. `facts`: see facts_of."""

    student: str
    happened_on: date
    facts: frozenset[str]
    text: str
    minutes: int = UNSAID
    feeling: int = UNSAID


def log_line(noted: SearchFields) -> LogLine:
    """The searchable line of a check-in."""
    text = folded_lines(noted.line, noted.body, noted.student_says, noted.topic, noted.question)
    if noted.person:
        text += "".join(PERSON + word for word in fold_text(noted.person).split())
    text += "".join(TAG + fold_text(tag) for tag in noted.tags)
    return LogLine(
        intern(noted.student),
        noted.happened_on,
        facts_of(noted),
        text,
        UNSAID if noted.minutes is None else noted.minutes,
        UNSAID if noted.feeling is None else noted.feeling,
    )


def facts_of(noted: SearchFields) -> frozenset[str]:
    """The facts that are true of a check-in, such as `is:jot`."""
    key = (
        noted.kind, noted.initiator, noted.visibility, noted.state, noted.contact_made, noted.tone, noted.medium,
        noted.part_of_day, noted.by, bool(noted.question),
    )  # fmt: skip
    facts = _FACTS.get(key)
    if facts is None:
        there = [
            f"kind:{noted.kind}", f"kind:{CHECK_IN}", f"by:{noted.initiator}", f"tone:{noted.tone}",
            f"medium:{noted.medium}", f"is:{noted.visibility}", f"part:{noted.part_of_day}",
        ]  # fmt: skip
        also = {
            CheckInState.JOT.value: noted.state == CheckInState.JOT.value,
            ATTEMPT: not noted.contact_made,
            OWN: noted.by == Observer.STUDENT.value,
            QUESTION: bool(noted.question),
        }
        facts = _FACTS[key] = frozenset([*there, *(f"is:{value}" for value, is_so in also.items() if is_so)])
    return facts


_FACTS: dict[tuple[object, ...], frozenset[str]] = {}
"""Some hundred sets, shared by all lines."""


def folded_lines(*texts: str) -> str:
    """The texts that are not empty, folded, each on a line of its own."""
    return "\n".join([fold_text(text) for text in texts if text])


def line_of(student: str, day: date, facts: Iterable[str], *texts: str) -> LogLine:
    """The searchable line of a record that is no check-in."""
    return LogLine(intern(student), day, frozenset(facts), folded_lines(*texts))


def fold_text(text: str) -> str:
    """Fold a text and reduce white space to single spaces, so that phrases are found across line breaks."""
    folded = fold(text)
    return folded if folded.isprintable() and "  " not in folded else " ".join(folded.split())
