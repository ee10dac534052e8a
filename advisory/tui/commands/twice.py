"""Keeps a key that deletes or closes from meeting a second record, which nobody chose, when it is pressed twice."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen


def is_meant(screen: "CaseScreen", command_id: str, record_id: str, *, is_seen: bool = True) -> bool:
    """Whether the advisor chose this record: it is in view, or was named since the command ran last.

    Right after it ran, the next record counts as unseen until it is named.
    """
    command, row, named, seq = screen.last_twice
    if (command, row, seq) == (command_id, screen.body.key, screen.desk.caseload.store.seq):
        return named == record_id
    return is_seen


def has_run(screen: "CaseScreen", command_id: str) -> None:
    """Remember where the command has left the cursor."""
    screen.redraw()
    _remember(screen, command_id, "")


def name_first(
    screen: "CaseScreen", command_id: str, record_id: str, what: str, student_id: str = "", *, does: str = "deletes this", then: str = ""
) -> None:  # fmt: skip
    """Say what pressing the same key again would do, and to which record; `then` goes after the record's words."""
    screen.say_written(f"{screen.key(command_id)} again {does}", what, student_id, then)
    _remember(screen, command_id, record_id)


def _remember(screen: "CaseScreen", command_id: str, named: str) -> None:
    screen.last_twice = (command_id, screen.body.key, named, screen.desk.caseload.store.seq)
