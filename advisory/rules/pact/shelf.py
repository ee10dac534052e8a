"""Groups and sorts pacts for display, and puts into words what each one waits for."""

from collections.abc import Iterable
from datetime import date

from advisory.model import Pact
from advisory.model.words import Observer, PactStatus, Word
from advisory.rules.days.school_days import Calendar

from .end import is_past_end
from .life import agreed_by


class Shelf(Word):
    """The group a pact is listed in, by its status; a discarded pact is in none."""

    KEPT = "kept", "Active"
    BEGUN = "begun", "Drafts and proposals"
    PAUSED = "paused", "Paused"
    CLOSED = "closed", "Closed"


SHELF_OF: dict[PactStatus, Shelf] = {
    PactStatus.ACTIVE: Shelf.KEPT,
    PactStatus.PROPOSED: Shelf.BEGUN,
    PactStatus.DRAFT: Shelf.BEGUN,
    PactStatus.PAUSED: Shelf.PAUSED,
    PactStatus.CLOSED: Shelf.CLOSED,
}
_WHOSE = {Observer.STUDENT: "theirs", Observer.ADVISOR: "yours"}


def by_shelf(pacts: Iterable[Pact]) -> dict[Shelf, list[Pact]]:
    """The pacts on each shelf: the earliest next review first; of closed pacts the newest first."""
    shelves: dict[Shelf, list[Pact]] = {shelf: [] for shelf in Shelf}
    for pact in sorted(pacts, key=_next_look):
        shelf = SHELF_OF.get(pact.status)
        if shelf:
            shelves[shelf].append(pact)
    shelves[Shelf.BEGUN].sort(key=lambda pact: pact.status is PactStatus.DRAFT)  # proposals are closer to beginning
    shelves[Shelf.CLOSED].sort(key=_closed_on, reverse=True)
    return shelves


def waiting_words(pact: Pact, today: date, calendar: Calendar) -> str:
    """What a pact waits for: `waiting 2 d` (school days) for a review, whose agreement is missing, or the outcome.

    `day passed` for an active pact that was to end on an earlier day.
    "" for an active pact whose next review is in the future.
    """
    match pact.status:
        case PactStatus.CLOSED if pact.outcome:
            return pact.outcome.label
        case PactStatus.PROPOSED:
            return missing_agreement(pact) or "both agreed"
        case PactStatus.ACTIVE if is_past_end(pact, today):
            return "day passed"
        case PactStatus.ACTIVE:
            return _look(pact.next_review_on, today, calendar)
        case status:
            return status.label


def missing_agreement(pact: Pact) -> str:
    """Whose agreement to the current revision is missing; "" when both have agreed."""
    lacking = [whose for party, whose in _WHOSE.items() if party not in agreed_by(pact)]
    return "" if not lacking else "needs both" if len(lacking) == len(_WHOSE) else f"needs {lacking[0]}"


def _look(look: date | None, today: date, calendar: Calendar) -> str:
    if look is None:
        return "not set"
    days = calendar.days_between(look, today)
    return f"waiting {days} d" if days else "" if look > today else "today"


def _next_look(pact: Pact) -> tuple[date, str]:
    return (pact.next_review_on or date.max, pact.id)


def _closed_on(pact: Pact) -> tuple[date, str]:
    return (pact.closed_on or date.min, pact.id)
