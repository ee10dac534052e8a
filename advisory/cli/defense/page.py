"""The page for a panel, as a file."""

from pathlib import Path

from advisory.caseload.caseload import Caseload
from advisory.cli.base.page import Given, write_covered
from advisory.exchange.page.pact_file import panel_page_file
from advisory.exchange.page.panel_content import panel_page
from advisory.model import DefensePlan, Pact, Student
from advisory.model.words import Audience


def write_page(caseload: Caseload, plan: DefensePlan, path: Path, audience: Audience, *, force: bool) -> None:
    """Write the page for this audience, with the names of other students covered on it."""
    student = caseload.store.need(Student, plan.student)
    page = panel_page(plan, caseload.store.of_student(Pact, student.id), student.full_name, caseload.today)
    write_covered(caseload, student, page, panel_page_file, path, Given(audience, "panel's page", plan.id), force=force)
