"""The content of a capture line once it is read."""

from datetime import date

import msgspec

from advisory.model.words import Kind, Medium, NotMadeReason, Party, Tone, Visibility
from advisory.rules.days.day_words import format_day
from advisory.rules.names.token import NameToken


class PromiseRead(msgspec.Struct, frozen=True):
    """A promise, the advisor's unless another owner is said; `due_on` is None for someday."""

    text: str
    due_on: date | None
    owner: Party = Party.ADVISOR


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of a capture line. `text` is the note, with spaces and line breaks as typed.

    `person` is as typed: it is somebody of the student's family, by the beginning of a name or of the relation.
    """

    names: tuple[NameToken, ...] = ()
    happened_on: date
    text: str = ""
    tags: tuple[str, ...] = ()
    promises: tuple[PromiseRead, ...] = ()
    minutes: int | None = None
    tone: Tone = Tone.NEUTRAL
    student_started: bool = False
    medium: Medium = Medium.IN_PERSON
    visibility: Visibility = Visibility.PRIVATE
    kind: Kind | None = None
    not_made_reason: NotMadeReason | None = None
    person: NameToken | None = None
    is_jot: bool = False

    def kind_of(self, chosen: Kind | None) -> Kind | None:
        """The kind that a mark says, or else the one chosen beside the line, or else what naming a person makes of it."""
        return self.kind or chosen or (Kind.FAMILY_CONTACT if self.person else None)


_TONES = {Tone.CELEBRATE: "celebrates", Tone.CONCERN: "a concern"}
PROMISES = {
    Party.ADVISOR: "you promise",
    Party.STUDENT: "the student promises",
    Party.FAMILY: "the family promises",
    Party.STAFF: "staff promise",
}
"""Owner → how a promise is announced."""


def reading_words(reading: Reading, today: date) -> list[str]:
    """The parts of a line in words, except its names, kind, person and text. The date and the visibility are always included."""
    words = [] if reading.not_made_reason is None else [f"not reached ({reading.not_made_reason.label})"]
    words.append(format_day(reading.happened_on, today))
    if reading.minutes is not None:
        words.append(f"{reading.minutes} min")
    if reading.student_started:
        words.append("they started it")
    if reading.medium is not Medium.IN_PERSON:
        words.append(reading.medium.label)
    words += [f"#{tag}" for tag in reading.tags]
    if reading.tone is not Tone.NEUTRAL:
        words.append(_TONES[reading.tone])
    words += [f"{PROMISES[promise.owner]}: {promise_words(promise, today)}" for promise in reading.promises]
    words.append(reading.visibility.label)
    if reading.is_jot:
        words.append("to finish later")
    return words


def promise_words(promise: PromiseRead, today: date) -> str:
    """A promise with its due date, if it has one."""
    return promise.text if promise.due_on is None else f"{promise.text}, {format_day(promise.due_on, today)}"
