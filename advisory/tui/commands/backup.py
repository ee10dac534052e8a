"""Saving all records in one file, with one key."""

from typing import TYPE_CHECKING

from advisory.casework.back_up import back_up
from advisory.tui.prose import safe

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen


def backup(screen: "CaseScreen") -> None:
    """Save all records in a file with the other backups, and say where."""
    path = back_up(screen.desk.caseload)
    screen.say(f"Backup of everything, private records too: {safe(str(path))}")
