"""The page for a panel, as a file."""

from pathlib import Path

from advisory.caseload.caseload import Caseload
from advisory.cli.base.page import write_covered
from advisory.exchange.page.pact_file import panel_page_file
from advisory.exchange.page.panel_content import panel_page
from advisory.model import DefensePlan, Pact, Student


def write_page(caseload: Caseload, plan: DefensePlan, path: Path, *, force: bool) -> None:
    """Write the page, with the names of other students covered on it."""
    student = caseload.store.need(Student, plan.student)
    page = panel_page(plan, caseload.store.of_student(Pact, student.id), student.full_name, caseload.today)
    write_covered(caseload, student, page, panel_page_file, path, force=force)
