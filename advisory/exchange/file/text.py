"""Read a file of names as text, and refuse files that people pick by mistake."""

import codecs
import re

from .decode import Text, control_share, decode
from .error import FileError

_OTHER_KINDS = (
    (re.compile(rb"%PDF"), "is a PDF; export the roster as CSV"),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "is an old Office file that can't be read here; save it as CSV UTF-8"),
    (re.compile(rb"PK\x03\x04"), "is a zip file inside another; unpack it first"),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8"), "is a picture, not text"),
    (re.compile(rb"\x1f\x8b"), "is compressed; unpack it first"),
    (
        re.compile(rb"\s*BEGIN:VCALENDAR", re.IGNORECASE),
        "is a calendar, not a roster; give it to the import of days off, and a CSV of students here",
    ),
    (
        re.compile(rb"\s*BEGIN:VCARD", re.IGNORECASE),
        "is a set of contact cards, not a roster; export the roster as CSV",
    ),
    (re.compile(rb"\{\\rtf"), "is a document, not a roster; save it as plain text, or export the roster as CSV"),
    (
        re.compile(rb"(?:From|Subject|MIME-Version|Received|Return-Path|Delivered-To): "),
        "is an email or a saved web page, not a roster; export the roster as CSV",
    ),
    (re.compile(rb"ID;P"), "is a spreadsheet in an old format (SYLK); save it as CSV UTF-8"),
    (re.compile(rb"SQLite format 3"), "is a database, not a roster; export the roster as CSV"),
    (
        re.compile(rb"\s*<(?:[!?]|[a-z][a-z0-9:-]*[\s/>])", re.IGNORECASE),
        "is a web page or XML, not a roster; export the roster as CSV",
    ),
    (re.compile(rb"\s*[{[]\s*[{\"]"), "looks like JSON, not a roster; export the roster as CSV"),
)
_LONGEST_WORD = 1000


def read_text(name: str, data: bytes) -> Text:
    """Decode a file that should hold names. Raises FileError, which begins with `name`, for any other file."""
    for kind, what in _OTHER_KINDS:
        if kind.match(data.removeprefix(codecs.BOM_UTF8)):
            raise FileError(f"{name} {what}.")
    text = decode(name, data, advice="export the roster as CSV again")
    whole = "".join(text.lines)
    if control_share(whole.encode()) > 0.1 or _is_one_word(whole):  # noqa: PLR2004 - UTF-16 without its mark has 0.5
        raise FileError(f"{name} is not text that holds names; choose the file that the school system exported.")
    return text


def _is_one_word(text: str) -> bool:
    return len(text) > _LONGEST_WORD and len(text.split(maxsplit=1)) == 1 and not any(mark in text for mark in ",;")
