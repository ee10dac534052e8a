"""Write pages for others as one HTML file to print from a browser, without scripts and without anything to download."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import count, groupby

from advisory.exchange.file.html_head import html_head
from advisory.exchange.page.pact_content import plain
from advisory.exchange.page.paper import SPREAD
from advisory.rules.sheet.sheet_page import Line, Look, Section, SheetPage

from .sheet_fit import fitting, rows_of, with_room
from .sheet_style import STYLE

_CLASS = {Look.WORDS: ' class="words"', Look.MET: ' class="tick met"', Look.OPEN: ' class="tick"'}
_DAY = re.compile(r"(?<=\b[A-Z][a-z]{2}) (?=\d)")
"""The space in `Nov 12`, where no line should end."""
_RULE = '<div class="rule"></div>'
_PROSE = frozenset((Look.TEXT, Look.SENTENCE))


def sheet_html(pages: Sequence[SheetPage]) -> str:
    """The whole file, each page beginning on a new sheet. The longer a page, the smaller its type."""
    titles = dict.fromkeys(page.title for page in pages)
    head = html_head(escape(", ".join(titles)), STYLE)
    return "\n".join([head, "<main>", *map(_article, pages), "</main>", "</body>", "</html>", ""])


def _article(page: SheetPage) -> str:
    setting = fitting(page)
    points, leading, between = setting or SPREAD
    parts = _parts(with_room(page, setting) if setting else page, f"margin-top: {between}em")
    return "\n".join([f'<article style="font-size: {points}pt; line-height: {leading}">', *parts, "</article>"])


def _parts(page: SheetPage, gap: str) -> Iterator[str]:
    yield f'<header><p class="kind">{_text(page.title)}</p>'
    yield f'<h1 dir="auto">{_text(page.name)}</h1>'
    yield f'<p class="for">{_text(page.for_whom)}</p></header>' if page.for_whom else "</header>"
    for row in rows_of(page.sections):
        look = ' class="row"' if len(row) > 1 else ' class="room"' if row[0].room else ""
        yield f'<div{look} style="{gap}">{"".join(map(_section, row))}</div>'
    yield '<div class="space"></div>'
    yield f"<footer>{_text(page.foot)}</footer>"


def _section(section: Section) -> str:
    heading = f"<h2>{_text(section.heading)}</h2>" if section.heading else ""
    inside = _table(section) if section.columns else "".join(_lines(section.lines))
    return f"<section>{heading}{inside}{_RULE * section.room}</section>"


def _lines(lines: Iterable[Line]) -> Iterator[str]:
    for look, some in groupby(lines, key=lambda line: line.look if line.look in _PROSE else Look.ITEM):
        match look:
            case Look.TEXT:
                yield from (f'<p dir="auto">{_line(line)}</p>' for line in some)
            case Look.SENTENCE:
                yield f'<p dir="auto">{" ".join(map(_line, some))}</p>'
            case _:
                items = (f'<li{_CLASS.get(line.look, "")} dir="auto">{_line(line)}</li>' for line in some)
                yield f"<ul>{''.join(items)}</ul>"


def _line(line: Line) -> str:
    words = _text(f"“{line.text}”" if line.look is Look.WORDS else line.text)
    return f'{words} <span class="note">{_DAY.sub("&nbsp;", _text(line.note))}</span>' if line.note else words


def _table(section: Section) -> str:
    counts = {
        number
        for number, cells in zip(count(), zip(*(line.cells for line in section.lines), strict=True), strict=False)
        if all(cell.isdecimal() or not cell for cell in cells)
    }
    look = [' class="count"' if number in counts else "" for number in range(len(section.columns))]
    head = "".join(f"<th{at}>{_text(column)}</th>" for at, column in zip(look, section.columns, strict=True))
    rows = (
        "".join(f'<td{at} dir="auto">{_text(cell)}</td>' for at, cell in zip(look, line.cells, strict=True))
        for line in section.lines
    )
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _text(text: str) -> str:
    return escape(" ".join(plain(text).split()))
