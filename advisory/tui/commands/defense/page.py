"""Writing the highlighted plan to a file, as a page for the panel."""

from typing import TYPE_CHECKING

from advisory.caseload.covering import other_names
from advisory.casework.share.log_page import log_page
from advisory.exchange.page.pact_file import ENDINGS, panel_page_file
from advisory.exchange.page.panel_content import PanelPage, panel_page
from advisory.model import DefensePlan, Pact
from advisory.model.words import Audience
from advisory.store import write_file
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.commands.page import audience_field, covered_sentence, free_path, page_field

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen

_SAYS = "It holds what they show and what to look for, and room for wows and wonders; it prints on one sheet from a browser."


@shows_dialog
async def page_for_the_panel(screen: "CaseScreen") -> None:
    """Ask for the file, and write the page. A file that exists is never overwritten."""
    plan, desk = screen.highlighted.plan, screen.desk
    assert plan is not None  # the registry says that this command needs one

    def write(values: Values) -> None:
        path = free_path(desk.caseload.store.folder, values, "Into which file? Type a name, such as panel.html.")
        file = panel_page_file(_page(screen, plan), path.suffix)
        write_file(path, file.data)
        audience = Audience(values["for"])
        rows, written_to = (plan.id,), str(path.resolve())
        log_page(desk.caseload, audience, [plan.student], what="panel's page", rows=rows, file=written_to)
        screen.say(" ".join(filter(None, [f"Written for {audience.label} to {path}.", file.warning])))

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
        does="writes the page",
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
    covered = covered_sentence(screen, plan.student, _as_written(screen, plan).texts)
    return " ".join(filter(None, [_SAYS, covered, panel_page_file(_page(screen, plan), ENDINGS[0]).warning]))
