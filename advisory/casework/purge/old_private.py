"""Which private lines are older than a day, and their purge."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn, FollowUp, KnownWell, Record
from advisory.model.words import CheckInState, PromiseStatus, Visibility
from advisory.store import Purged

from .purge_records import counts

R = TypeVar("R", bound=Record)


class OldPrivate(NamedTuple):
    """What would go, and for how many current students the last contact, or the last one-to-one, would be an older one."""

    before: date
    records: tuple[Record, ...]
    older_contact: int
    older_one_to_one: int

    @property
    def counts(self) -> dict[type[Record], int]:
        """How many records of each kind."""
        return counts(record.id for record in self.records)


def old_private(caseload: Caseload, before: date) -> OldPrivate:
    """What is private and from before a day, the trash included; nothing is changed.

    That is: private check-ins and facts, jots that were never finished, and the promises, kept or dropped, that came from
    one of these and so from nothing else. A check-in that goes no longer counts: whose last contact it was, is said to have been seen earlier.
    """
    check_ins = [one for one in _each(caseload, CheckIn) if _is_old_check_in(one, before)]
    facts = [
        one for one in _each(caseload, KnownWell) if one.visibility is Visibility.PRIVATE and one.learned_on < before
    ]
    going = {one.id for one in (*check_ins, *facts)}
    promises = [
        one for one in _each(caseload, FollowUp) if one.source in going and one.status is not PromiseStatus.OPEN
    ]
    lasts = [_lasts(caseload.store.check_ins_of(student.id), going) for student in caseload.students]
    return OldPrivate(
        before,
        (*check_ins, *promises, *facts),
        sum(is_older for is_older, _ in lasts),
        sum(is_older for _, is_older in lasts),
    )


def purge_old_private(caseload: Caseload, before: date) -> Purged:
    """Purge what `old_private` finds, also what was added and undone since, which only the past still knows."""
    day = before.isoformat()

    def is_gone(table: str, document: dict[str, Any]) -> bool:
        is_private = document.get("visibility", Visibility.PRIVATE) == Visibility.PRIVATE
        if table == CheckIn.table:
            is_jot = document.get("state") == CheckInState.JOT
            return (is_private or is_jot) and str(document.get("happened_on", "")) < day
        return table == KnownWell.table and is_private and str(document.get("learned_on", "")) < day

    return caseload.store.purge([one.id for one in old_private(caseload, before).records], caseload.now(), is_gone)


def _is_old_check_in(one: CheckIn, before: date) -> bool:
    return one.happened_on < before and (one.visibility is Visibility.PRIVATE or one.state is CheckInState.JOT)


def _each(caseload: Caseload, kind: type[R]) -> Iterator[R]:
    yield from caseload.store.all(kind)
    yield from caseload.store.trash(kind)


def _lasts(check_ins: Sequence[CheckIn], going: set[str]) -> tuple[bool, bool]:
    """Whether the last contact, and the last one-to-one, are among those that go."""
    left = [one for one in check_ins if one.id not in going]
    return (
        _last(one for one in left if one.counts_contact) != _last(one for one in check_ins if one.counts_contact),
        _last(one for one in left if one.counts_one_to_one) != _last(one for one in check_ins if one.counts_one_to_one),
    )


def _last(check_ins: Iterable[CheckIn]) -> date | None:
    return max((one.happened_on for one in check_ins), default=None)
