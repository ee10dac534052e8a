"""A pact's page in Markdown, for a document of one's own. What anybody wrote is escaped, so that it is only text."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from .pact_content import Doing, PactPage, Side

_ACTS = re.compile(r"([\\`*_{}\[\]<>#|~^$!&@:])")
"""What may mean more than itself somewhere in a line."""
_BEGINS = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)]))", re.MULTILINE)
"""What may at the beginning of one: a list, a rule, a heading."""
_LINE = "\\_" * 24
_MOST = 5


def as_markdown(page: PactPage) -> str:
    """The whole page, ending in a line end."""
    return "\n".join(_lines(page)).rstrip() + "\n"


def _lines(page: PactPage) -> Iterator[str]:
    yield f"# {_text(page.title) or 'Goal pact'}"
    yield from ("", f"{_text(page.student.name)} and {_text(page.advisor.name)}")
    yield from ("", "## Learning target", "", *_quoted(page.learning_target))
    if page.why:
        yield from ("", "## Why it matters", "", *_quoted(f"“{page.why}”"))
    if page.starting_point:
        yield from ("", "## Where we start", "", *_wrapped(page.starting_point))
    if page.success:
        yield from ("", "## How we will both know", "")
        for line in page.success:
            met = f" ({line.met})" if line.met else ""
            yield f"- [{'x' if line.met else ' '}] {_text(line.text)}{met}"
    yield from ("", "## What we each do", "", *_side_by_side(page))
    if page.others:
        yield from ("", "## Who else", "")
        yield from (f"- **{_text(who)}**: {_text(what)}" for who, what in page.others)
    yield from _facts(page)
    if any(page.ending):
        yield from ("", "## How it ended", "", *(f"- {_text(line)}" for line in page.ending if line))
    yield from ("", "## Agreed", "")
    for side in (page.student, page.advisor):
        yield from (*_signature(side), "")
    yield f"*{_text(' · '.join(page.foot))}*"


def _side_by_side(page: PactPage) -> Iterator[str]:
    yield f"| {_text(page.student.name)} will | {_text(page.advisor.name)} will |"
    yield "| --- | --- |"
    for theirs, mine in zip_longest(page.student.does, page.advisor.does, fillvalue=Doing("", "")):
        yield f"| {_doing(theirs)} | {_doing(mine)} |"


def _doing(doing: Doing) -> str:
    return _text(doing.text) + (f" *({_text(doing.how_often)})*" if doing.how_often else "")


def _facts(page: PactPage) -> Iterator[str]:
    facts = [
        ("We look again", page.look),
        ("It runs", page.span),
        ("How sure", f"{page.confidence} of {_MOST}" if page.confidence else ""),
    ]
    said = [f"- **{title}**: {fact}" for title, fact in facts if fact]
    yield from ("", *said) if said else ()


def _signature(side: Side) -> Iterator[str]:
    if side.said:
        yield f"{_text(side.name)}, {side.said}"
    if not side.is_written:
        yield from ("", f"{_LINE} {_text(side.name)}") if side.said else (f"{_LINE} {_text(side.name)}",)


def _quoted(text: str) -> Iterator[str]:
    return (f"> {line}" for line in _wrapped(text))


def _wrapped(text: str) -> Iterator[str]:
    """The lines of a text as paragraphs of their own would be read: each keeps its end."""
    *lines, last = text.split("\n")
    yield from (f"{_text(line)}\\" if line.strip() else "" for line in lines)
    yield _text(last)


def _text(text: str) -> str:
    """One line of plain text."""
    escaped = _ACTS.sub(r"\\\1", " ".join(text.split()))
    return _BEGINS.sub(_escaped_beginning, escaped)


def _escaped_beginning(found: re.Match[str]) -> str:
    blanks, sign, digits, end = found.groups()
    return f"{blanks}\\{sign}" if sign else f"{blanks}{digits}\\{end}"
