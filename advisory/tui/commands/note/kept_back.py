"""Showing what is kept back on a screen until it is asked for: private notes, and sensitive facts in the search."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen
    from advisory.tui.screens.search.screen import SearchScreen


def private_notes(screen: "CaseScreen") -> None:
    """Show the words of private notes on this screen, or collapse them again."""
    if not screen.desk.configuration.settings.collapses_private:
        screen.say(f"Private notes are shown already; the settings ({screen.key('settings')}) can collapse them.")
        return
    screen.show_private(shown=not screen.shows_private)
    again = screen.key("private-notes")
    screen.say(f"Private notes are shown here; {again} collapses them." if screen.shows_private else "Collapsed again.")


def in_search(screen: "SearchScreen") -> None:
    """Find sensitive facts and show private notes, or leave them out again."""
    asked = not screen.is_asked
    screen.ask_for_sensitive(asked=asked)
    again = screen.key("found-sensitive")
    if asked:
        screen.say(f"Sensitive facts and private notes are shown until you leave; {again} leaves them out.")
    else:
        screen.say("Sensitive facts are left out.")
