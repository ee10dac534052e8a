"""Cut an .ics file into its events, so that one bad event does not spoil the others."""

import re
from collections.abc import Iterator
from itertools import islice

import msgspec

from advisory.exchange.file.decode import decode
from advisory.exchange.file.error import FileError

from .ics_time import Zones

_ADVICE = "choose the .ics file that the school's calendar page offers, often called “iCal” or “subscribe”"
_ZONE_OF_A_TIME = re.compile(r";TZID=(\"[^\"]*\"|[^;:\r\n]*)", re.IGNORECASE)
_MOST_ZONES = 10
_BLANK = "\ufeff \t\r\n"


class EventText(msgspec.Struct, frozen=True, gc=False):
    """One event as the file has it. `line` counts from 1; `text` is "" when the event has no end."""

    line: int
    text: str


class IcsText(msgspec.Struct, frozen=True):
    """The events of a calendar in the file's order, the time zones it names, and what the advisor should know.

    `cancels` when the whole file is about events that were canceled.
    """

    events: tuple[EventText, ...]
    zones: Zones
    cancels: bool
    notices: tuple[str, ...]


def read_ics_text(name: str, data: bytes) -> IcsText:
    """Cut a file into events. Raises FileError, which begins with the file's `name`, when it is not a calendar."""
    decoded = decode(name, data, advice=_ADVICE)
    lines, notices = decoded.lines, decoded.notices
    if any("\0" in line for line in lines):
        raise FileError(f"{name} is not text: {_ADVICE}.")
    marks = [line.strip(_BLANK).casefold() for line in lines]
    if "begin:vcalendar" not in marks:
        first = next(filter(None, marks))
        what = "is a web page" if first.startswith("<") else "is not a calendar"
        raise FileError(f"{name} {what}: {_ADVICE}.")
    if marks.count("begin:vcalendar") > marks.count("end:vcalendar"):
        notices = (*notices, f"{name} ends in the middle; its last events may be missing.")
    return IcsText(tuple(_events(lines, marks)), _zones(lines, marks), "method:cancel" in marks, notices)


def _zones(lines: list[str], marks: list[str]) -> Zones:
    """The zone in which the calendar is meant to be shown, those it describes, and those its times mention."""
    shown_in = [line.partition(":")[2].strip() for line in lines if line.casefold().startswith("x-wr-timezone")]
    described: dict[str, str] = {}
    begun = None
    for at, mark in enumerate(marks):
        if mark == "begin:vtimezone":
            begun = at
        elif mark == "end:vtimezone" and begun is not None:
            block = [line.rstrip("\r\n") for line in lines[begun : at + 1]]
            name = next((line.partition(":")[2].strip() for line in block if line.casefold().startswith("tzid")), "")
            described.setdefault(name, "\r\n".join(filter(None, block)) + "\r\n")
            begun = None
    mentioned = dict.fromkeys(found[1] for line in lines if (found := _ZONE_OF_A_TIME.search(line)) is not None)
    return Zones(islice((*shown_in, *described, *mentioned), _MOST_ZONES), described)


def _events(lines: list[str], marks: list[str]) -> Iterator[EventText]:
    """Each event from BEGIN:VEVENT to END:VEVENT; an event has no end if another begins inside it."""
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
