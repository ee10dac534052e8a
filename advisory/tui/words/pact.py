"""Pacts in words: their status, the next review, who agreed, and how commitments were kept."""

from datetime import date

from advisory.model import Commitment, Pact
from advisory.model.words import Observer, PactStatus
from advisory.rules.check_in.own_hand import OWN
from advisory.rules.pact.keeping import kept_so_far, kept_this_month, times_words
from advisory.rules.pact.life import agreed_by
from advisory.tui.desk import Desk
from advisory.tui.prose import Prose, day

_NOT_YET = {Observer.STUDENT: "the student not yet", Observer.ADVISOR: "you not yet"}


def state_words(pact: Pact, today: date) -> str:
    """`active since 3 Nov · until 15 Dec`."""
    began = day(pact.start_on, today) if pact.start_on else ""
    ends = f"ends {day(pact.target_on, today)}" if pact.target_on else ""
    match pact.status:
        case PactStatus.ACTIVE:
            facts = [f"active since {began}" if began else "active", ends]
        case PactStatus.PAUSED:
            facts = ["set aside for now", f"begun {began}" if began else "", ends]
        case PactStatus.CLOSED:
            outcome = pact.outcome.label if pact.outcome else ""
            closed = f"closed {day(pact.closed_on, today)}" if pact.closed_on else "closed"
            facts = [f"{closed}: {outcome}" if outcome else closed, f"begun {began}" if began else ""]
        case _:
            facts = [pact.status.label, f"from {began}" if began else "", ends]
    return " · ".join(filter(None, facts))


def look_words(pact: Pact, today: date) -> str:
    """`review every two weeks, next Wed`; "" if there is no next review."""
    on = pact.next_review_on
    if pact.status is PactStatus.CLOSED or on is None:
        return ""
    if pact.status is PactStatus.ACTIVE and on <= today:
        return f"review {pact.review_every.label}: {'due today' if on == today else f'was due {day(on, today)}'}"
    return f"review {pact.review_every.label}, next {day(on, today)}"


def agreement_words(pact: Pact, prose: Prose, today: date, revision: int | None = None) -> str:
    """`Maya (spoken, 3 Nov) and you not yet`: who agreed to this revision, by default the current one."""
    agreed = agreed_by(pact, revision)
    parts = [
        f"{prose.note(yes.name)} ({yes.how.label}, {day(yes.on, today)})" if yes else _NOT_YET[party]
        for party in (Observer.STUDENT, Observer.ADVISOR)
        for yes in [agreed.get(party)]
    ]
    return " and ".join(parts) if agreed else "no one yet"


def kept_words(pact: Pact, one: Commitment, desk: Desk) -> str:
    """`✓✓·✓ 3 of 4 weeks · 3 times this month · last Fri 20 Nov`."""
    if not one.kept:
        return "no days marked yet"
    today = desk.caseload.today
    so_far = kept_so_far(pact, one, today, desk.caseload.calendar)
    return " · ".join(
        [
            f"{so_far.marks} {so_far.words}",
            f"{times_words(kept_this_month([one], today))} this month",
            f"last {day(max(one.kept), today)}{f' {OWN}' if max(one.kept) in one.own_marks else ''}",
        ]
    )
