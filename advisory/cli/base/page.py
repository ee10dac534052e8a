"""Writing a page for others, with the names of other students covered on it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol, Self, TypeVar

from advisory.caseload.caseload import Caseload
from advisory.caseload.covering import other_names, unread_sentence, words_to_cover
from advisory.casework.share.log_page import log_page
from advisory.exchange.page.pact_file import PageFile
from advisory.model import Student
from advisory.model.words import Audience
from advisory.settings.configuration import Configuration

from .sitting import talk
from .write_file import write_file


class Page(Protocol):
    """What a page says, before it is laid out."""

    @property
    def texts(self) -> Iterator[str]:
        """All text people wrote, which may name other students."""

    def covered(self, cover: Callable[[str], str]) -> Self:
        """The page with all text people wrote as `cover` makes it."""


P = TypeVar("P", bound=Page)


class Given(NamedTuple):
    """For whom a page is, what the log calls it, and the record it is about."""

    audience: Audience
    what: str
    record_id: str


def write_covered(
    caseload: Caseload, student: Student, written: P, make: Callable[[P, str], PageFile], path: Path, given: Given, *,
    force: bool,
) -> None:  # fmt: skip
    """Write the page with the names of other students covered, say which, and log it; warn if it is too long for one sheet."""
    uncovered = Configuration(caseload.store.folder).settings.uncovered
    page = written.covered(other_names(caseload, student, uncovered).covered)
    file = make(page, path.suffix)
    write_file(path, file.data, home=caseload.store.folder, force=force)
    log_page(caseload, given.audience, [student.id], what=given.what, rows=(given.record_id,), file=str(path.resolve()))
    talk(f"Written for {given.audience.label} to {path}.")
    words = words_to_cover(other_names(caseload, student, {}), written.texts)
    if hidden := [word.text for word in words if not word.is_among(uncovered)]:
        talk(f"Covered on it, as other students' names: {', '.join(hidden)}. The app can uncover a word for good.")
    for warning in filter(None, (unread_sentence(caseload), file.warning)):
        talk(warning)
