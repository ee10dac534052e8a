"""The page for a panel, as a file."""

from pathlib import Path

from advisory.caseload.caseload import Caseload
from advisory.caseload.covering import other_names, unread_sentence, words_to_cover
from advisory.cli.base.sitting import talk
from advisory.cli.base.write_file import write_file
from advisory.exchange.page.pact_file import panel_page_file
from advisory.exchange.page.panel_content import panel_page
from advisory.model import DefensePlan, Pact, Student
from advisory.settings.configuration import Configuration


def write_page(caseload: Caseload, plan: DefensePlan, path: Path, *, force: bool) -> None:
    """Write the page with the names of other students covered, and say which; warn if it is too long for one sheet."""
    student = caseload.store.need(Student, plan.student)
    uncovered = Configuration(caseload.store.folder).settings.uncovered
    written = panel_page(plan, caseload.store.of_student(Pact, student.id), student.full_name, caseload.today)
    page = written.covered(other_names(caseload, student, uncovered).covered)
    file = panel_page_file(page, path.suffix)
    write_file(path, file.data, home=caseload.store.folder, force=force)
    talk(f"Written to {path}.")
    words = words_to_cover(other_names(caseload, student, {}), written.texts)
    if hidden := [word.text for word in words if not word.is_among(uncovered)]:
        talk(f"Covered on it, as other students' names: {', '.join(hidden)}. The app can uncover a word for good.")
    for warning in filter(None, (unread_sentence(caseload), file.warning)):
        talk(warning)
