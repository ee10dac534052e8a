"""The words of a message in the status line, and of why a command can't run now."""

from collections.abc import Iterable

from advisory.tui.commands.registry import COMMAND, Command, key_of, missing_sentence
from advisory.tui.desk import Desk
from advisory.tui.highlighted import Highlighted
from advisory.tui.prose import cut, width

_LEAST_ABOUT = 16
"""How many cells of what was written a message keeps, before it keeps what follows."""


def written_words(desk: Desk, cells: int, what: str, about: str, then: str, name: str, *, between: str) -> str:
    """`Done: bring chairs; next: call home`, in one line with the name after it; what was written is cut to fit."""
    room = cells - width(f"  {what}{between}{then}{name}")
    if room < _LEAST_ABOUT:
        room, then = room + width(then), ""
    called = cut(desk.prose.note(about.strip()), max(room, _LEAST_ABOUT))
    return f"{what}{between}{called}{then}" if called else f"{what}{then}"


def usable_words(highlighted: Highlighted, desk: Desk, wanted: Iterable[tuple[str, str]]) -> str:
    """Commands and what they do here, with their keys, without those that nothing is highlighted for."""
    usable = [(one, what) for one, what in wanted if highlighted.has(COMMAND[one].needs)]
    return " · ".join(f"{key_of(one, desk.keys)} {what}" for one, what in usable)


def missing_words(highlighted: Highlighted, desk: Desk, command: Command, screen: str = "") -> str:
    """Why a command can't run on what is highlighted; "" when it can."""
    need = command.needs
    if highlighted.has(need):
        return ""
    if need in {"promise", "pact"} and not highlighted.student:
        need = "student"
    if need == "student" and not highlighted.anybody:
        need = "anybody"
    return missing_sentence(need, desk.keys, screen)
