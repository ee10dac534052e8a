"""Quote text from a file inside a sentence."""

import re

_LONGEST = 60
_UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_MANY_LINES = 10


def excerpt(text: str, longest: int = _LONGEST) -> str:
    """The text on one line, at most `longest` characters, without control characters and direction marks."""
    short = _UNSHOWABLE.sub(" ", text[: longest + 1]).strip()
    return short if len(text) <= longest else f"{short[: longest - 1]}…"


def line_list(lines: list[int]) -> str:
    """Line numbers in words: `line 3`, or `lines 3, 5 and 8`. At most ten are named."""
    if len(lines) == 1:
        return f"line {lines[0]}"
    named = [str(line) for line in lines[:_MANY_LINES]]
    if len(lines) > _MANY_LINES:
        return f"lines {', '.join(named)} and {len(lines) - _MANY_LINES:,} more"
    return f"lines {', '.join(named[:-1])} and {named[-1]}"
