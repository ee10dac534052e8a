"""Writing the highlighted pact to a file, as a page for student and advisor to sign."""

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from advisory.caseload.covering import other_names, unread_sentence, words_to_cover
from advisory.exchange.page.pact_content import PactPage, pact_page
from advisory.exchange.page.pact_file import ENDINGS, pact_page_file
from advisory.model import Pact
from advisory.rules.pact.party import advisor_name
from advisory.rules.refusal import Refusal
from advisory.store import need_free_place, write_file
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.commands.pact.shown import pact_of
from advisory.tui.dialogs.fields.file import here, read_path
from advisory.tui.dialogs.form.field import Field, FieldKind

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen

_NOBODY = "It names no other student."
_SAYS = "It holds only what you two agreed to, and prints on one sheet from a browser."


@shows_dialog
async def page_to_sign(screen: "CaseScreen") -> None:
    """Ask for the advisor's name and the file, and write the page. A file that exists is never overwritten."""
    pact = pact_of(screen)
    caseload = screen.desk.caseload

    def write(values: Values) -> None:
        name = values["advisor"].strip()
        if not name:
            raise Refusal("What name should it show for you?")
        path = read_path(values["file"], "Into which file? Type a name, such as pact.html.")
        file = pact_page_file(_page(screen, pact, name), path.suffix)
        need_free_place(screen.desk.caseload.store.folder, path)
        write_file(path, file.data)
        screen.say(" ".join(filter(None, [f"Written to {path}.", file.warning])))

    advisor = advisor_name(caseload.pacts)
    fields = [
        Field("advisor", "Your name on it", value=advisor),
        Field(
            "file",
            "Into the file",
            value=str(_unused(here(caseload.store.folder), pact)),
            hint="pact.html, or .md",
            kind=FieldKind.FILE,
        ),
    ]
    heading, about = f"A page to sign with {screen.desk.name(pact.student)}", _about(screen, pact, advisor)
    await fill(screen, "pact_page", heading, fields, write, record_id=pact.id, about=about, does="writes the page")


def _page(screen: "CaseScreen", pact: Pact, advisor: str) -> PactPage:
    """The page, with the names of other students covered."""
    desk = screen.desk
    names = other_names(desk.caseload, desk.student(pact.student), desk.uncovered)
    return _as_written(screen, pact, advisor).covered(names.covered)


def _as_written(screen: "CaseScreen", pact: Pact, advisor: str) -> PactPage:
    return pact_page(pact, screen.desk.student(pact.student).full_name, advisor, screen.desk.caseload.today)


def _about(screen: "CaseScreen", pact: Pact, advisor: str) -> str:
    """What the page contains and which words are covered on it, shown before it is written."""
    desk = screen.desk
    texts = _as_written(screen, pact, advisor).texts
    words = words_to_cover(other_names(desk.caseload, desk.student(pact.student), {}), texts)
    hidden = [desk.prose.note(word.text) for word in words if not word.is_among(desk.uncovered)]
    told = f"Covered on it: {', '.join(hidden)}; {screen.key('covered')} changes that." if hidden else _NOBODY
    unread = desk.sentence(unread_sentence(desk.caseload))
    return " ".join(
        filter(None, [_SAYS, told, unread, pact_page_file(_page(screen, pact, advisor), ENDINGS[0]).warning])
    )


def _unused(folder: Path, pact: Pact) -> Path:
    """A path that doesn't exist yet and doesn't reveal whose pact it is."""
    names = (f"pact-{pact.id}{f'-{number}' if number > 1 else ''}{ENDINGS[0]}" for number in count(1))
    return next(path for path in map(folder.joinpath, names) if not path.exists())
