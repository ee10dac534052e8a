"""Text that people wrote, for a Markdown file: escaped, so that nothing in it acts as markup."""

import re
from collections.abc import Iterator

_ACTS = re.compile(r"([\\`*_{}\[\]<>#|~^$!&@:])")
"""Characters that may be markup anywhere in a line."""
_BEGINS = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)]))", re.MULTILINE)
"""What may be markup at the beginning of a line: a list item, a rule or a heading."""


def quoted(text: str) -> Iterator[str]:
    """The lines of a quotation."""
    return (f"> {line}" for line in wrapped(text))


def wrapped(text: str) -> Iterator[str]:
    """The lines of a text, with hard line breaks between them."""
    *lines, last = text.split("\n")
    yield from (f"{escaped(line)}\\" if line.strip() else "" for line in lines)
    yield escaped(last)


def escaped(text: str) -> str:
    """Plain text on one line, escaped."""
    escaped = _ACTS.sub(r"\\\1", " ".join(text.split()))
    return _BEGINS.sub(_escaped_beginning, escaped)


def _escaped_beginning(found: re.Match[str]) -> str:
    blanks, sign, digits, end = found.groups()
    return f"{blanks}\\{sign}" if sign else f"{blanks}{digits}\\{end}"
