"""Purge private lines that are older than a day, once it is clear that no records request is open; a backup is written first."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from advisory.caseload.caseload import Caseload
from advisory.casework.back_up import back_up
from advisory.casework.purge.old_private import OldPrivate, old_private, purge_old_private, with_past
from advisory.casework.purge.report import counted
from advisory.model.day_order import show_date
from advisory.rules.refusal import Refusal
from advisory.store import Purged

OPEN_REQUEST = "Nothing is purged while a records request is open. Share what was asked for first; then come back."

_TAKES = "It takes private check-ins, facts and evidence, jots, and insights that are resolved or parked."
_STAYS = "Open promises and insights stay, and what is written in pacts, plans, signs and moves."


class PurgedOld(NamedTuple):
    """What was purged, and the path of the backup made before it; None if none was wanted."""

    purged: Purged
    backup: Path | None


def what_would_go(caseload: Caseload, before: date) -> OldPrivate:
    """What a purge would take, including what only history and the backups still hold; these are read, and nothing changes.

    Refuses a day after today.
    """
    if before > caseload.today:
        raise Refusal(f"{show_date(before)} is still to come: name today or an earlier day.")
    return with_past(caseload, old_private(caseload, before))


def what_goes(found: OldPrivate) -> list[str]:
    """What would go and what would change by it, in sentences."""
    day = show_date(found.before)
    if not found.ids:
        return [f"Nothing that a purge takes is from before {day}. {_TAKES}"]
    where = "the records, their history, the trash, the backups in the folder and the drafts"
    sentences = [f"Private and from before {day}: {counted(found.ids)}. They would go for good, out of {where}."]
    if found.from_past:
        sentences.append(
            f"Only history and backups still know {counted(found.from_past)} of these: undone, or replaced by a restore."
        )
    for count, what in ((found.older_contact, "contact"), (found.older_one_to_one, "one-to-one")):
        if count:
            who = "1 student" if count == 1 else f"{count} students"
            sentences.append(f"For {who} the last {what} would be an earlier one, so they may be due sooner.")
    return [*sentences, _STAYS, "Counts for those days go down. You can't undo past a purge."]


def confirmation(found: OldPrivate) -> str:
    """What the advisor types to purge: it names how many records go, so that it can't be typed without having looked."""
    return f"purge {len(found.ids)}"


def purge_old(
    caseload: Caseload, found: OldPrivate, *, has_open_request: bool, typed: str, keep_backup: Path | None
) -> PurgedOld:
    """Purge what `what_would_go` found, after writing a backup to `keep_backup`, outside of the folder.

    Refuses while a records request is open, when something else was typed than the `confirmation`, when more or
    fewer would go by now, when nothing would, and a place for the backup inside the folder, where it would be purged too.
    """
    if has_open_request:
        raise Refusal(OPEN_REQUEST)
    if not found.ids:
        raise Refusal(what_goes(found)[0])
    if typed.strip() != confirmation(found):
        raise Refusal(f"Nothing was purged. To purge, type: {confirmation(found)}")
    if sorted(what_would_go(caseload, found.before).ids) != sorted(found.ids):
        raise Refusal(
            "Something was written meanwhile, so other records would go by now. See what would go, and begin anew."
        )
    backup = None if keep_backup is None else _keep(caseload, keep_backup)
    return PurgedOld(purge_old_private(caseload, found.before), backup)


def _keep(caseload: Caseload, to: Path) -> Path:
    folder = caseload.store.folder.resolve()
    if to.resolve().is_relative_to(folder):
        raise Refusal(f"Keep the backup elsewhere: everything in {folder} is purged, copies too.")
    return back_up(caseload, to)
