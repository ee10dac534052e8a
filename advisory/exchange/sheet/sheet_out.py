"""Pages for others, made from what may leave for them."""

from collections.abc import Collection, Sequence
from pathlib import PurePath

from advisory.rules.leaving.leaving import Leaving
from advisory.rules.leaving.outgoing import Outgoing, Written
from advisory.rules.sheet.parts import page_parts, without_lines
from advisory.rules.sheet.sheet_page import SheetPage

from .sheet_file import sheet_file
from .sheet_markdown import sheet_markdown


def sheet_out(pages: Sequence[SheetPage], leaving: Leaving) -> Outgoing:
    """All the pages in one file; as text they are Markdown. There is at least one."""

    def shown(left_out: Collection[str]) -> list[SheetPage]:
        return [without_lines(page, left_out) for page in pages]

    def file(left_out: Collection[str], name: str) -> Written:
        made = sheet_file(shown(left_out), PurePath(name).suffix)
        return Written(made.data, "1 page" if len(pages) == 1 else f"{len(pages)} pages", made.warning)

    def text(left_out: Collection[str]) -> str:
        return sheet_markdown(shown(left_out))

    notes = tuple(dict.fromkeys(note for page in pages for note in page.for_you))
    return Outgoing(pages[0].kind.label, leaving, page_parts(pages), file, text, notes, uses_pronouns=True)
