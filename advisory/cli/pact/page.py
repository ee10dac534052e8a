"""The page that student and advisor sign, as a file."""

from pathlib import Path

from advisory.caseload.caseload import Caseload
from advisory.cli.base.sitting import talk
from advisory.cli.base.write_file import write_file
from advisory.exchange.page.pact_content import pact_page
from advisory.exchange.page.pact_file import pact_page_file
from advisory.model import Pact, Student
from advisory.rules.names.named_in_text import named_in
from advisory.rules.pact.party import advisor_name


def write_page(caseload: Caseload, pact: Pact, path: Path, advisor: str, *, force: bool) -> None:
    """Write the page, and warn if it names other students or is too long for one sheet."""
    student = caseload.store.need(Student, pact.student)
    page = pact_page(pact, student.full_name, advisor.strip() or advisor_name(caseload.pacts), caseload.today)
    file = pact_page_file(page, path.suffix)
    write_file(path, file.data, force=force)
    talk(f"Written to {path}.")
    others = named_in(page.texts, caseload.everyone, student)
    if others:
        talk(f"Look at it before you hand it out: it may name {', '.join(caseload.names[one.id] for one in others)}.")
    if file.warning:
        talk(file.warning)
