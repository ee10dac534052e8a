"""Purging private lines that are old: what is asked first, what would go, and the words that the advisor types."""

from typing import TYPE_CHECKING

from advisory.casework.purge.old_private import OldPrivate
from advisory.casework.purge.report import report
from advisory.casework.year_end.purge_old import OPEN_REQUEST, confirmation, purge_old, what_goes, what_would_go
from advisory.rules.refusal import Refusal
from advisory.tui.commands.base import Values, fill
from advisory.tui.dialogs.fields.file import here, read_path
from advisory.tui.dialogs.fields.year_end import (
    BACKUP,
    BEFORE,
    NO,
    REQUEST,
    TYPED,
    YES,
    confirm_fields,
    purge_fields,
)
from advisory.tui.dialogs.form.kept import forget_forms

if TYPE_CHECKING:
    from advisory.tui.screens.year_end.screen import YearEndScreen


async def purge(screen: "YearEndScreen") -> None:
    """Ask before which day, whether a records request is open, and where a backup goes; then say what would go, and purge it."""
    desk, day = screen.desk, min(screen.end.span.starts_on, screen.desk.caseload.today)
    name = f"advisory-{desk.caseload.today.isoformat()}.json"

    async def check(values: Values) -> None:
        found = what_would_go(desk.caseload, desk.day(values[BEFORE], past=True))
        if values[REQUEST] not in {YES, NO}:
            raise Refusal("Is a records request open? Choose no or yes.")
        if values[REQUEST] == YES:
            raise Refusal(OPEN_REQUEST)
        if not found.ids:
            raise Refusal(what_goes(found)[0])
        await _confirm(screen, found, values[BACKUP])

    fields = purge_fields(day, here(desk.caseload.store.folder) / name)
    about = (
        "Private notes, facts and evidence from before that day go for good, and what was promised and done about them."
    )
    await fill(screen, "purge", "Purge old private lines", fields, check, about=about, does="says what would go")


async def _confirm(screen: "YearEndScreen", found: OldPrivate, backup: str) -> None:
    """Say what would go, and purge it once the words are typed. Refuses if they are not, so that the form opens again."""
    words = confirmation(found)

    def write(values: Values) -> None:
        path = read_path(backup, "") if backup.strip() else None
        done = purge_old(screen.desk.caseload, found, has_open_request=False, typed=values[TYPED], keep_backup=path)
        kept = f" Everything from before is in {done.backup}." if done.backup else ""
        screen.say(f"{report(done.purged)}{kept}")

    about = f"{' '.join(what_goes(found))} It may take a minute."
    heading = "What would go for good"
    if not await fill(screen, "purge_typed", heading, confirm_fields(words), write, about=about, does="purges it"):
        raise Refusal("Nothing was purged.")
    forget_forms(screen.app, screen.desk.forms)  # what is gone from the files was perhaps written in one
