"""A check-in in one line: its kind and its words; of what a student wrote, that it is theirs."""

import msgspec

from advisory.model import CheckIn
from advisory.model.words import Kind, Observer

from .own_hand import feeling_words


class InLine(msgspec.Struct, frozen=True, gc=False):
    """The fields of a check-in that a line shows; names and defaults equal CheckIn's. The day is as in the file."""

    student: str
    happened_on: str
    kind: Kind
    contact_made: bool = True
    line: str = ""
    student_says: str = ""
    feeling: int | None = None
    by: Observer = Observer.ADVISOR
    topic: str = ""
    question: str = ""
    person: str = ""


def kind_words(check_in: CheckIn | InLine) -> str:
    """The kind of a check-in; of what the student wrote, what they left: `their words`."""
    if check_in.by is Observer.ADVISOR:
        return check_in.kind.label
    if check_in.question:
        return "their question"
    return "their words" if check_in.feeling is None else "their feeling"


def line_words(check_in: CheckIn | InLine) -> str:
    """The line of a check-in, after the topic of a group: `sleep: Led the talk`.

    Of what the student wrote, how they feel and their words: `4 of 5, good: “Slept well”`.
    """
    if check_in.by is Observer.ADVISOR:
        return ": ".join(filter(None, (check_in.topic, check_in.line)))
    words = " ".join(f"“{text}”" for text in (check_in.student_says, check_in.question) if text)
    feels = "" if check_in.feeling is None else feeling_words(check_in.feeling)
    return ": ".join(filter(None, (feels, words)))
