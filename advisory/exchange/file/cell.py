"""Keep a spreadsheet from running the text of a cell as a formula."""

import re

TRIGGERS = "=+-@\t\r\n\0＝＋－＠"
"""First characters that start a formula in some program. LibreOffice drops a leading NUL and runs what follows."""

_RISKY = re.compile(f"'*[{re.escape(TRIGGERS)}]").match
_GUARDED = re.compile(f"'+[{re.escape(TRIGGERS)}]").match


def guard(text: str) -> str:
    """Put an apostrophe before a text that would start a formula.

    A text that already has apostrophes before such a character gets one more, so that `unguard` restores every text.
    """
    return f"'{text}" if _RISKY(text) else text


def unguard(text: str) -> str:
    """Undo `guard`: remove one apostrophe if what follows the apostrophes would start a formula."""
    return text[1:] if _GUARDED(text) else text
