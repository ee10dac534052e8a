"""What each edit of a check-in changed, in words."""

from collections.abc import Iterator
from datetime import date

from advisory.model import CheckIn, Revision
from advisory.model.day_order import show_day
from advisory.model.words import (
    CheckInState,
    Kind,
    Medium,
    NotMadeReason,
    PartOfDay,
    Party,
    Tone,
    Visibility,
    Word,
)
from advisory.tui.desk import Desk
from advisory.tui.prose import Prose, cut, day

_WORDS: dict[str, type[Word]] = {
    "kind": Kind,
    "medium": Medium,
    "initiator": Party,
    "tone": Tone,
    "visibility": Visibility,
    "state": CheckInState,
    "part_of_day": PartOfDay,
    "not_made_reason": NotMadeReason,
}
_TEXTS = {"line", "body", "student_says", "question", "person", "topic"}
_CALLED = {
    "person": "with whom",
    "body": "more",
    "student_says": "their words",
    "question": "their question",
    "happened_on": "day",
    "initiator": "who started it",
    "visibility": "who may read it",
    "counts_one_to_one": "counts as one-to-one",
    "counts_contact": "counts as contact",
    "not_made_reason": "reason",
}


def revision_lines(check_in: CheckIn, desk: Desk, *, longest: int = 1000) -> Iterator[str]:
    """`edited Nov 12 14:03: line was “…”`, the newest first. Texts are cut at `longest` cells."""
    today = desk.caseload.today
    for revision in reversed(check_in.revisions):
        at = revision.at.astimezone()
        words_first = sorted(
            revision.was, key=lambda field: (field != "student", field not in _TEXTS, field.startswith("counts_"))
        )
        was = "; ".join(_was(check_in, revision, field, desk, longest) for field in words_first)
        yield f"edited {day(at.date(), today)} {at:%H:%M}: {was}"


def _was(check_in: CheckIn, revision: Revision, field: str, desk: Desk, longest: int) -> str:
    prose = desk.prose
    called, value = _CALLED.get(field, field.replace("_", " ")), revision.was[field]
    if check_in.kind is Kind.REFERRAL:
        return f"{called} changed"  # a referral keeps no words
    if field == "student":
        return f"moved here from {desk.short(str(value))}"
    if field in {"pact", "insight"}:
        return f"{called} was {'another' if value else 'none'}"
    if field in _TEXTS:
        return f"{called} was “{cut(prose.note(str(value)), longest)}”" if value else f"{called} was empty"
    return f"{called} was {_value_words(field, value, prose)}"


def _value_words(field: str, value: object, prose: Prose) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return prose.notes(map(str, value), ", ") or "none"
    if value is None or value == "":
        return "not said"
    if field == "happened_on":
        return show_day(date.fromisoformat(str(value)), year=True)
    word = next((word for word in _WORDS.get(field, ()) if word == value), None)
    return word.label if word is not None else prose.note(str(value))
