"""The inverse of read_capture for round-trip tests: what was saved, or read, written as a capture line again."""

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from advisory.model import CheckIn, FollowUp
from advisory.model.words import CheckInState, Medium, Party, Tone, Visibility
from advisory.rules.capture import mark
from advisory.rules.capture.day import SOMEDAY, looks_like_day_mark
from advisory.rules.capture.mark import as_tag
from advisory.rules.capture.place import OPERATORS
from advisory.rules.capture.reading import PromiseRead, Reading
from advisory.rules.capture.rest import WORD

_DOTS = ".."


def reading_of(check_in: CheckIn, promises: Iterable[FollowUp] = ()) -> Reading:
    """The capture line, in parts, that would produce this check-in and these promises.

    Left out is what no mark can express: a tag of digits, family or staff as initiator, and the body; and the kind, which a
    line leaves to the number of students.
    """
    return Reading(
        happened_on=check_in.happened_on,
        text=check_in.line,
        tags=tuple(dict.fromkeys(tag for tag in map(as_tag, check_in.tags) if mark.mark_of(f"#{tag}"))),
        promises=tuple(PromiseRead(promise.text.strip(), promise.due_on, promise.owner) for promise in promises),
        minutes=check_in.minutes,
        tone=check_in.tone,
        not_made_reason=check_in.not_made_reason,
        student_started=check_in.initiator is Party.STUDENT,
        medium=check_in.medium,
        visibility=check_in.visibility,
        is_jot=check_in.state is CheckInState.JOT,
    )


def write_capture(reading: Reading, today: date) -> str:
    """The line that would be read as this, with dates in full.

    A promise due before today can be written this way, but read_capture refuses it.
    """
    head = [",".join(name.text for name in reading.names)] if reading.names else []
    if reading.happened_on != today:
        head.append(f"{reading.happened_on.isoformat()}:")
    marked = reading
    if (
        reading.minutes is not None and _last_word(reading.text) in OPERATORS
    ):  # behind it, the minutes would be a number
        head.append(f"~{reading.minutes}")
        marked = replace(reading, minutes=None)
    parts = [_plain(reading.text, today), *_marks(marked)]
    body = " ".join(parts if parts[0] else parts[1:])
    last = _last_word(body)
    if reading.is_jot:
        body = f"{body} {_DOTS}" if body else _DOTS
    elif mark.is_jot(last):
        end = len(body.rstrip()) - len(last)
        body = f"{body[:end]}{mark.ESCAPE}{body[end:]}"
    return " ".join([*head, body] if body else head)


def _marks(reading: Reading) -> list[str]:
    written = [f"#{tag}" for tag in reading.tags]
    if reading.minutes is not None:
        written.append(f"~{reading.minutes}")
    if reading.tone is not Tone.NEUTRAL:
        written.append("*" if reading.tone is Tone.CELEBRATE else "?")
    if reading.student_started:
        written.append("<")
    if reading.medium is not Medium.IN_PERSON:
        written.append(f"%{reading.medium.value}")
    if reading.visibility is not Visibility.PRIVATE:
        written.append(f"!{reading.visibility.value}")
    if reading.kind is not None:
        written.append(f"&{reading.kind.value}")
    if reading.person is not None:
        written.append(f"@{reading.person.text}")
    if reading.not_made_reason is not None:
        written.append(f"-{reading.not_made_reason.value}")
    for promise in reading.promises:
        due = promise.due_on.isoformat() if promise.due_on else SOMEDAY
        owner = "" if promise.owner is Party.ADVISOR else f" @{promise.owner.value}"
        written += (f">{due}{owner}", _escaped(promise.text))
    return written


def _plain(text: str, today: date) -> str:
    """The note with a backslash before each word that would be read as a mark or a date."""
    words = text.split(maxsplit=1)
    if words and looks_like_day_mark(words[0], today):
        before = len(text) - len(text.lstrip())
        return f"{text[:before]}{mark.ESCAPE}{_escaped(text[before:])}"
    return _escaped(text)


def _escaped(text: str) -> str:
    return WORD.sub(lambda found: f"{mark.ESCAPE if mark.mark_of(found[0]) else ''}{found[0]}", text)


def _last_word(text: str) -> str:
    return next(iter(text.split()[-1:]), "")
