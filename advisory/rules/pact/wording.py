"""The wording of a pact: its fields in words, what changed between two versions, and all earlier versions."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from msgspec import UNSET
from msgspec.structs import asdict, replace

from advisory.model import Commitment, OtherHelp, Pact, PactRevision, PactWording, SuccessLine
from advisory.model.day_order import show_date
from advisory.model.words import Word

Show = Callable[[date], str]
"""How a date in a pact is worded: as a person reads it, or as a file holds it."""

FIELD_LABELS: dict[str, str] = {
    "learning_target": "learning target",
    "title": "title",
    "area": "area",
    "why": "why it matters",
    "starting_point": "starting point",
    "success_evidence": "how you will both know",
    "student_commitments": "what the student will do",
    "advisor_commitments": "what you will do",
    "others": "who else",
    "confidence": "how sure",
    "start_on": "begins on",
    "review_every": "how often you review it",
    "next_review_on": "next review",
    "target_on": "ends on",
}
"""Every worded field of a pact with its label, in the order of the conversation."""

AGREED_FIELDS = frozenset(
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
"""Changing one of these (the target, a commitment, a success line or a date) needs both to agree again."""


class Difference(NamedTuple):
    """One changed field: its lines before and after, without the lines that did not change. `called` is its label."""

    field: str
    called: str
    was: tuple[str, ...]
    now: tuple[str, ...]


def differences(before: Pact, after: Pact, show: Show = show_date) -> list[Difference]:
    """The changed fields, in the order of the conversation. Reordered lines are no change. `show` words a date."""
    found = (_difference(field, before, after, show) for field in FIELD_LABELS)
    return [one for one in found if one.was or one.now]


def needs_agreement(before: Pact, after: Pact) -> bool:
    """Whether a change needs both to agree again."""
    return any(one.field in AGREED_FIELDS for one in differences(before, after))


def earlier_words(before: Pact, after: Pact) -> PactWording:
    """The old values of the fields that changed, including those only reordered."""
    changed = {
        field: getattr(before, field)
        for field in FIELD_LABELS
        if field_lines(before, field) != field_lines(after, field)
    }
    return PactWording(**changed)


def with_revision(before: Pact, after: Pact, at: datetime, *, typo: bool = False, looked: bool = False) -> Pact:
    """`after`, with a revision added that holds the old wording."""
    was = PactRevision(at=at, revision=before.revision, was=earlier_words(before, after), typo=typo, looked=looked)
    return replace(after, revisions=(*before.revisions, was))


def pact_versions(pact: Pact) -> list[tuple[PactRevision | None, Pact]]:
    """Every version of the pact, oldest first, each with the revision that ended it (None for the current one).

    A revision that only moved the next review date makes no new version.
    """
    found: list[tuple[PactRevision | None, Pact]] = [(None, pact)]
    read = pact
    for revision in reversed(pact.revisions):
        read = _taken_back(read, revision)
        if not revision.looked:
            found.append((revision, read))
    return found[::-1]


def field_lines(pact: Pact, field: str, show: Show = show_date) -> tuple[str, ...]:
    """A field's value as lines; none if it is empty. `show` words a date."""
    value = getattr(pact, field)
    if isinstance(value, tuple):
        return tuple(_line(part) for part in value)
    return (_value_words(value, show),) if value not in {None, ""} else ()


def _taken_back(pact: Pact, revision: PactRevision) -> Pact:
    was = {field: value for field, value in asdict(revision.was).items() if value is not UNSET}
    return replace(pact, **was, revision=revision.revision)


def _difference(field: str, before: Pact, after: Pact, show: Show) -> Difference:
    was, now = field_lines(before, field, show), field_lines(after, field, show)
    return Difference(field, FIELD_LABELS[field], _without(was, now), _without(now, was))


def _without(lines: Sequence[str], others: Iterable[str]) -> tuple[str, ...]:
    """The lines not among the others, in order; duplicates count separately."""
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


def _value_words(value: object, show: Show) -> str:
    if isinstance(value, Word):
        return value.label
    if isinstance(value, date):
        return show(value)
    return f"{value} of 5" if isinstance(value, int) else str(value)
