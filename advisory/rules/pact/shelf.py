"""Which pacts stand together, in which order, and what each waits for in words: the same on the screen and in lines."""

from collections.abc import Iterable
from datetime import date

from advisory.model import Pact
from advisory.model.words import Observer, PactStatus, Word
from advisory.rules.days.school_days import Calendar

from .life import agreed_by


class Shelf(Word):
    """Where a pact stands by its status; a discarded one stands nowhere."""

    KEPT = "kept", "Kept by two"
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


def shelved(pacts: Iterable[Pact]) -> dict[Shelf, list[Pact]]:
    """Every shelf with its pacts: the next look first, so reviews that wait lead; of closed ones the newest."""
    shelves: dict[Shelf, list[Pact]] = {shelf: [] for shelf in Shelf}
    for pact in sorted(pacts, key=_next_look):
        shelf = SHELF_OF.get(pact.status)
        if shelf:
            shelves[shelf].append(pact)
    shelves[Shelf.BEGUN].sort(key=lambda pact: pact.status is PactStatus.DRAFT)  # proposals are nearer to their begin
    shelves[Shelf.CLOSED].sort(key=_closed_on, reverse=True)
    return shelves


def waits_for(pact: Pact, today: date, calendar: Calendar) -> str:
    """What stands in for the day of the next look: `waiting 2 d` in school days, whose yes is needed, or how it ended.

    "" for a pact that is kept and has its next look still before it.
    """
    match pact.status:
        case PactStatus.CLOSED if pact.outcome:
            return pact.outcome.label
        case PactStatus.PROPOSED:
            return yes_needed(pact) or "both agreed"
        case PactStatus.ACTIVE:
            return _look(pact.next_review_on, today, calendar)
        case status:
            return status.label


def yes_needed(pact: Pact) -> str:
    """Whose agreement to the present revision is not there yet; "" when both have agreed."""
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
