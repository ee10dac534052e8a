"""Write a pact's page, or a panel's, in the format that the file name's ending asks for."""

from typing import NamedTuple

from advisory.rules.refusal import Refusal

from .pact_content import PactPage
from .panel_content import PanelPage

ENDINGS = (".html", ".md")


class PageFile(NamedTuple):
    """The bytes, and whether they print on one sheet. Markdown has no sheets, so it counts as one."""

    data: bytes
    is_one_sheet: bool

    @property
    def warning(self) -> str:
        """A warning to give before it is printed, or ""."""
        return "" if self.is_one_sheet else "It is too long for one sheet: shorten it, or print it on more."


def pact_page_file(page: PactPage, ending: str) -> PageFile:
    """The file of a page. Refuses any ending that is not in ENDINGS."""
    if ending.lower() == ".html":
        from .html_page import as_html

        whole = as_html(page)
        return PageFile(whole.text.encode(), whole.is_one_sheet)
    if ending.lower() == ".md":
        from .markdown_page import as_markdown

        return PageFile(as_markdown(page).encode(), is_one_sheet=True)
    raise _other_ending()


def panel_page_file(page: PanelPage, ending: str) -> PageFile:
    """The file of a panel's page. Refuses any ending that is not in ENDINGS."""
    if ending.lower() == ".html":
        from .panel_html import panel_html

        whole = panel_html(page)
        return PageFile(whole.text.encode(), whole.is_one_sheet)
    if ending.lower() == ".md":
        from .panel_markdown import panel_markdown

        return PageFile(panel_markdown(page).encode(), is_one_sheet=True)
    raise _other_ending()


def _other_ending() -> Refusal:
    return Refusal(f"A page can be {' or '.join(ENDINGS)}: give the file a name that ends in one of these.")
