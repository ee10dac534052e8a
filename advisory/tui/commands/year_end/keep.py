"""What the school keeps of the year: seen first, then written to a file and logged."""

from typing import TYPE_CHECKING

from advisory.exchange.year_end.year_kept import counts_out, pacts_out
from advisory.rules.leaving.outgoing import Outgoing
from advisory.rules.leaving.preview import Choice
from advisory.rules.year_end.kept import Kept
from advisory.tui.commands.share.giving import give, need_names_shown
from advisory.tui.dialogs.fields.file import here

if TYPE_CHECKING:
    from advisory.tui.screens.year_end.screen import YearEndScreen


async def keep(screen: "YearEndScreen", what: Kept) -> None:
    """Show what would go to the school, and write what is decided."""
    need_names_shown(screen)
    caseload, end = screen.desk.caseload, screen.end

    def make(choice: Choice) -> Outgoing:
        leaving = end.leaving(what, screen.desk.uncovered, choice)
        if what is Kept.PACTS:
            return pacts_out(end.year, leaving, caseload.names)
        return counts_out(end.year, leaving, caseload.names, end.counts())

    heading = f"{what.label.capitalize()} of {end.words}, for the school ({what.audience.label})"
    await give(screen, heading, make, here(caseload.store.folder) / what.file_name(end.year))
