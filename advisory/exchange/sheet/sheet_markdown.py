"""Write pages for others in Markdown, to paste into another document. All text people wrote is escaped."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from advisory.exchange.page.markdown_text import escaped
from advisory.exchange.page.pact_content import plain
from advisory.rules.sheet.sheet_page import Line, Look, Section, SheetPage

_RULE = "\\_" * 48
_APART, _LISTED = frozenset((Look.TEXT, Look.WORDS)), frozenset((Look.ITEM, Look.MET, Look.OPEN))
_BEFORE = {Look.TEXT: "", Look.SENTENCE: "", Look.ITEM: "- ", Look.WORDS: "> ", Look.MET: "- [x] ", Look.OPEN: "- [ ] "}


def sheet_markdown(pages: Sequence[SheetPage]) -> str:
    """The whole file, with a rule between the pages and a line end at its end."""
    return "\n\n---\n\n".join("\n".join(_lines(page)).strip() for page in pages) + "\n"


def _lines(page: SheetPage) -> Iterator[str]:
    yield f"# {_text(page.name)}"
    yield from ("", " · ".join(filter(None, (_text(page.title), _text(page.for_whom)))))
    for section in page.sections:
        if section.is_there:
            yield from ("", f"## {_text(section.heading)}", "") if section.heading else ("",)
            yield from _table(section) if section.columns else _section(section)
    yield from ("", f"*{_text(page.foot)}*")


def _section(section: Section) -> Iterator[str]:
    before = None
    for look, some in groupby(section.lines, key=lambda line: line.look):
        lines = list(some)
        for line in [" ".join(map(_line, lines))] if look is Look.SENTENCE else map(_line, lines):
            if before and (look in _APART or (before in _LISTED) is not (look in _LISTED)):
                yield ""
            yield _BEFORE[look] + line
            before = look
    for number in range(section.room):
        yield from ([""] if number or before else [])
        yield _RULE


def _line(line: Line) -> str:
    words = _text(f"“{line.text}”" if line.look is Look.WORDS else line.text)
    return f"{words} *({_text(line.note)})*" if line.note else words


def _table(section: Section) -> Iterator[str]:
    yield f"| {' | '.join(map(_text, section.columns))} |"
    yield f"|{' --- |' * len(section.columns)}"
    for line in section.lines:
        yield f"| {' | '.join(map(_text, line.cells))} |"


def _text(text: str) -> str:
    """The text escaped; a colon before a space acts as nothing."""
    return escaped(plain(text)).replace("\\: ", ": ")
