"""Write pages for others in the format that the file name's ending asks for."""

from collections.abc import Sequence
from typing import NamedTuple

from advisory.exchange.page.pact_file import ENDINGS
from advisory.rules.refusal import Refusal
from advisory.rules.sheet.sheet_page import SheetPage

from .sheet_fit import MOST_SHEETS, fitting


class SheetFile(NamedTuple):
    """The bytes, and whose pages need more than two sheets."""

    data: bytes
    too_long: tuple[str, ...] = ()

    @property
    def warning(self) -> str:
        """A warning to give before it is printed, or ""."""
        whose = ", ".join(self.too_long)
        return f"Longer than {MOST_SHEETS} sheets: {whose}. A shorter span makes it shorter." if whose else ""


def sheet_file(pages: Sequence[SheetPage], ending: str) -> SheetFile:
    """One file with all the pages. Refuses any ending that is not in ENDINGS."""
    if ending.lower() == ".html":
        from .sheet_html import sheet_html

        too_long = tuple(page.name for page in pages if fitting(page) is None)
        return SheetFile(sheet_html(pages).encode(errors="replace"), too_long)
    if ending.lower() == ".md":
        from .sheet_markdown import sheet_markdown

        return SheetFile(sheet_markdown(pages).encode(errors="replace"))
    raise Refusal(f"A page can be {' or '.join(ENDINGS)}: give the file a name that ends in one of these.")
