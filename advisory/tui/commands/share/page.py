"""What the commands that write a page share: a free path, and which words are covered on it."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from advisory.caseload.leaving.covering import other_names, unread_sentence, words_to_cover
from advisory.exchange.page.pact_file import ENDINGS
from advisory.model.words import Audience
from advisory.tui.dialogs.fields.file import new_file
from advisory.tui.dialogs.form.field import Field, FieldKind

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen

_NOBODY = "It names no other student."


def covered_sentence(screen: "CaseScreen", student_id: str, texts: Iterable[str], also: str = "") -> str:
    """Say which words of the texts are covered as other students' names, and what could not be read to know them all.

    `also` says who else is named on the page.
    """
    desk = screen.desk
    words = words_to_cover(other_names(desk.caseload, desk.student(student_id), {}), texts)
    hidden = [desk.prose.note(word.text) for word in words if not word.is_among(desk.uncovered)]
    told = (
        f"Covered on it: {', '.join(hidden)}; {screen.key('covered')} changes that."
        if hidden
        else ""
        if also
        else _NOBODY
    )
    return " ".join(filter(None, [told, also, desk.sentence(unread_sentence(desk.caseload))]))


def audience_field(*audiences: Audience) -> Field:
    """The field that says for whom the page is, the first by default."""
    return Field("for", "For", choices=[(one.value, one.label) for one in audiences], is_about_nobody=True)


def page_field(screen: "CaseScreen", stem: str) -> Field:
    """The field for the file: a path that doesn't exist yet. A `stem` without a name doesn't reveal whose page it is."""
    path = new_file(screen.desk.caseload.store.folder, stem, ENDINGS[0])
    return Field("file", "Into the file", str(path), hint="ends in .html or .md", kind=FieldKind.FILE)


def free_path(folder: Path, values: dict[str, str], empty: str) -> Path:
    """The path that was typed. Refuses none, with the sentence `empty`, and a place among the program's own files."""
    from advisory.store import need_free_place
    from advisory.tui.dialogs.fields.file import read_path

    path = read_path(values["file"], empty)
    need_free_place(folder, path)
    return path
