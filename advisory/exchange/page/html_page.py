"""Write a pact's page as one HTML file to print from a browser, without scripts and without anything to download."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple

from .html_fit import fitting
from .html_style import html_file
from .pact_content import Doing, PactPage, Side, SuccessTick
from .paper import SPREAD

_MOST = 5


class HtmlPage(NamedTuple):
    """The file's text, and whether it fits on one sheet of A4 or Letter."""

    text: str
    is_one_sheet: bool


def as_html(page: PactPage) -> HtmlPage:
    """The whole file. The longer the page, the smaller the type; a page that does not fit then prints on several sheets."""
    setting = fitting(page)
    return HtmlPage(html_file("Goal pact", setting or SPREAD, _parts(page)), setting is not None)


def _parts(page: PactPage) -> Iterator[str]:
    yield '<header><p class="kind">Goal pact</p>'
    if page.title:
        yield f'<h1 dir="auto">{_text(page.title)}</h1>'
    yield f'<p class="two">{_name(page.student)} and {_name(page.advisor)}</p></header>'
    yield _section(
        "Learning target", f'<blockquote class="pre" dir="auto">{_text(page.learning_target)}</blockquote>', "target"
    )
    yield from _beginning(page)
    if page.success:
        yield _section("How we will both know", _list(map(_tick, page.success)))
    yield f'<section class="row">{_does(page.student)}{_does(page.advisor)}</section>'
    if page.others:
        yield _section("Who else", _list(f"<b>{_text(who)}</b>: {_text(what)}" for who, what in page.others), "else")
    yield from _facts(page)
    if any(page.ending):
        ending = "".join(f'<p class="pre" dir="auto">{_text(line)}</p>' for line in page.ending if line)
        yield _section("How it ended, and what comes next", ending)
    yield '<div class="space"></div>'
    yield f'<div class="signs">{_sign(page.student)}{_sign(page.advisor)}</div>'
    yield f"<footer>{' · '.join(map(_text, page.foot))}</footer>"


def _beginning(page: PactPage) -> Iterator[str]:
    """Why it matters and where they start, in two columns; either alone takes the whole width."""
    why = (
        _block(f"Why it matters, in {_name(page.student)}’s words", f"“{_text(page.why)}”", "quote") if page.why else ""
    )
    start = _block("Where we start", _text(page.starting_point)) if page.starting_point else ""
    if why or start:
        yield f'<section class="row{"" if why and start else " one"}">{why}{start}</section>'


def _block(title: str, words: str, look: str = "") -> str:
    return f'<div><h2>{title}</h2><p class="pre {look}" dir="auto">{words}</p></div>'


def _tick(line: SuccessTick) -> str:
    box = f'<span class="box{" met" if line.met else ""}"></span>'
    return f"{box}{_text(line.text)}" + (f' <span class="met-on">met {line.met}</span>' if line.met else "")


def _does(side: Side) -> str:
    return f'<div class="does"><h2>What {_name(side)} will do</h2>{_list(map(_doing, side.does))}</div>'


def _doing(doing: Doing) -> str:
    return _text(doing.text) + (f'<span class="often">, {_text(doing.how_often)}</span>' if doing.how_often else "")


def _facts(page: PactPage) -> Iterator[str]:
    sure = page.confidence or 0
    circles = f'<span class="sure">{"●" * sure}{"○" * (_MOST - sure)}</span> {sure} of {_MOST}' if sure else ""
    facts = [("Next review", _text(page.look)), ("It runs", _text(page.span)), ("How sure", circles)]
    cells = [f"<div><h2>{title}</h2><p>{fact}</p></div>" for title, fact in facts if fact]
    if cells:
        yield f'<section class="facts">{"".join(cells)}</section>'


def _sign(side: Side) -> str:
    """A line to sign on. The name is on it if they signed or typed it already, but not after a spoken yes."""
    written = f'<span dir="auto">{_text(side.name)}</span>' if side.is_written else ""
    return f'<div class="sign"><div class="line">{written}</div><p>{_name(side)}<span class="on">{_text(side.agreement or "date")}</span></p></div>'


def _section(title: str, inside: str, kind: str = "") -> str:
    return f'<section class="{kind}"><h2>{title}</h2>{inside}</section>'


def _list(items: Iterable[str]) -> str:
    return "".join(["<ul>", *(f'<li dir="auto">{item}</li>' for item in items), "</ul>"])


def _name(side: Side) -> str:
    return f"<bdi>{_text(side.name)}</bdi>"


def _text(text: str) -> str:
    return escape(text)
