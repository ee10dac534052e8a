"""Add days without school, one or many at once, or change some. Milestones of plans move off them in the same change."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.casework.defense.move import date_again
from advisory.model import NoSchoolDay
from advisory.rules.days.calendar_check import refuse_odd_span

_WHAT = "Days without school"


class AddedDays(NamedTuple):
    """The days that were added, how many were there already with the same first and last day, and how many plans moved milestones."""

    added: tuple[NoSchoolDay, ...]
    known: int
    plans: int = 0

    @property
    def sentence(self) -> str:
        """The result in words."""
        added = f"Days without school: {len(self.added)} added"
        there = f"{self.known} {'was' if self.known == 1 else 'were'} there already"
        moved = (
            f" The milestones of {self.plans} plan{'' if self.plans == 1 else 's'} moved off them."
            if self.plans
            else ""
        )
        return f"{added}, {there}.{moved}" if self.known else f"{added}.{moved}"


def add_no_school_days(caseload: Caseload, days: Iterable[tuple[date, date, str]]) -> AddedDays:
    """Add days without school, each given as first day, last day and title, in one change.

    Days with the same first and last day as existing ones are skipped. Refuses them all if one range is implausible.
    """
    added: list[NoSchoolDay] = []
    passed = 0
    with caseload.store.change("Days without school added", caseload.now()) as change:
        known = {(held.starts_on, held.ends_on) for held in change.all(NoSchoolDay)}
        for starts_on, ends_on, title in days:
            refuse_odd_span(_WHAT, starts_on, ends_on)
            if (starts_on, ends_on) in known:
                passed += 1
                continue
            known.add((starts_on, ends_on))
            added.append(change.add(NoSchoolDay, starts_on=starts_on, ends_on=ends_on, title=title.strip()))
        moved = date_again(change, caseload.today)
    return AddedDays(tuple(added), passed, len(moved))


def edit_no_school_days(
    caseload: Caseload, shown: NoSchoolDay, starts_on: date, ends_on: date, title: str
) -> NoSchoolDay:
    """Change the days `shown`. Refuses an implausible range. Raises Conflict if they changed meanwhile."""
    refuse_odd_span(_WHAT, starts_on, ends_on)
    with caseload.store.change("Days without school edited", caseload.now()) as change:
        edited = msgspec.structs.replace(shown, starts_on=starts_on, ends_on=ends_on, title=title.strip())
        put = change.put(edited, shown=shown)
        date_again(change, caseload.today)
        return put
