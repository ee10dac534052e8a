"""pacts.csv: one row per pact with all its words, since the student made it too and nothing in it is private."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from advisory.exchange.file.csv_out import Cell
from advisory.model import Pact
from advisory.model.words import Observer
from advisory.rules.pact.life import agreed_by

HEADER = (
    "id",
    "student_id",
    "student",
    "title",
    "learning_target",
    "area",
    "why",
    "status",
    "outcome",
    "start_on",
    "next_review_on",
    "target_on",
    "confidence",
    "success_met",
    "success_total",
    "student_commitments",
    "advisor_commitments",
    "revision",
    "agreed_by_student_on",
    "agreed_by_advisor_on",
)


def rows(pacts: Iterable[Pact], names: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    """One row per pact. Only agreements to its present revision count."""
    for pact in pacts:
        yield (
            pact.id,
            pact.student,
            names.get(pact.student, ""),
            pact.title,
            pact.learning_target,
            pact.area,
            pact.why,
            pact.status,
            pact.outcome,
            pact.start_on,
            pact.next_review_on,
            pact.target_on,
            pact.confidence,
            pact.success_met,
            len(pact.success_evidence),
            tuple(theirs.text for theirs in pact.student_commitments),
            tuple(mine.text for mine in pact.advisor_commitments),
            pact.revision,
            _agreed_on(pact, Observer.STUDENT),
            _agreed_on(pact, Observer.ADVISOR),
        )


def _agreed_on(pact: Pact, party: Observer) -> date | None:
    agreement = agreed_by(pact).get(party)
    return agreement.on if agreement else None
