"""Collect what leaves for an audience, and keep what was shared from becoming private. Nothing else hands records to a page or a table."""

from collections.abc import Collection, Iterable
from datetime import date
from functools import cache

from advisory.caseload.caseload import Caseload
from advisory.model import (
    CheckIn,
    CognitiveInsight,
    DefensePlan,
    Evidence,
    FollowUp,
    Indicator,
    KnownWell,
    Leave,
    Pact,
    Partnership,
    Record,
    StageMove,
    Student,
    TransitionNote,
)
from advisory.model.words import Audience, Visibility
from advisory.rules.days.school_days import Span
from advisory.rules.leaving.leaving import Leaving, leaving
from advisory.rules.leaving.ratchet import need_not_shared
from advisory.rules.leaving.reason import Instead
from advisory.rules.names.covering.other_names import OtherNames
from advisory.rules.names.shaded import distinct_initials
from advisory.rules.names.uncovered import Uncovered

from .covering import other_names
from .shares import shared_of

ABOUT_A_STUDENT: tuple[type[Record], ...] = (
    CheckIn,
    FollowUp,
    Partnership,
    Indicator,
    StageMove,
    Pact,
    Evidence,
    CognitiveInsight,
    KnownWell,
    Leave,
    DefensePlan,
    TransitionNote,
)
"""The kinds of record that are about one student, and may be asked for."""
_DAYS: dict[type[Record], str] = {
    CheckIn: "happened_on",
    Evidence: "seen_on",
    Indicator: "observed_on",
    StageMove: "moved_on",
    CognitiveInsight: "noticed_on",
}
"""The kinds that happened on a day → its field. The others hold on, whichever days are asked for."""


def leaving_of(
    caseload: Caseload,
    student_ids: Iterable[str],
    audience: Audience,
    uncovered: Uncovered,
    *,
    kinds: Collection[type[Record]] = ABOUT_A_STUDENT,
    span: Span | None = None,
    included: Collection[str] = frozenset(),
    instead: Instead = Instead.STAND_IN,
) -> Leaving:
    """What leaves of these students, each student's own record first, then their records by kind, the oldest first.

    `uncovered` are words the advisor said are no names. With a `span` only what happened on its days leaves; pacts, facts
    and the like hold on. `included` are ids of records that would stay, asked for on purpose.
    """
    store = caseload.store

    @cache
    def others(student_id: str) -> OtherNames:
        return other_names(caseload, store.need(Student, student_id), uncovered)

    records: list[Record] = []
    for student_id in student_ids:
        records.append(store.need(Student, student_id))
        for kind in kinds:
            own = store.check_ins_of(student_id) if kind is CheckIn else store.of_student(kind, student_id)
            records += [record for record in own if span is None or _is_in(record, span)]
    initials = distinct_initials(store.all(Student))
    return leaving(records, audience, others, initials=initials, included=frozenset(included), instead=instead)


def keep_shared(caseload: Caseload, record: Record, becoming: Visibility) -> None:
    """Refuse to make a record private that was shared with others. Inside a change, so that a share elsewhere is known."""
    if becoming is Visibility.PRIVATE and getattr(record, "visibility", becoming) is not becoming:
        need_not_shared(record, becoming, shared_of(caseload).get(record.id), caseload.today)


def _is_in(record: Record, span: Span) -> bool:
    field = _DAYS.get(type(record))
    day: date | None = getattr(record, field) if field else None
    return day is None or span.starts_on <= day <= span.ends_on
