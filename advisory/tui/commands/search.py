"""Searching everything from any screen, and opening what was found."""

from typing import TYPE_CHECKING, Any

from advisory.model import CheckIn, CognitiveInsight, Evidence, FollowUp, KnownWell, Pact
from advisory.rules.log.record_line import Searched

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen


async def everywhere(screen: "CaseScreen") -> None:
    """Open the search over this screen."""
    await screen.open_over("search")


async def open_found(screen: Any) -> None:
    """Open the highlighted record: its form, its pact, or the student's card with the cursor on it."""
    found: Searched | None = screen.found
    match found:
        case None:
            return
        case CheckIn():
            from advisory.tui.commands.note.check_in import edit

            screen.run_in_background(edit(screen, found))
        case Evidence() | CognitiveInsight():
            from advisory.tui.commands.learning.learning import edit as edit_learning

            screen.run_in_background(edit_learning(screen, found))
        case KnownWell():
            from advisory.tui.commands.learning.fact import reword

            screen.run_in_background(reword(screen, found))
        case Pact():
            from .pact.writing import open_or_write

            screen.run_in_background(open_or_write(screen))
        case FollowUp() if found.is_open:
            from advisory.tui.commands.note.promise import edit as edit_promise

            screen.run_in_background(edit_promise(screen, found))
        case _:
            await _open_card(screen, found)


async def _open_card(screen: "CaseScreen", found: Searched) -> None:
    from advisory.tui.commands.student.student import open_card

    await open_card(screen, found.student)
    card: Any = screen.app.screen
    if card.id == "card":
        card.go_to_record(found.id)
