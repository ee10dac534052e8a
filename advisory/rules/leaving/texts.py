"""Which fields of a record people wrote, at any depth, so that the names in them can be found and covered."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import msgspec

from advisory.model import (
    Artifact,
    Attempt,
    CheckIn,
    CognitiveInsight,
    Commitment,
    DefensePlan,
    Evidence,
    FamilyContact,
    FollowUp,
    Indicator,
    KnownWell,
    Leave,
    Milestone,
    OtherHelp,
    Pact,
    PactRevision,
    PactWording,
    Partnership,
    Practice,
    RecordError,
    StageMove,
    Student,
    SuccessLine,
    TransitionNote,
)

S = TypeVar("S", bound=msgspec.Struct)

TEXTS: dict[type[msgspec.Struct], tuple[str, ...]] = {
    Student: ("focal_why", "family_contacts"),
    FamilyContact: ("relation", "best_time"),
    CheckIn: ("line", "body", "student_says", "tags", "person", "topic", "question", "revisions"),
    FollowUp: ("text", "dropped_why"),
    Partnership: ("next_step",),
    Indicator: ("line",),
    StageMove: ("reason",),
    Pact: (
        "learning_target", "title", "area", "why", "starting_point", "success_evidence", "student_commitments",
        "advisor_commitments", "others", "revisions", "reflections", "comes_next",
    ),
    SuccessLine: ("text", "note"),
    Commitment: ("text", "how_often"),
    OtherHelp: ("who", "text"),
    PactRevision: ("was",),
    PactWording: (
        "learning_target", "title", "area", "why", "starting_point", "success_evidence", "student_commitments",
        "advisor_commitments", "others",
    ),
    Evidence: ("seen", "target", "success_line", "next_step"),
    CognitiveInsight: ("thinking", "misconception", "area", "builds_on", "attempts", "transferred_to"),
    Attempt: ("strategy", "note"),
    KnownWell: ("text",),
    Leave: ("title",),
    DefensePlan: (
        "place", "claim", "artifacts", "milestones", "practices", "feeling_says", "wows", "wonders", "celebration",
        "to_change",
    ),
    Artifact: ("title", "subject", "shows", "where"),
    Milestone: ("label",),
    Practice: ("before", "glows", "grows", "next_step"),
    TransitionNote: ("strengths", "connecting", "peers", "community", "family", "supports", "go_on_with"),
}  # fmt: skip
"""Kind of record, or of a part of one → its fields that hold what people wrote, or parts that do. A test lists the text fields left out, so a new one must be put here or there."""


def texts_of(struct: msgspec.Struct) -> Iterator[str]:
    """All that people wrote in a record, in the order of its fields; empty texts are left out."""
    for field in TEXTS.get(type(struct), ()):
        yield from _texts(getattr(struct, field))


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            if value:
                yield value
        case tuple():
            for one in value:
                yield from _texts(one)
        case msgspec.Struct():
            yield from texts_of(value)
        case _:
            pass


def with_texts(struct: S, change: Callable[[str], str]) -> S:
    """The record with every text that people wrote as `change` makes it.

    A part that becomes empty is dropped, and so is a tag that would change, since a tag is one word. Raises RecordError if
    the record can't be without a text that becomes empty.
    """
    fields = {field: _changed(getattr(struct, field), change) for field in TEXTS.get(type(struct), ())}
    if isinstance(struct, CheckIn):
        fields["tags"] = tuple(tag for tag in struct.tags if change(tag) == tag)
    return msgspec.structs.replace(struct, **fields) if fields else struct


def _part(value: object, change: Callable[[str], str]) -> object:
    """One part of a list as `change` makes it; None if it can't be without a text that is gone."""
    try:
        return _changed(value, change)
    except RecordError:
        return None


def _changed(value: object, change: Callable[[str], str]) -> object:
    match value:
        case str():
            return change(value) if value else value
        case tuple():
            return tuple(one for one in (_part(one, change) for one in value) if one is not None and one != "")
        case msgspec.Struct():
            return with_texts(value, change)
        case _:
            return value
