"""Keep a spreadsheet from running a text, or a part of it, as a formula.

A spreadsheet that opens the file with another separator than the comma cuts our cells at that separator, so a formula may
begin in the middle of a text too. An apostrophe in front of it makes it text wherever the cut falls.
"""

import re
import unicodedata
from collections.abc import Iterator

TRIGGERS = "=+-@\t\r\n\0＝＋－＠"
"""First characters that start a formula in some program. LibreOffice drops a leading NUL and runs what follows."""

_BREAKS = frozenset(";|\t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
"""Where a program may begin a new cell: it is told to split there, or a line ends there."""
_BLANK_AT_THE_START = "\t\r\n\0"
"""What starts a formula at the start of the text only. Elsewhere it would put an apostrophe on each empty line of a note."""
_EQUALS = "=＝"
_FILLERS = "\u034f\u115f\u1160\u2800\u3164\uffa0"
"""Letters and marks that nobody sees."""
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zs", "Mn", "Me"})
_TRIGGER = re.compile(f"[{re.escape(TRIGGERS)}]")


def may_begin_a_cell(line: str) -> bool:
    """Whether anything inside a text or a whole line may need a guard; most have nothing, and this is how to know it fast."""
    if not line.isprintable() or ";" in line or "=" in line or "|" in line:
        return True
    if line.isascii():
        return False
    return (  # each `in` is written out: a loop would take longer than the rest of the line
        "＝" in line
        or "\u034f" in line
        or "\u115f" in line
        or "\u1160" in line
        or "\u2800" in line
        or "\u3164" in line
        or "\uffa0" in line
    )


def guard(text: str) -> str:
    """Put an apostrophe before everything in a text that would start a formula.

    What already has apostrophes before it gets one more, so that `unguard` restores every text.
    """
    parts: list[str] = []
    done = 0
    for at in _starts(text):
        parts.append(text[done:at])
        done = at
    return "'".join([*parts, text[done:]])


def unguard(text: str) -> str:
    """Undo `guard`: remove one apostrophe before everything that would start a formula."""
    parts: list[str] = []
    done = 0
    for at in _starts(text):
        if text[at - 1 : at] == "'":
            parts.append(text[done : at - 1])
            done = at
    return "".join([*parts, text[done:]])


def _starts(text: str) -> Iterator[int]:
    """The places of the characters that would start a formula. Apostrophes before them make no difference.

    An equals sign starts one wherever no letter or digit stands before it, since any other character may be chosen as the
    separator. The others do after a break, with nothing but what is not seen in between: elsewhere they are dashes and plus
    signs, and LibreOffice runs none of them.
    """
    for found in _TRIGGER.finditer(text):
        at = found.start()
        before = at - 1
        while before >= 0 and text[before] == "'":
            before -= 1
        if before < 0:
            yield at
        elif found[0] in _EQUALS:
            if text[before] not in _EQUALS and not _is_word(text[before]):
                yield at
        elif found[0] not in _BLANK_AT_THE_START:
            while before >= 0 and text[before] not in _BREAKS and _is_unseen(text[before]):
                before -= 1
            if before < 0 or text[before] in _BREAKS:
                yield at


def _is_word(character: str) -> bool:
    return character.isalnum() and character not in _FILLERS


def _is_unseen(character: str) -> bool:
    """Whether a program may skip the character before it looks for a formula: a blank, a mark nobody sees, or a quotation mark."""
    return character in "'\"" or character in _FILLERS or unicodedata.category(character) in _UNSEEN
