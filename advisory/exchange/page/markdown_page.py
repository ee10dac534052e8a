"""Write a pact's page in Markdown, to paste into another document. All text people wrote is escaped."""

from collections.abc import Iterator
from itertools import zip_longest

from .markdown_text import escaped, quoted, wrapped
from .pact_content import Doing, PactPage, Side

_LINE = "\\_" * 24
_MOST = 5


def as_markdown(page: PactPage) -> str:
    """The whole page, with a line end at its end."""
    return "\n".join(_lines(page)).rstrip() + "\n"


def _lines(page: PactPage) -> Iterator[str]:
    yield f"# {escaped(page.title) or 'Goal pact'}"
    yield from ("", f"{escaped(page.student.name)} and {escaped(page.advisor.name)}")
    yield from ("", "## Learning target", "", *quoted(page.learning_target))
    if page.why:
        yield from ("", "## Why it matters", "", *quoted(f"“{page.why}”"))
    if page.starting_point:
        yield from ("", "## Where we start", "", *wrapped(page.starting_point))
    if page.success:
        yield from ("", "## How we will both know", "")
        for line in page.success:
            met = f" ({line.met})" if line.met else ""
            yield f"- [{'x' if line.met else ' '}] {escaped(line.text)}{met}"
    yield from ("", "## What we each do", "", *_side_by_side(page))
    if page.others:
        yield from ("", "## Who else", "")
        yield from (f"- **{escaped(who)}**: {escaped(what)}" for who, what in page.others)
    yield from _facts(page)
    if any(page.ending):
        yield from ("", "## How it ended", "", *(f"- {escaped(line)}" for line in page.ending if line))
    yield from ("", "## Agreed", "")
    for side in (page.student, page.advisor):
        yield from (*_signature(side), "")
    yield f"*{escaped(' · '.join(page.foot))}*"


def _side_by_side(page: PactPage) -> Iterator[str]:
    yield f"| {escaped(page.student.name)} will | {escaped(page.advisor.name)} will |"
    yield "| --- | --- |"
    for theirs, mine in zip_longest(page.student.does, page.advisor.does, fillvalue=Doing("", "")):
        yield f"| {_doing(theirs)} | {_doing(mine)} |"


def _doing(doing: Doing) -> str:
    return escaped(doing.text) + (f" *({escaped(doing.how_often)})*" if doing.how_often else "")


def _facts(page: PactPage) -> Iterator[str]:
    facts = [
        ("Next review", page.look),
        ("It runs", page.span),
        ("How sure", f"{page.confidence} of {_MOST}" if page.confidence else ""),
    ]
    lines = [f"- **{title}**: {fact}" for title, fact in facts if fact]
    yield from ("", *lines) if lines else ()


def _signature(side: Side) -> Iterator[str]:
    if side.agreement:
        yield f"{escaped(side.name)}, {side.agreement}"
    if not side.is_written:
        yield from ("", f"{_LINE} {escaped(side.name)}") if side.agreement else (f"{_LINE} {escaped(side.name)}",)
