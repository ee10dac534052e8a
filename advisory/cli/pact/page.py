"""The page that student and advisor sign, as a file."""

from pathlib import Path

from advisory.caseload.caseload import Caseload
from advisory.casework.share.log_page import need_agreed
from advisory.cli.base.page import Given, write_covered
from advisory.exchange.page.pact_content import pact_page
from advisory.exchange.page.pact_file import pact_page_file
from advisory.model import Pact, Student
from advisory.model.words import Audience
from advisory.rules.pact.party import advisor_name


def write_page(caseload: Caseload, pact: Pact, path: Path, advisor: str, audience: Audience, *, force: bool) -> None:
    """Write the page for this audience, with the names of other students covered on it."""
    need_agreed(pact, audience)
    student = caseload.store.need(Student, pact.student)
    page = pact_page(pact, student.full_name, advisor.strip() or advisor_name(caseload.pacts), caseload.today)
    write_covered(caseload, student, page, pact_page_file, path, Given(audience, "pact to sign", pact.id), force=force)
