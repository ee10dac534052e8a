"""Bytes of unknown origin to text: school systems export UTF-8, UTF-16 and Windows-1252, and people pick the wrong file."""

import codecs
import re

import msgspec

from .error import FileError
from .excerpt import line_list

_MARKS = (  # the longer before the shorter that begins it
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_KINDS = (
    (re.compile(rb"%PDF"), "is a PDF; export the roster as CSV"),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "is an old Excel workbook; save it as CSV UTF-8"),
    (re.compile(rb"PK\x03\x04"), "is a zip file inside another; unpack it first"),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8"), "is a picture, no text"),
    (re.compile(rb"\x1f\x8b"), "is compressed, no text; unpack it first"),
    (re.compile(rb"\s*<(?:[!?]|html)", re.IGNORECASE), "is a web page or XML, no roster; export the roster as CSV"),
    (re.compile(rb"\s*[{[]\s*[{\"]"), "looks like JSON, no roster; export the roster as CSV"),
)
_LINE_OF_BYTES = re.compile(rb"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_CONTROLS = bytes(code for code in (*range(32), 127) if chr(code) not in "\t\n\r\f\v\x1a\x1b")
_LONGEST_WORD = 1000


class Text(msgspec.Struct, frozen=True):
    """A file as lines, each with its line end (CR LF, LF or CR) as in the file."""

    lines: list[str]
    notices: tuple[str, ...] = ()


def read_text(name: str, data: bytes) -> Text:
    """Decode a file; FileError, which begins with the file's `name`, when it is empty or no text.

    A line that is not UTF-8 is read as Windows-1252, with a notice of which.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise FileError(f"{name} is empty.")
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "utf-8")
    for kind, what in _OTHER_KINDS:
        if kind.match(data.removeprefix(codecs.BOM_UTF8)):
            raise FileError(f"{name} {what}.")
    notices: tuple[str, ...] = ()
    try:
        lines = split_lines(data.decode(encoding))
    except UnicodeDecodeError:
        if encoding != "utf-8" or _control_share(data) > 0.02:  # noqa: PLR2004 - far more than any typing slip
            raise FileError(f"{name} is no text, or was damaged on the way; export the roster as CSV again.") from None
        lines, notice = _read_line_by_line(name, data)
        notices = (notice,)
    text = "".join(lines)
    if not text.strip("\ufeff\0 \t\r\n"):
        raise FileError(f"{name} is empty.")
    if _control_share(text.encode()) > 0.1 or _is_one_word(text):  # noqa: PLR2004 - half of UTF-16 read wrongly is 0.5
        raise FileError(f"{name} is no text that holds names; choose the file that the school system exported.")
    return Text(lines, notices)


def split_lines(text: str) -> list[str]:
    """The lines with their ends; only CR LF, LF and CR end one, as in a person's editor."""
    return _LINE.findall(text)


def _read_line_by_line(name: str, data: bytes) -> tuple[list[str], str]:
    """The lines of a file that is not all UTF-8, and a notice of those that were read as Windows-1252.

    Where such lines are the fewer, each line is read for itself, so that one pasted name does not spoil all others.
    Else the whole file is Windows-1252, and a line that could be either (`ë–Œ` is one letter in UTF-8) is that too.
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


def _control_share(data: bytes) -> float:
    return 1 - len(data.translate(None, delete=_CONTROLS)) / len(data)


def _is_one_word(text: str) -> bool:
    return len(text) > _LONGEST_WORD and len(text.split(maxsplit=1)) == 1 and not any(mark in text for mark in ",;")
