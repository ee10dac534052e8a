"""Writing the highlighted pact to a file, as a page for student and advisor to sign."""

from typing import TYPE_CHECKING

from advisory.caseload.leaving.covering import other_names
from advisory.caseload.leaving.page_leaving import pact_leaving
from advisory.exchange.page.pact_content import PactPage, pact_page
from advisory.exchange.page.pact_file import ENDINGS, pact_page_file
from advisory.exchange.page.pact_out import pact_out
from advisory.model import Pact
from advisory.model.words import Audience
from advisory.rules.leaving.outgoing import Outgoing
from advisory.rules.leaving.preview import Choice
from advisory.rules.pact.party import advisor_name
from advisory.rules.refusal import Refusal
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.commands.pact.shown import pact_of
from advisory.tui.commands.share.giving import give
from advisory.tui.commands.share.page import audience_field, covered_sentence, free_path, page_field
from advisory.tui.dialogs.form.field import Field

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen

_HOLDS, _FITS = "It holds only what you two agreed to", ", and prints on one sheet from a browser"


@shows_dialog
async def page_to_sign(screen: "CaseScreen") -> None:
    """Ask for the advisor's name and the file, show the page, and write it. A file that exists is never overwritten."""
    pact = pact_of(screen)
    caseload = screen.desk.caseload

    async def write(values: Values) -> None:
        name = values["advisor"].strip()
        if not name:
            raise Refusal("What name should it show for you?")
        path = free_path(caseload.store.folder, values, "Into which file? Type a name, such as pact.html.")
        audience = Audience(values["for"])

        def make(choice: Choice) -> Outgoing:
            leaving = pact_leaving(caseload, pact, audience, screen.desk.uncovered, choice)
            return pact_out(leaving, name, caseload.today)

        make(Choice()).file((), path.name)  # an ending that it can't have is refused in the form
        await give(screen, f"{heading}, for {audience.label}", make, path)

    advisor = advisor_name(caseload.pacts)
    readers = audience_field(Audience.STUDENT, Audience.FAMILY, Audience.STAFF, Audience.MYSELF)
    fields = [Field("advisor", "Your name on it", value=advisor), readers, page_field(screen, f"pact-{pact.id}")]
    heading, about = f"A page to sign with {screen.desk.name(pact.student)}", _about(screen, pact, advisor)
    await fill(screen, "pact_page", heading, fields, write, record_id=pact.id, about=about, does="goes on")


def _page(screen: "CaseScreen", pact: Pact, advisor: str) -> PactPage:
    """The page, with the names of other students covered."""
    desk = screen.desk
    names = other_names(desk.caseload, desk.student(pact.student), desk.uncovered)
    return _as_written(screen, pact, advisor).covered(names.covered)


def _as_written(screen: "CaseScreen", pact: Pact, advisor: str) -> PactPage:
    return pact_page(pact, screen.desk.student(pact.student).full_name, advisor, screen.desk.caseload.today)


def _about(screen: "CaseScreen", pact: Pact, advisor: str) -> str:
    """What the page contains and which words are covered on it, shown before it is written."""
    covered = covered_sentence(screen, pact.student, _as_written(screen, pact, advisor).texts)
    warning = pact_page_file(_page(screen, pact, advisor), ENDINGS[0]).warning
    return " ".join(filter(None, [f"{_HOLDS}{'' if warning else _FITS}.", covered, warning]))
