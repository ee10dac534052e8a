"""Write a panel's page as one HTML file to print from a browser, without scripts and without anything to download."""

from collections.abc import Iterable, Iterator
from html import escape

from .html_page import HtmlPage
from .html_style import html_file
from .panel_content import PanelPage, Shown
from .panel_fit import fitting
from .paper import SPREAD

_STYLE = """\
.asked blockquote { font-size: 1.4rem; line-height: 1.3; font-style: italic; text-wrap: pretty; }
.said { flex: 1; display: flex; flex-direction: column; }
.said .row { flex: 1; }
.room { border-top: 2px solid #1d5b57; padding-top: .5rem; min-height: 9rem; }
.shows { color: #5c5751; }
"""


def panel_html(page: PanelPage) -> HtmlPage:
    """The whole file. The longer the page, the smaller the type; a page that does not fit then prints on several sheets."""
    setting = fitting(page)
    return HtmlPage(html_file(page.kind, setting or SPREAD, _parts(page), _STYLE), setting is not None)


def _parts(page: PanelPage) -> Iterator[str]:
    yield f'<header><p class="kind">{escape(page.kind)}</p><h1 dir="auto">{escape(page.student)}</h1>'
    yield f'<p class="two">{escape(page.setting)}</p></header>'
    if page.claim:
        words = f'<blockquote class="pre" dir="auto">{escape(page.claim)}</blockquote>'
        yield f'<section class="asked"><h2>The question or claim</h2>{words}</section>'
    if page.shown:
        yield _section("What is shown", map(_shown, page.shown))
    if page.look_for:
        yield _section("What to look for", (f'<span class="box"></span>{escape(line)}' for line in page.look_for))
    rooms = "".join(f'<div class="room"><h2>{title}</h2></div>' for title in ("Wow: …", "I wonder: …"))
    yield f'<section class="said"><div class="row">{rooms}</div></section>'
    yield f"<footer>{escape(' · '.join(filter(None, ('; '.join(one.words for one in page.panel), page.foot))))}</footer>"


def _section(title: str, items: Iterable[str]) -> str:
    lines = "".join(f'<li dir="auto">{item}</li>' for item in items)
    return f"<section><h2>{title}</h2><ul>{lines}</ul></section>"


def _shown(one: Shown) -> str:
    subject = f" ({escape(one.subject)})" if one.subject else ""
    shows = f': <span class="shows">{escape(one.shows)}</span>' if one.shows else ""
    return f'<span class="box"></span>{escape(one.title)}{subject}{shows}'
