"""The page that student and advisor sign, as a file."""

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.page_leaving import pact_leaving
from advisory.cli.base.give import Asked, give
from advisory.cli.base.not_a_name import uncovered_now
from advisory.cli.base.sitting import Sitting
from advisory.exchange.page.pact_out import pact_out
from advisory.model import Pact
from advisory.model.words import Audience
from advisory.rules.leaving.outgoing import Outgoing
from advisory.rules.leaving.preview import Choice
from advisory.rules.pact.party import advisor_name


def write_page(
    sitting: Sitting, caseload: Caseload, pact: Pact, advisor: str, audience: Audience, asked: Asked
) -> None:
    """Write the page for this audience, or only show what would be on it."""
    uncovered = uncovered_now(caseload)
    named = advisor.strip() or advisor_name(caseload.pacts)

    def make(choice: Choice) -> Outgoing:
        return pact_out(pact_leaving(caseload, pact, audience, uncovered, choice), named, caseload.today)

    give(sitting, caseload, make, asked, name=asked.output.name if asked.output else "page.md", shows_first=True)
