"""checkins.csv: one row per check-in; a private one shows only that it took place."""

from collections.abc import Iterable, Iterator, Mapping

from advisory.exchange.file.csv_out import Cell
from advisory.model import CheckIn
from advisory.model.words import Kind, Visibility

HEADER = (
    "id",
    "student_id",
    "student",
    "date",
    "part_of_day",
    "kind",
    "medium",
    "initiator",
    "contact_made",
    "not_made_reason",
    "counts_contact",
    "counts_one_to_one",
    "minutes",
    "tone",
    "line",
    "body",
    "student_says",
    "feeling",
    "tags",
    "visibility",
    "pact_id",
    "group_id",
    "state",
    "logged_at",
    "by",
    "question",
    "person",
    "topic",
)


def rows(
    check_ins: Iterable[CheckIn], names: Mapping[str, str], *, include_private: bool = False
) -> Iterator[tuple[Cell, ...]]:
    """One row per check-in, so that counts are right; `names` is by student id.

    A private check-in has no text, feeling, tags or tone. A private referral has no row at all, since even that it took
    place is confidential.
    """
    for seen in check_ins:
        hidden = not include_private and seen.visibility is Visibility.PRIVATE
        if hidden and seen.kind is Kind.REFERRAL:
            continue
        written = (
            seen.tone,
            seen.line,
            seen.body,
            seen.student_says,
            seen.feeling,
            seen.tags,
            seen.question,
            seen.person,
            seen.topic,
        )
        tone, line, body, says, feeling, tags, question, person, topic = _PRIVATE if hidden else written
        yield (
            seen.id,
            seen.student,
            names.get(seen.student, ""),
            seen.happened_on,
            seen.part_of_day,
            seen.kind,
            seen.medium,
            seen.initiator,
            seen.contact_made,
            seen.not_made_reason,
            seen.counts_contact,
            seen.counts_one_to_one,
            seen.minutes,
            tone,
            line,
            body,
            says,
            feeling,
            tags,
            seen.visibility,
            seen.pact,
            seen.group,
            seen.state,
            seen.created_at,
            seen.by,
            question,
            person,
            topic,
        )


def left_out(check_ins: Iterable[CheckIn], *, include_private: bool = False) -> int:
    """How many check-ins have no row, or a row without their words."""
    return 0 if include_private else sum(seen.visibility is Visibility.PRIVATE for seen in check_ins)


_PRIVATE = (None,) * 9
