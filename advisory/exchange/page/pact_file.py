"""A pact's page as a file's bytes, in the format that the file's name ends with."""

from typing import NamedTuple

from advisory.rules.refusal import Refusal

from .pact_content import PactPage

ENDINGS = (".html", ".md")


class PageFile(NamedTuple):
    """The bytes, and whether they print on one sheet; of Markdown nobody knows, so it is taken to."""

    data: bytes
    is_one_sheet: bool

    @property
    def warning(self) -> str:
        """What to tell before it is printed; "" when there is nothing."""
        return (
            "" if self.is_one_sheet else "It is too long for one sheet: it prints on more, or say some of it shorter."
        )


def pact_page_file(page: PactPage, ending: str) -> PageFile:
    """The file of a page. Refuses an ending that is not one of ENDINGS."""
    if ending.lower() == ".html":
        from .html_page import as_html

        whole = as_html(page)
        return PageFile(whole.text.encode(), whole.is_one_sheet)
    if ending.lower() == ".md":
        from .markdown_page import as_markdown

        return PageFile(as_markdown(page).encode(), is_one_sheet=True)
    raise Refusal(f"A page is written as {' or '.join(ENDINGS)}: let the file's name end so.")
