"""Keeps a key that deletes from meeting a second record, which nobody chose, when it is pressed twice."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen


def is_meant(screen: "CaseScreen", record_id: str) -> bool:
    """Whether the advisor chose this record. Right after a deletion, that is only the one that was named since."""
    row, named, seq = screen.last_deleted
    return (row, seq) != (screen.body.key, screen.desk.caseload.store.seq) or named == record_id


def has_deleted(screen: "CaseScreen") -> None:
    """Remember where a deletion has left the cursor."""
    screen.redraw()
    _remember(screen, "")


def name_first(screen: "CaseScreen", record_id: str, command_id: str, what: str, student_id: str = "") -> None:
    """Say what the same key would delete when it is pressed again."""
    screen.say_written(f"{screen.key(command_id)} again deletes this", what, student_id)
    _remember(screen, record_id)


def _remember(screen: "CaseScreen", named: str) -> None:
    screen.last_deleted = (screen.body.key, named, screen.desk.caseload.store.seq)
