"""What a capture line says, once it is read."""

from collections.abc import Iterable
from datetime import date

import msgspec

from advisory.model import CheckIn, FollowUp
from advisory.model.words import CheckInState, Medium, Party, Tone, Visibility
from advisory.rules.days.day_words import say_day
from advisory.rules.names.token import NameToken

from .mark import as_tag


class PromiseRead(msgspec.Struct, frozen=True):
    """Something the advisor promised; `due_on` is None for someday."""

    text: str
    due_on: date | None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A line taken apart. `text` is the note, its blanks and line ends as they were typed."""

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
    """What a line would have to say for this record, and for the advisor's promises among those that came from it.

    What no mark can say is left out: the kind, a concern, who of family or staff started it, more than the one line.
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
    """How a line is read, part by part, but for its names and its text. The day and who may read it are always said."""
    words = [say_day(reading.happened_on, today)]
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
    """A promise with its day, if it has one."""
    return promise.text if promise.due_on is None else f"{promise.text}, {say_day(promise.due_on, today)}"
