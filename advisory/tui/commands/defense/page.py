"""Writing the highlighted plan to a file, as a page for the panel."""

from typing import TYPE_CHECKING

from advisory.caseload.leaving.covering import other_names
from advisory.caseload.leaving.page_leaving import panel_leaving
from advisory.exchange.page.pact_file import ENDINGS, panel_page_file
from advisory.exchange.page.panel_content import PanelPage, panel_page
from advisory.exchange.page.panel_out import panel_out
from advisory.model import DefensePlan, Pact
from advisory.model.words import Audience
from advisory.rules.leaving.outgoing import Outgoing
from advisory.rules.leaving.preview import Choice
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.commands.share.giving import give
from advisory.tui.commands.share.page import audience_field, covered_sentence, free_path, page_field

from .shown import plan_of

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen

_HOLDS = "It holds what they show and what to look for, and room for wows and wonders"
_FITS = "; it prints on one sheet from a browser"


@shows_dialog
async def page_for_the_panel(screen: "CaseScreen") -> None:
    """Ask for the file, show the page, and write it. A file that exists is never overwritten."""
    plan, desk = plan_of(screen), screen.desk

    async def write(values: Values) -> None:
        path = free_path(desk.caseload.store.folder, values, "Into which file? Type a name, such as panel.html.")
        audience = Audience(values["for"])

        def make(choice: Choice) -> Outgoing:
            return panel_out(*panel_leaving(desk.caseload, plan, audience, desk.uncovered, choice), desk.caseload.today)

        make(Choice()).file((), path.name)  # an ending that it can't have is refused in the form
        await give(screen, f"{heading}, for {audience.label}", make, path)

    heading = f"A page for the panel of {desk.name(plan.student)}"
    readers = audience_field(Audience.STAFF, Audience.FAMILY, Audience.STUDENT, Audience.MYSELF)
    fields = [readers, page_field(screen, f"panel-{plan.id}")]
    await fill(
        screen,
        "panel_page",
        heading,
        fields,
        write,
        record_id=plan.id,
        about=_about(screen, plan),
        does="goes on",
    )


def _page(screen: "CaseScreen", plan: DefensePlan) -> PanelPage:
    """The page, with the names of other students covered."""
    desk = screen.desk
    names = other_names(desk.caseload, desk.student(plan.student), desk.uncovered)
    return _as_written(screen, plan).covered(names.covered)


def _as_written(screen: "CaseScreen", plan: DefensePlan) -> PanelPage:
    caseload = screen.desk.caseload
    pacts = caseload.store.of_student(Pact, plan.student)
    return panel_page(plan, pacts, screen.desk.student(plan.student).full_name, caseload.today)


def _about(screen: "CaseScreen", plan: DefensePlan) -> str:
    """What the page contains and which words are covered on it, shown before it is written."""
    desk = screen.desk
    kept = panel_leaving(desk.caseload, plan, Audience.STAFF, desk.uncovered, Choice()).kept
    named = f"{', '.join(desk.prose.note(one.called) for one in kept)}; covered for others." if kept else ""
    covered = covered_sentence(screen, plan.student, _as_written(screen, plan).texts, named)
    warning = panel_page_file(_page(screen, plan), ENDINGS[0]).warning
    return " ".join(filter(None, [f"{_HOLDS}{'' if warning else _FITS}.", covered, warning]))
