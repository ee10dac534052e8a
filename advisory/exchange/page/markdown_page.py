"""Write a pact's page in Markdown, to paste into another document. All text people wrote is escaped."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from .pact_content import Doing, PactPage, Side

_ACTS = re.compile(r"([\\`*_{}\[\]<>#|~^$!&@:])")
"""Characters that may be markup anywhere in a line."""
_BEGINS = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)]))", re.MULTILINE)
"""What may be markup at the beginning of a line: a list item, a rule or a heading."""
_LINE = "\\_" * 24
_MOST = 5


def as_markdown(page: PactPage) -> str:
    """The whole page, with a line end at its end."""
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
        ("Next review", page.look),
        ("It runs", page.span),
        ("How sure", f"{page.confidence} of {_MOST}" if page.confidence else ""),
    ]
    lines = [f"- **{title}**: {fact}" for title, fact in facts if fact]
    yield from ("", *lines) if lines else ()


def _signature(side: Side) -> Iterator[str]:
    if side.agreement:
        yield f"{_text(side.name)}, {side.agreement}"
    if not side.is_written:
        yield from ("", f"{_LINE} {_text(side.name)}") if side.agreement else (f"{_LINE} {_text(side.name)}",)


def _quoted(text: str) -> Iterator[str]:
    return (f"> {line}" for line in _wrapped(text))


def _wrapped(text: str) -> Iterator[str]:
    """The lines of a text, with hard line breaks between them."""
    *lines, last = text.split("\n")
    yield from (f"{_text(line)}\\" if line.strip() else "" for line in lines)
    yield _text(last)


def _text(text: str) -> str:
    """Plain text on one line, escaped."""
    escaped = _ACTS.sub(r"\\\1", " ".join(text.split()))
    return _BEGINS.sub(_escaped_beginning, escaped)


def _escaped_beginning(found: re.Match[str]) -> str:
    blanks, sign, digits, end = found.groups()
    return f"{blanks}\\{sign}" if sign else f"{blanks}{digits}\\{end}"
