"""Decode the bytes of a file from somebody else's program into lines of text."""

import codecs
import re

import msgspec

from .error import FileError
from .excerpt import line_list

_BYTE_ORDER_MARKS = (  # the marks of UTF-16 begin those of UTF-32, so the longer ones come first
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_OF_BYTES = re.compile(rb"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_CONTROLS = bytes(code for code in (*range(32), 127) if chr(code) not in "\t\n\r\f\v\x1a\x1b")
_BLANK = "\ufeff\0 \t\r\n"


class Text(msgspec.Struct, frozen=True):
    """A file as lines, each with its line end (CR LF, LF or CR) as in the file."""

    lines: list[str]
    notices: tuple[str, ...] = ()


def decode(name: str, data: bytes, *, advice: str) -> Text:
    """Decode a file. A line that is not UTF-8 is read as Windows-1252, with a notice that names it.

    Raises FileError when the file is empty or not text; the error begins with the file's `name` and ends with `advice`.
    """
    encoding = next((encoding for mark, encoding in _BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    notices: tuple[str, ...] = ()
    try:
        lines = split_lines(data.decode(encoding))
    except UnicodeDecodeError:
        if encoding != "utf-8" or control_share(data) > 0.02:  # noqa: PLR2004 - far more than any typing slip
            raise FileError(f"{name} is not text, or was damaged on the way: {advice}.") from None
        lines, notice = _decode_line_by_line(name, data)
        notices = (notice,)
    if all(not line.strip(_BLANK) for line in lines):
        raise FileError(f"{name} is empty.")
    return Text(lines, notices)


def split_lines(text: str) -> list[str]:
    """The lines with their ends. As in a text editor, only CR LF, LF and CR end a line."""
    return _LINE.findall(text)


def control_share(data: bytes) -> float:
    """The share of control characters in some bytes: near 0 in text, high in anything else."""
    return 1 - len(data.translate(None, delete=_CONTROLS)) / len(data)


def _decode_line_by_line(name: str, data: bytes) -> tuple[list[str], str]:
    """The lines of a file that is not all UTF-8, and a notice that names those read as Windows-1252.

    If most accented lines are UTF-8, each line is decoded on its own, so that one pasted name does not spoil the rest.
    Otherwise every accented line is read as Windows-1252, even one that happens to be valid UTF-8 (such as `ë–Œ`).
    """
    raw = _LINE_OF_BYTES.findall(data)
    accented = [number for number, line in enumerate(raw, start=1) if not line.isascii()]
    older = [number for number in accented if not _is_utf8(raw[number - 1])]
    if len(older) * 2 >= len(accented):
        older = accented
    windows = set(older)
    lines = [
        line.decode("cp1252", errors="replace") if number in windows else line.decode()
        for number, line in enumerate(raw, start=1)
    ]
    return lines, f"{name} is not all UTF-8: {line_list(older)} read as Windows-1252; look at the accents there."


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True
