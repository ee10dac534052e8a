"""The fields of the pact editor, in the order of the conversation, and how to read their values."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from advisory.casework.pact.draft import refuse_without_target
from advisory.model import Commitment, OtherHelp, Pact, RecordError, SuccessLine
from advisory.model.words import ReviewEvery
from advisory.rules.days.day_words import typed_day
from advisory.rules.pact.life import refuse_dates
from advisory.rules.refusal import Refusal
from advisory.tui.dialogs.form.field import Field, FieldKind

from .lines import read_parts, written

DAY_HINT = "e.g. fri, +14, 11/30"
_SURE = {1: "1 not at all", 2: "2 a little", 3: "3 half and half", 4: "4 quite", 5: "5 very sure"}
_ONE_A_LINE = "one on each line"
_LISTS: dict[str, tuple[str, type[Any]]] = {
    "success": ("success_evidence", SuccessLine),
    "theirs": ("student_commitments", Commitment),
    "mine": ("advisor_commitments", Commitment),
    "others": ("others", OtherHelp),
}
"""Form field of a list → field of the pact, and the type of its items."""
FORM_FIELD = {field: name for name, (field, _) in _LISTS.items()}
_WORDS = ("title", "area", "why", "starting_point")
_DAYS = ("next_review_on", "target_on")


class Reading(NamedTuple):
    """The form's values as Pact's fields, and by form field why a value can't be read."""

    changes: dict[str, Any]
    problems: dict[str, Exception]


def pact_fields(pact: Pact | None, usual: tuple[date, date]) -> list[Field]:
    """The fields of a pact, or of a new one with its `usual` days: the first review and the end."""
    every = pact.review_every if pact else ReviewEvery.TWO_WEEKS
    review, target = (pact.next_review_on, pact.target_on) if pact else usual
    sure = [("", "not asked yet"), *((str(number), label) for number, label in _SURE.items())]

    def text_of(field: str) -> str:
        return getattr(pact, field) if pact else ""

    def lines(name: str) -> str:
        return written(getattr(pact, _LISTS[name][0])) if pact else ""

    return [
        Field("learning_target", "Learning target", text_of("learning_target"), "I can …", is_long=True),
        Field("title", "In a word or two", text_of("title"), "e.g. fractions", is_beside=True),
        Field("area", "Subject", text_of("area"), "e.g. math, the lab, getting started", is_beside=True),
        Field("why", "Why it matters to you", text_of("why"), "Their words:", is_long=True),
        Field("starting_point", "Where we start", text_of("starting_point"), "what you can do already", is_long=True),
        Field("success", "How we will both know", lines("success"), _ONE_A_LINE, is_list=True),
        Field("theirs", "What you will do", lines("theirs"), _ONE_A_LINE, is_list=True),
        Field("mine", "What your advisor will do", lines("mine"), _ONE_A_LINE, is_list=True),
        Field("others", "Who else", lines("others"), "e.g. grandmother: reads along", is_list=True),
        Field(
            "confidence",
            "How sure are you",
            str((pact and pact.confidence) or ""),
            choices=sure,
            is_beside=True,
        ),
        Field(
            "review_every",
            "We review it",
            every.value,
            choices=[(word.value, word.label) for word in ReviewEvery],
            is_beside=True,
        ),
        Field("next_review_on", "First review", typed_day(review), DAY_HINT, FieldKind.DAY, is_beside=True),
        Field("target_on", "Ends on", typed_day(target), DAY_HINT, FieldKind.DAY, is_beside=True),
    ]


def read_pact(
    values: dict[str, str], pact: Pact | None, read_day: Callable[[str], date], start_on: date | None
) -> Reading:
    """Read the form. Items of lists keep what `pact` has recorded with them; the days must be in order from `start_on`."""
    changes: dict[str, Any] = {name: values[name].strip() for name in _WORDS}
    problems: dict[str, Exception] = {}

    def read(name: str, field: str, reading: Callable[[], object]) -> None:
        try:
            changes[field] = reading()
        except (Refusal, RecordError) as error:
            problems[name] = error

    for name, (field, kind) in _LISTS.items():
        before = getattr(pact, field) if pact else ()
        read(name, field, partial(read_parts, kind, values[name], before))
    for name in _DAYS:
        text = values[name].strip()
        read(name, name, partial(read_day, text) if text else lambda: None)
    changes["confidence"] = int(values["confidence"]) if values["confidence"] else None
    changes["review_every"] = ReviewEvery(values["review_every"])
    read("learning_target", "learning_target", partial(_target, values["learning_target"]))
    if not problems.keys() & set(_DAYS):
        problems |= _wrong_days(start_on, changes["next_review_on"], changes["target_on"])
    return Reading(changes, problems)


def _target(text: str) -> str:
    refuse_without_target(text)
    return text.strip()


def _wrong_days(start: date | None, look: date | None, end: date | None) -> dict[str, Exception]:
    """The problem with the order of the days, by the field to show it at."""
    for name, days in (
        ("next_review_on", (start, look, None)),
        ("target_on", (start, None, end)),
        ("next_review_on", (start, look, end)),
    ):
        try:
            refuse_dates(*days)
        except Refusal as refusal:
            return {name: refusal}
    return {}
