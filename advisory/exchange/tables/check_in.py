"""checkins.csv: one row per check-in."""

from collections.abc import Iterable, Iterator, Mapping

from advisory.exchange.file.csv_out import Cell
from advisory.model import CheckIn

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


def rows(check_ins: Iterable[CheckIn], names: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    """One row per check-in; `names` is by student id."""
    for seen in check_ins:
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
            seen.tone,
            seen.line,
            seen.body,
            seen.student_says,
            seen.feeling,
            seen.tags,
            seen.visibility,
            seen.pact,
            seen.group,
            seen.state,
            seen.created_at,
            seen.by,
            seen.question,
            seen.person,
            seen.topic,
        )
