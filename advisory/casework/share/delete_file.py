"""Delete a file that was written for others. The log still says that it was shared."""

from pathlib import Path

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import ExportLog
from advisory.rules.refusal import Refusal
from advisory.store import SHARED_FILE_DELETED, need_free_place, reason_of

from .shared_file import CHANGED, what_became


def delete_shared_file(caseload: Caseload, log_id: str) -> ExportLog:
    """Delete the file of a share and note the day. One that is gone already is noted as well.

    Refuses a share without a file, one whose file was deleted before, one that is not what was written then, and a file
    that can't be deleted.
    """
    log = caseload.store.need(ExportLog, log_id)
    if not log.file:
        raise Refusal("No file was written then, so there is none to delete.")
    if log.file_deleted_on:
        raise Refusal(f"{log.file} was deleted already.")
    path = Path(log.file)
    need_free_place(caseload.store.folder, path)
    with caseload.store.change(SHARED_FILE_DELETED, caseload.now()) as change:
        deleted = change.put(replace(change.need(ExportLog, log_id), file_deleted_on=caseload.today))
        if what_became(log) == CHANGED:
            raise Refusal(f"{path} was changed since, so it is left alone.")
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise Refusal(f"{path} can't be deleted: {reason_of(error)}.") from error
    return deleted
