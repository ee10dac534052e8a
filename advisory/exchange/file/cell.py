"""Text that a spreadsheet must not run as a formula when it opens one of our files."""

import re

TRIGGERS = "=+-@\t\r\n\0＝＋－＠"
"""First characters that start a formula somewhere; LibreOffice drops a leading NUL and runs what follows."""

_RISKY = re.compile(f"'*[{re.escape(TRIGGERS)}]").match
_GUARDED = re.compile(f"'+[{re.escape(TRIGGERS)}]").match


def guard(text: str) -> str:
    """The text with an apostrophe before a first character that would start a formula.

    Apostrophes already standing before such a character get one more, so that `unguard` gives back every text.
    """
    return f"'{text}" if _RISKY(text) else text


def unguard(text: str) -> str:
    """The text as it was before `guard`: without one apostrophe, if what follows the apostrophes asked for it."""
    return text[1:] if _GUARDED(text) else text
