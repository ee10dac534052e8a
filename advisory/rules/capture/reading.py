"""The content of a capture line once it is read."""

from collections.abc import Iterable
from datetime import date

import msgspec

from advisory.model import CheckIn, FollowUp
from advisory.model.words import CheckInState, Medium, Party, Tone, Visibility
from advisory.rules.days.day_words import format_day
from advisory.rules.names.token import NameToken

from .mark import as_tag


class PromiseRead(msgspec.Struct, frozen=True):
    """A promise by the advisor; `due_on` is None for someday."""

    text: str
    due_on: date | None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of a capture line. `text` is the note, with spaces and line breaks as typed."""

    names: tuple[NameToken, ...] = ()
    happened_on: date
    text: str = ""
    tags: tuple[str, ...] = ()
    promises: tuple[PromiseRead, ...] = ()
    minutes: int | None = None
    celebrates: bool = False
    student_started: bool = False
    medium: Medium = Medium.IN_PERSON
    visibility: Visibility = Visibility.PRIVATE
    is_jot: bool = False


def reading_of(check_in: CheckIn, promises: Iterable[FollowUp] = ()) -> Reading:
    """The capture line, in parts, that would produce this check-in and the advisor's promises among `promises`.

    Left out is what no mark can express: the kind, a concern, family or staff as initiator, and the body.
    """
    return Reading(
        happened_on=check_in.happened_on,
        text=check_in.line,
        tags=tuple(dict.fromkeys(filter(None, map(as_tag, check_in.tags)))),
        promises=tuple(
            PromiseRead(promise.text.strip(), promise.due_on) for promise in promises if promise.owner is Party.ADVISOR
        ),
        minutes=check_in.minutes,
        celebrates=check_in.tone is Tone.CELEBRATE,
        student_started=check_in.initiator is Party.STUDENT,
        medium=check_in.medium,
        visibility=check_in.visibility,
        is_jot=check_in.state is CheckInState.JOT,
    )


def reading_words(reading: Reading, today: date) -> list[str]:
    """The parts of a line in words, except its names and text. The date and the visibility are always included."""
    words = [format_day(reading.happened_on, today)]
    if reading.minutes is not None:
        words.append(f"{reading.minutes} min")
    if reading.student_started:
        words.append("they started it")
    if reading.medium is not Medium.IN_PERSON:
        words.append(reading.medium.label)
    words += [f"#{tag}" for tag in reading.tags]
    if reading.celebrates:
        words.append("celebrates")
    words += [f"I promise: {promise_words(promise, today)}" for promise in reading.promises]
    words.append(reading.visibility.label)
    if reading.is_jot:
        words.append("a jot to finish")
    return words


def promise_words(promise: PromiseRead, today: date) -> str:
    """A promise with its due date, if it has one."""
    return promise.text if promise.due_on is None else f"{promise.text}, {format_day(promise.due_on, today)}"
