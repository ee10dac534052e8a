"""What was shared: one share in full, and the deletion of its file."""

from typing import TYPE_CHECKING

from advisory.rules.refusal import Refusal
from advisory.tui.commands.base import shows_dialog
from advisory.tui.commands.twice import has_run, is_meant, name_first
from advisory.tui.prose import safe

if TYPE_CHECKING:
    from advisory.model import ExportLog
    from advisory.tui.screens.shared.screen import SharedScreen

_DELETE = "delete-share-file"
_WIDE = 200


def _highlighted(screen: "SharedScreen") -> "ExportLog":
    """The highlighted share; the registry lets no command run without one."""
    log = screen.highlighted.share
    assert log is not None
    return log


@shows_dialog
async def show(screen: "SharedScreen") -> None:
    """Show a share in full, with each record that was in it, and what became of its file."""
    from advisory.casework.share.shared_file import GONE, what_became
    from advisory.tui.dialogs.report import ReportDialog
    from advisory.tui.words.share import share_lines

    log = _highlighted(screen)
    heading, *rest = ("".join(span.text for span in line) for line in share_lines(screen.desk, log, _WIDE))
    became = what_became(log)
    if became:
        rest.append(f"Its file is {became}." if became == GONE else f"Its file was {became}.")
    await screen.ask(ReportDialog(heading, rest, question=""))


def delete_file(screen: "SharedScreen") -> None:
    """Delete the file of a share, once the same key was pressed twice. The log keeps that it was."""
    from advisory.casework.share.delete_file import delete_shared_file

    log = _highlighted(screen)
    if not log.file or log.file_deleted_on:
        raise Refusal("There is no file to delete: it was copied." if not log.file else "Its file is deleted already.")
    if not is_meant(screen, _DELETE, log.id, is_seen=False):
        name_first(screen, _DELETE, log.id, log.file, does="deletes this file")
        return
    deleted = delete_shared_file(screen.desk.caseload, log.id)
    screen.say(f"Deleted: {safe(deleted.file)}; the log keeps that it was shared")
    has_run(screen, _DELETE)
