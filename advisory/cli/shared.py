"""`advisory shared`: what was shared, and the deletion of its file."""

import click

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.shares import counted_rows, file_words, shares, to_whom, whom_about
from advisory.casework.share.shared_file import what_became
from advisory.model import ExportLog
from advisory.model.day_order import show_date
from advisory.rules.refusal import Refusal

from .base.command import Command, example
from .base.options import AS_JSON
from .base.sitting import Sitting, data, is_agreed, json, talk
from .lines.table import lay_out


@example("shared", "what was shared with whom, the newest first; --json")
@example("shared maya", "what was about one student")
@example("shared --delete-file x0000003", "delete a file that was written; the log keeps that it was")
@click.command(cls=Command)
@click.argument("who", required=False, metavar="NAME")
@AS_JSON
@click.option("--delete-file", "log_id", metavar="ID", help="Delete the file of this share; you are asked first.")
@click.pass_obj
def shared(sitting: Sitting, who: str | None, log_id: str | None, *, as_json: bool) -> None:
    """List what was shared: when, with whom, what, how many records, and the file."""
    with sitting.caseload() as caseload:
        if log_id:
            _delete(caseload, log_id)
            return
        logs = shares(caseload, caseload.one(who, also_left=True).id if who else "")
        if as_json:
            json([_object(caseload, log) for log in logs])
        elif not logs:
            talk("Nothing was shared yet.")
        else:
            header = ("Day", "For", "What", "About", "With", "File")
            for line in lay_out(header, [_row(caseload, log) for log in logs]):
                data(line)


def _row(caseload: Caseload, log: ExportLog) -> tuple[str, ...]:
    what = f"{log.what} [{log.id}]"
    file = ", ".join(filter(None, (file_words(log), what_became(log))))
    return (show_date(log.given_on), to_whom(log), what, whom_about(caseload, log), counted_rows(log), file)


def _object(caseload: Caseload, log: ExportLog) -> dict[str, object]:
    return {
        "id": log.id,
        "date": log.given_on,
        "for": log.audience.value,
        "to": log.to,
        "what": log.what,
        "students": [caseload.names.get(one, one) for one in log.students],
        "rows": list(log.rows),
        "taken_in": list(log.taken_in),
        "left_out": log.left_out,
        "file": log.file,
        "file_deleted_on": log.file_deleted_on,
    }


def _delete(caseload: Caseload, log_id: str) -> None:
    from advisory.casework.share.delete_file import delete_shared_file

    log = next((one for one in shares(caseload) if one.id == log_id), None)
    if log is None:
        raise Refusal(f"Nothing with the id “{log_id}” was shared. `advisory shared` lists the ids.")
    if log.file and not log.file_deleted_on and not is_agreed(f"Delete {log.file}?"):
        talk("Nothing was deleted.")
        return
    deleted = delete_shared_file(caseload, log_id)
    talk(f"Deleted: {deleted.file}. The log keeps that it was shared.")
