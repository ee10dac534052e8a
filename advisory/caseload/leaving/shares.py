"""What was shared, the newest first, and what of it is still here."""

from collections import Counter
from collections.abc import Iterator

from advisory.caseload.called import name_some
from advisory.caseload.caseload import Caseload
from advisory.model import KINDS, ExportLog, Record
from advisory.model.nouns import many
from advisory.model.words import Audience
from advisory.rules.leaving.ratchet import shared_words
from advisory.store import Store

_KIND_OF_PREFIX = {kind.prefix: kind for kind in KINDS}
_NOBODY_ELSE = (Audience.MYSELF, Audience.COUNTS)


def shares(caseload: Caseload, student_id: str = "") -> list[ExportLog]:
    """Every time something was shared, the newest first; with a student only what was about them."""
    logs = [log for log in caseload.store.all(ExportLog) if not student_id or student_id in log.students]
    return sorted(logs, key=lambda log: (log.given_on, log.created_at, log.id), reverse=True)


def whom_about(caseload: Caseload, log: ExportLog) -> str:
    """`Maya and Kai`, `Maya, Kai +19`: the students it was about, `everybody` where it was all who are here."""
    known = [one for one in log.students if one in caseload.shorts]
    here = {student.id for student in caseload.students}
    if len(here) > 1 and here <= set(known):
        return "everybody"
    return name_some([caseload.shorts[one] for one in known])


def to_whom(log: ExportLog) -> str:
    """`the family: his aunt`, `staff`."""
    return f"{log.audience.label}: {log.to}" if log.to else log.audience.label


def shared_line(caseload: Caseload, record_id: str) -> str:
    """`shared with the family on Oct 12`, of the latest time a record went to others; "" if it never did."""
    latest = shared_of(caseload).get(record_id)
    return shared_words(latest, caseload.today) if latest else ""


def shared_of(caseload: Caseload) -> dict[str, ExportLog]:
    """Record id → the latest time it was shared with others."""
    latest: dict[str, ExportLog] = {}
    for log in reversed(shares(caseload)):
        if log.audience not in _NOBODY_ELSE:
            latest |= dict.fromkeys(log.rows, log)
    return latest


def rows_given(store: Store, log: ExportLog) -> Iterator[Record]:
    """The records that were in a share, as they are now; those removed since are left out."""
    for row in log.rows:
        record = record_of(store, row)
        if record is not None:
            yield record


def record_of(store: Store, record_id: str) -> Record | None:
    """The record with this id, of whichever kind; None if there is none."""
    kind = _KIND_OF_PREFIX.get(record_id[:1])
    return store.get(kind, record_id) if kind is not None else None


def counted_rows(log: ExportLog) -> str:
    """`2 check-ins, 1 pact`: how much was in it, by kind."""
    kinds = Counter(_KIND_OF_PREFIX[row[:1]] for row in log.rows if row[:1] in _KIND_OF_PREFIX)
    if not kinds:
        return "counts" if log.audience is Audience.COUNTS else "no records"
    return ", ".join(many(kind, count) for kind, count in kinds.items())


def file_words(log: ExportLog) -> str:
    """Where its file is: the path, that it was deleted, or that there was none. Doesn't look whether it is still there."""
    if not log.file:
        return "shown or copied, no file"
    return f"{log.file}, deleted" if log.file_deleted_on else log.file
