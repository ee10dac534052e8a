"""Log what was shared: when, for whom, and which records were in it."""

from advisory.caseload.caseload import Caseload
from advisory.model import ExportLog, Student
from advisory.rules.leaving.leaving import Leaving
from advisory.store import SHARED

from .shared_file import sum_of


def log_share(
    caseload: Caseload,
    leaving: Leaving,
    *,
    what: str,
    rows: tuple[str, ...] | None = None,
    to: str = "",
    file: str = "",
    data: bytes = b"",
) -> ExportLog:
    """Log that `what` left for the leaving's audience. `rows` are the ids that were in it, where not all of it was.

    `file` is where it was written, and `data` what was written there.
    Undo passes it over: what was shared can't be taken back.
    """
    gone = leaving.rows if rows is None else rows
    with caseload.store.change(SHARED, caseload.now()) as change:
        return change.add(
            ExportLog,
            given_on=caseload.today,
            audience=leaving.audience,
            what=what,
            to=to.strip(),
            file=file,
            file_sha256=sum_of(data) if file else "",
            students=tuple(one.id for one in leaving.of(Student)),
            rows=gone,
            taken_in=tuple(one for one in gone if one in leaving.taken_in),
            left_out=len(leaving.stays),
        )
