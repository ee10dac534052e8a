"""What the two have agreed in a pact, in words: what of it changed, and how each revision read."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from msgspec import UNSET
from msgspec.structs import asdict, replace

from advisory.model import Commitment, OtherHelp, Pact, PactRevision, PactWording, SuccessLine
from advisory.model.words import Word

WORDED: dict[str, str] = {
    "learning_target": "learning target",
    "title": "title",
    "area": "area",
    "why": "why it matters",
    "starting_point": "where we start",
    "success_evidence": "how we will both know",
    "student_commitments": "what the student will do",
    "advisor_commitments": "what I will do",
    "others": "who else",
    "confidence": "how sure",
    "start_on": "from when",
    "review_every": "how often we look again",
    "next_review_on": "when we look again",
    "target_on": "until when",
}
"""Each field of a pact that has words of its own, in the order of the conversation, and what it is called."""

AGREED = frozenset(
    {
        "learning_target",
        "success_evidence",
        "student_commitments",
        "advisor_commitments",
        "start_on",
        "review_every",
        "next_review_on",
        "target_on",
    }
)
"""Those that ask both to agree again: the target, a commitment, a success line or a date (DESIGN §5)."""


class Difference(NamedTuple):
    """One field that reads otherwise: `was` and `now` in lines, both without those that stayed as they were."""

    field: str
    called: str
    was: tuple[str, ...]
    now: tuple[str, ...]


def differences(before: Pact, after: Pact) -> list[Difference]:
    """What reads otherwise, in the order of the conversation. Lines that only changed their places don't."""
    found = (_difference(field, before, after) for field in WORDED)
    return [one for one in found if one.was or one.now]


def asks_again(before: Pact, after: Pact) -> bool:
    """Whether something changed that both have to agree to."""
    return any(one.field in AGREED for one in differences(before, after))


def earlier_words(before: Pact, after: Pact) -> PactWording:
    """What `before` said in the fields that read otherwise in `after`, their order included."""
    changed = {
        field: getattr(before, field) for field in WORDED if read_field(before, field) != read_field(after, field)
    }
    return PactWording(**changed)


def with_revision(before: Pact, after: Pact, at: datetime, *, typo: bool = False, looked: bool = False) -> Pact:
    """`after`, with what `before` said kept beside it."""
    was = PactRevision(at=at, revision=before.revision, was=earlier_words(before, after), typo=typo, looked=looked)
    return replace(after, revisions=(*before.revisions, was))


def readings(pact: Pact) -> list[tuple[PactRevision | None, Pact]]:
    """The pact as it read just before each change of its words, oldest first, and as it is now (None).

    A look at it changes no words: its day belongs to the wording of its time.
    """
    found: list[tuple[PactRevision | None, Pact]] = [(None, pact)]
    read = pact
    for revision in reversed(pact.revisions):
        read = _taken_back(read, revision)
        if not revision.looked:
            found.append((revision, read))
    return found[::-1]


def read_field(pact: Pact, field: str) -> tuple[str, ...]:
    """A field in lines, none where it is empty."""
    value = getattr(pact, field)
    if isinstance(value, tuple):
        return tuple(_line(part) for part in value)
    return (_said(value),) if value not in {None, ""} else ()


def _taken_back(pact: Pact, revision: PactRevision) -> Pact:
    was = {field: value for field, value in asdict(revision.was).items() if value is not UNSET}
    return replace(pact, **was, revision=revision.revision)


def _difference(field: str, before: Pact, after: Pact) -> Difference:
    was, now = read_field(before, field), read_field(after, field)
    return Difference(field, WORDED[field], _without(was, now), _without(now, was))


def _without(lines: Sequence[str], others: Iterable[str]) -> tuple[str, ...]:
    """The lines that the others lack, in their order; twice the same counts twice."""
    left = Counter(others)
    kept = []
    for line in lines:
        if left[line]:
            left[line] -= 1
        else:
            kept.append(line)
    return tuple(kept)


def _line(part: SuccessLine | Commitment | OtherHelp) -> str:
    if isinstance(part, Commitment):
        return f"{part.text}, {part.how_often}" if part.how_often else part.text
    return f"{part.who}: {part.text}" if isinstance(part, OtherHelp) else part.text


def _said(value: object) -> str:
    if isinstance(value, Word):
        return value.label
    if isinstance(value, date):
        return value.isoformat()
    return f"{value} of 5" if isinstance(value, int) else str(value)
