"""The content of a capture line once it is read."""

from datetime import date

import msgspec

from advisory.model.words import Medium, Visibility
from advisory.rules.days.day_words import format_day
from advisory.rules.names.token import NameToken


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
    words += [f"you promise: {promise_words(promise, today)}" for promise in reading.promises]
    words.append(reading.visibility.label)
    if reading.is_jot:
        words.append("to finish later")
    return words


def promise_words(promise: PromiseRead, today: date) -> str:
    """A promise with its due date, if it has one."""
    return promise.text if promise.due_on is None else f"{promise.text}, {format_day(promise.due_on, today)}"
