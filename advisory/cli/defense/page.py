"""The page for a panel, as a file."""

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.page_leaving import panel_leaving
from advisory.cli.base.give import Asked, give
from advisory.cli.base.not_a_name import uncovered_now
from advisory.cli.base.sitting import Sitting
from advisory.exchange.page.panel_out import panel_out
from advisory.model import DefensePlan
from advisory.model.words import Audience
from advisory.rules.leaving.outgoing import Outgoing
from advisory.rules.leaving.preview import Choice


def write_page(sitting: Sitting, caseload: Caseload, plan: DefensePlan, audience: Audience, asked: Asked) -> None:
    """Write the page for this audience, or only show what would be on it."""
    uncovered = uncovered_now(caseload)

    def make(choice: Choice) -> Outgoing:
        return panel_out(*panel_leaving(caseload, plan, audience, uncovered, choice), caseload.today)

    give(sitting, caseload, make, asked, name=asked.output.name if asked.output else "page.md", shows_first=True)
