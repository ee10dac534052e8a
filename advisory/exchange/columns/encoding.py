"""Tell the encoding of a table by its header: in the right one, it has words that schools use for their columns."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from advisory.exchange.file.decode import Text, split_lines
from advisory.exchange.file.text import read_text

from .column_names import listed_names

_HEAD = 30
"""How many of the first lines may hold the header."""
_WORD = re.compile(r"\w+")
_ENCODINGS = (
    ("cp932", "Shift JIS, for Japanese"),
    ("gb18030", "GB 18030, for Chinese"),
    ("big5", "Big5, for Chinese"),
    ("cp949", "Windows-949, for Korean"),
    ("cp1250", "Windows-1250, for Central Europe"),
    ("cp1251", "Windows-1251, for Cyrillic"),
    ("cp1253", "Windows-1253, for Greek"),
    ("cp1254", "Windows-1254, for Turkish"),
    ("cp1255", "Windows-1255, for Hebrew"),
    ("cp1256", "Windows-1256, for Arabic"),
    ("cp1257", "Windows-1257, for the Baltic"),
    ("mac_roman", "Mac Roman"),
    ("cp850", "DOS code page 850"),
)
"""What Excel and older programs write, in the order in which they are tried."""


def read_table_text(name: str, data: bytes) -> Text:
    """Decode a file as `read_text` does; where that guessed Windows-1252, let a header that makes more sense decide."""
    text = read_text(name, data)
    if not text.notices:
        return text
    most, found = len(_known_words(text.lines)), text
    for encoding, label in _ENCODINGS:
        try:
            lines = split_lines(data.decode(encoding))
        except UnicodeDecodeError:
            continue
        if (count := len(_known_words(lines))) > most:
            notice = f"{name} is not UTF-8: read as {label}, as its header tells; look at the names."
            most, found = count, Text(lines, (notice,))
    return found


def _known_words(lines: Sequence[str]) -> set[str]:
    """The words beyond ASCII among the first lines that the list of column names has, spelled just so."""
    return {word for line in lines[:_HEAD] for word in _words(line) if word in _listed()}


@cache
def _listed() -> frozenset[str]:
    return frozenset(word for name in listed_names() for word in _words(name))


def _words(text: str) -> Iterator[str]:
    if not text.isascii():
        folded = unicodedata.normalize("NFC", text).casefold()
        yield from (word for word in _WORD.findall(folded) if not word.isascii())
