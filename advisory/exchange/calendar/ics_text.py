"""The text of an .ics file, cut into its events, so that one bad event spoils no other."""

import codecs
from collections.abc import Iterator
from datetime import tzinfo
from zoneinfo import ZoneInfo

import msgspec

from advisory.exchange.file.error import FileError
from advisory.exchange.file.text import split_lines

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_HOW = "choose the .ics file that the school's calendar page offers, often called “iCal” or “subscribe”"


class EventText(msgspec.Struct, frozen=True, gc=False):
    """One event as it stands in the file: `line` counts as an editor does; `text` is "" where its end is missing."""

    line: int
    text: str


class IcsText(msgspec.Struct, frozen=True):
    """The events of a calendar in the file's order, the time zone it names, and what is to be known of how it was read."""

    events: tuple[EventText, ...]
    zone: tzinfo | None
    notices: tuple[str, ...]


def read_ics_text(name: str, data: bytes) -> IcsText:
    """Cut a file into events; FileError, which begins with the file's `name`, when it is empty or no calendar."""
    text, notices = _decode(name, data)
    lines = split_lines(text)
    marks = [line.strip("\ufeff \t\r\n").casefold() for line in lines]
    if "begin:vcalendar" not in marks:
        what = "is a web page" if text.lstrip("\ufeff \t\r\n").startswith("<") else "is no calendar"
        raise FileError(f"{name} {what}: {_HOW}.")
    if marks.count("begin:vcalendar") > marks.count("end:vcalendar"):
        notices = (*notices, f"{name} ends in the middle; its last events may be missing.")
    return IcsText(tuple(_events(lines, marks)), _zone(lines), notices)


def _zone(lines: list[str]) -> tzinfo | None:
    """The zone in which the calendar is meant to be shown (X-WR-TIMEZONE), if this computer knows it."""
    found = next((line for line in lines if line.casefold().startswith("x-wr-timezone")), "")
    try:
        return ZoneInfo(found.partition(":")[2].strip()) if found else None
    except (ValueError, KeyError, OSError):  # no name of a zone, an unknown one, a folder of the zones
        return None


def _decode(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    if not data.strip(b"\0 \t\r\n"):
        raise FileError(f"{name} is empty.")
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
        notices: tuple[str, ...] = ()
    except UnicodeDecodeError:
        if encoding != "utf-8":
            raise FileError(f"{name} was damaged on the way: {_HOW}.") from None
        text = data.decode("cp1252", errors="replace")
        notices = (f"{name} is not UTF-8 and was read as Windows-1252; look at the accents in the titles.",)
    if "\0" in text:
        raise FileError(f"{name} is no text: {_HOW}.")
    return text, notices


def _events(lines: list[str], marks: list[str]) -> Iterator[EventText]:
    """Each from BEGIN:VEVENT to its END:VEVENT; one in which the next begins has no end."""
    begun = None
    for at, mark in enumerate(marks):
        if mark == "begin:vevent":
            if begun is not None:
                yield EventText(begun + 1, "")
            begun = at
        elif mark == "end:vevent" and begun is not None:
            kept = (line.rstrip("\r\n") for line in lines[begun : at + 1])
            yield EventText(begun + 1, "\r\n".join(line for line in kept if line.strip()) + "\r\n")
            begun = None
    if begun is not None:
        yield EventText(begun + 1, "")
