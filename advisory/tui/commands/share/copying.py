"""Copying what is highlighted to the clipboard, or into a file where the terminal has none."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from advisory.rules.refusal import Refusal
from advisory.store import need_free_place, write_file
from advisory.tui.commands.twice import has_run, is_meant
from advisory.tui.words.copied import Copied, copied

if TYPE_CHECKING:
    from advisory.tui.desk import Desk
    from advisory.tui.screens.base.case_screen import CaseScreen

_COPY = "copy"
_CONSOLES = frozenset(("linux", "dumb"))
"""Terminals, by TERM, that have no clipboard."""


def copy(screen: "CaseScreen") -> None:
    """Copy what is highlighted, for the advisor; the same key again on the same line writes it to a file.

    No program can find out whether the terminal took a text into its clipboard. So it is said what was done, and the file
    is a key away.
    """
    taken, student_id = _taken(screen), screen.highlighted.student
    what = f"{taken.called}, private, for you only" if taken.is_private else taken.called
    if is_meant(screen, _COPY, "", is_seen=False) or not has_clipboard():
        screen.say(f"Written to {write_copy(screen.desk, taken.text)}: {what}", student_id)
    else:
        screen.app.copy_to_clipboard(taken.text)
        screen.say(f"Copied: {what}; {screen.key(_COPY)} again writes it to a file", student_id)
    has_run(screen, _COPY)


def _taken(screen: "CaseScreen") -> Copied:
    """What is copied. Refuses where names are hidden, or a private note is kept back."""
    desk, highlighted = screen.desk, screen.highlighted
    if desk.prose.is_shaded:
        raise Refusal(f"Names are hidden, so nothing is copied. {screen.key('unshade')} shows them.")
    if desk.keeps_back(highlighted.check_in):
        raise Refusal(desk.why_kept_back)
    taken = copied(desk, highlighted, screen.body.written)
    if taken is None:
        raise Refusal("Nothing is highlighted that could be copied.")
    return taken


def has_clipboard() -> bool:
    """Whether the terminal may have a clipboard: of a few it is known that they take none from a program."""
    return os.environ.get("TERM_PROGRAM") != "Apple_Terminal" and os.environ.get("TERM") not in _CONSOLES


def write_copy(desk: "Desk", text: str) -> Path:
    """Write a text to a new file in the folder the program was started in, which only its owner can read."""
    from advisory.tui.dialogs.fields.file import new_file

    folder = desk.caseload.store.folder
    path = new_file(folder, f"copied-{desk.caseload.today.isoformat()}", ".txt")
    need_free_place(folder, path)
    write_file(path, f"{text}\n".encode())
    return path
