"""Add a term to the calendar, or change one. Milestones of plans move off days that are then without school."""

from datetime import date

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.casework.defense.move import date_again
from advisory.model import Term
from advisory.rules.days.calendar_check import refuse_odd_span, refuse_shared_days
from advisory.rules.refusal import Refusal
from advisory.store import Change


def add_term(caseload: Caseload, title: str, starts_on: date, ends_on: date) -> Term:
    """Add a term, both days included. Refuses an empty title, an implausible length, and overlaps."""
    with caseload.store.change("Term added", caseload.now()) as change:
        _check(change, title, starts_on, ends_on)
        added = change.add(Term, title=title.strip(), starts_on=starts_on, ends_on=ends_on)
        date_again(change, caseload.today)
        return added


def edit_term(caseload: Caseload, shown: Term, title: str, starts_on: date, ends_on: date) -> Term:
    """Change the term `shown`. Refuses what add_term refuses. Raises Conflict if it changed meanwhile."""
    with caseload.store.change("Term edited", caseload.now()) as change:
        _check(change, title, starts_on, ends_on, but=shown)
        edited = msgspec.structs.replace(shown, title=title.strip(), starts_on=starts_on, ends_on=ends_on)
        put = change.put(edited, shown=shown)
        date_again(change, caseload.today)
        return put


def _check(change: Change, title: str, starts_on: date, ends_on: date, but: Term | None = None) -> None:
    if not title.strip():
        raise Refusal("What is the term called? Type a word or two, such as Autumn.")
    refuse_odd_span("A term", starts_on, ends_on)
    if but is None or (starts_on, ends_on) != (but.starts_on, but.ends_on):
        others = (term for term in change.all(Term) if but is None or term.id != but.id)
        refuse_shared_days(starts_on, ends_on, others)
