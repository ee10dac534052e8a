"""Write a panel's page in Markdown, to paste into another document. All text people wrote is escaped."""

from collections.abc import Iterator

from .markdown_text import escaped, quoted
from .panel_content import PanelPage
from .panel_fit import shown_words


def panel_markdown(page: PanelPage) -> str:
    """The whole page, with a line end at its end."""
    return "\n".join(_lines(page)).rstrip() + "\n"


def _lines(page: PanelPage) -> Iterator[str]:
    yield f"# {escaped(page.student)}"
    yield from ("", f"{escaped(page.kind)}, {escaped(page.setting)}")
    if page.claim:
        yield from ("", "## The question or claim", "", *quoted(page.claim))
    if page.shown:
        yield from ("", "## What is shown", "", *(f"- [ ] {escaped(shown_words(one))}" for one in page.shown))
    if page.look_for:
        yield from ("", "## What to look for", "", *(f"- [ ] {escaped(line)}" for line in page.look_for))
    for title in ("Wow: …", "I wonder: …"):
        yield from ("", f"## {title}", "", "&nbsp;", "")
    yield from ("", f"*{escaped(' · '.join(filter(None, ('; '.join(one.words for one in page.panel), page.foot))))}*")
