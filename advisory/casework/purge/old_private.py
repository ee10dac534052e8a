"""Which private lines are older than a day, and their purge."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple, TypeVar

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn, CognitiveInsight, Evidence, FollowUp, KnownWell, Record
from advisory.model.words import CheckInState, InsightStatus, PromiseStatus, Visibility
from advisory.store import Purged

R = TypeVar("R", bound=Record)
Field = Callable[[str, Any], Any]
"""Gives a field by its name, of a record or of its stored document; the second argument is its value if it is missing."""
_DAY_OF: dict[type[Record], str] = {
    CheckIn: "happened_on",
    KnownWell: "learned_on",
    Evidence: "seen_on",
    CognitiveInsight: "noticed_on",
}
_SETTLED = frozenset((InsightStatus.RESOLVED, InsightStatus.PARKED))


class OldPrivate(NamedTuple):
    """What would be purged, and for how many current students an earlier contact or one-to-one would then be the last.

    `from_past`: the ids of what was undone, so that only history and backups still know it.
    """

    before: date
    records: tuple[Record, ...]
    older_contact: int
    older_one_to_one: int
    from_past: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all that would go."""
        return (*(one.id for one in self.records), *self.from_past)


def old_private(caseload: Caseload, before: date) -> OldPrivate:
    """What is private and from before a day, the trash included; nothing is changed, and the disk is not read.

    That is: private check-ins, facts and evidence, jots that were never finished, insights that are resolved or parked, and the
    promises, kept or dropped, that came from one of these. A check-in that goes no longer counts: whose last contact it
    was, is said to have been seen earlier.
    """
    old = [
        one
        for kind in _DAY_OF
        for one in _each(caseload, kind)
        if _is_old(kind, partial(getattr, one), before.isoformat())
    ]
    going = {one.id for one in old}
    promises = [
        one for one in _each(caseload, FollowUp) if one.source in going and one.status is not PromiseStatus.OPEN
    ]
    lasts = [_lasts(caseload.store.check_ins_of(student.id), going) for student in caseload.students]
    return OldPrivate(
        before,
        (*old, *promises),
        sum(is_older for is_older, _ in lasts),
        sum(is_older for _, is_older in lasts),
    )


def with_past(caseload: Caseload, found: OldPrivate) -> OldPrivate:
    """The same, with the records that only history and the backups still hold, which are read for it."""
    going = [one.id for one in found.records]
    return found._replace(from_past=tuple(caseload.store.only_in_past(going, partial(_is_gone, found.before))))


def purge_old_private(caseload: Caseload, before: date) -> Purged:
    """Purge what `old_private` finds, also what was added and undone since, which only the past still knows."""
    going = [one.id for one in old_private(caseload, before).records]
    return caseload.store.purge(going, caseload.now(), partial(_is_gone, before))


def _is_gone(before: date, table: str, document: dict[str, Any]) -> bool:
    return any(kind.table == table and _is_old(kind, document.get, before.isoformat()) for kind in _DAY_OF)


def _is_old(kind: type[Record], field: Field, day: str) -> bool:
    """Whether a record goes. All of it must be from before the day: an insight may have been added to for a long time."""
    days = [str(field(_DAY_OF[kind], ""))]
    if kind is CognitiveInsight:
        days += [str(one.get("on") if isinstance(one, dict) else one.on) for one in field("attempts", ())]
        days.append(str(field("self_corrects_on", None)))
        is_theirs = field("status", "") in _SETTLED
    else:
        is_theirs = field("visibility", Visibility.PRIVATE) == Visibility.PRIVATE
    is_jot = field("state", "") == CheckInState.JOT
    return (is_theirs or is_jot) and all(one < day for one in days if one != str(None))


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
