"""Log what was shared: when, for whom, and which records were in it."""

from collections.abc import Collection

from advisory.caseload.caseload import Caseload
from advisory.model import ExportLog, Student
from advisory.rules.leaving.outgoing import Outgoing
from advisory.store import SHARED

from .shared_file import sum_of


def log_share(
    caseload: Caseload,
    out: Outgoing,
    *,
    left_out: Collection[str] = frozenset(),
    to: str = "",
    file: str = "",
    data: bytes = b"",
) -> ExportLog | None:
    """Log that this left without the lines in `left_out`; None for what is for the advisor alone, which isn't logged.

    `to` is who got it, `file` where it was written, and `data` what was written there. Undo passes it over: what was
    shared can't be taken back.
    """
    if not out.is_logged:
        return None
    leaving, rows = out.without(left_out), out.rows(left_out)
    with caseload.store.change(SHARED, caseload.now()) as change:
        return change.add(
            ExportLog,
            given_on=caseload.today,
            audience=leaving.audience,
            what=out.what,
            to=to.strip(),
            file=file,
            file_sha256=sum_of(data) if file else "",
            students=tuple(one.id for one in leaving.of(Student)),
            rows=rows,
            taken_in=tuple(one for one in rows if one in leaving.included),
            left_out=len(leaving.stays),
        )
