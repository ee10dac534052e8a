"""The fields of a check-in's form."""

from typing import Any

from advisory.model import CheckIn
from advisory.model.words import Kind, Medium, NotMadeReason, Party, Tone, Visibility, Word
from advisory.rules.refusal import Refusal
from advisory.tui.desk import Desk

from .field import Field

_CHOICES: dict[str, type[Word]] = {
    "kind": Kind,
    "initiator": Party,
    "medium": Medium,
    "tone": Tone,
    "visibility": Visibility,
}
_LABELS = {
    "kind": "Kind",
    "initiator": "Who started it",
    "medium": "How",
    "tone": "Tone",
    "visibility": "Who may read it",
}
_REACHED = "reached"
_DIGITS = 6


def check_in_fields(check_in: CheckIn) -> list[Field]:
    """A form for a check-in there is."""
    reached = (
        check_in.not_made_reason.value if check_in.not_made_reason else "no" if not check_in.contact_made else _REACHED
    )
    return [
        Field("line", "What you saw or heard", value=check_in.line, is_long=True),
        Field("body", "More", value=check_in.body, is_long=True),
        Field("student_says", "Their words", value=check_in.student_says, is_long=True),
        Field("happened_on", "When", value=check_in.happened_on.isoformat(), hint="today, yesterday, mon, -2, 9/14"),
        *(
            Field(name, _LABELS[name], value=getattr(check_in, name).value, choices=[(w.value, w.label) for w in words])
            for name, words in _CHOICES.items()
        ),
        Field(
            "reached",
            "Contact made",
            value=reached,
            choices=[(_REACHED, "yes"), ("no", "no"), *((w.value, f"no: {w.label}") for w in NotMadeReason)],
        ),
        Field("minutes", "Minutes", value="" if check_in.minutes is None else str(check_in.minutes)),
        Field(
            "feeling", "How they say they feel, 1 to 5", value="" if check_in.feeling is None else str(check_in.feeling)
        ),
        Field("tags", "Tags", value=" ".join(check_in.tags), hint="words with a blank between"),
    ]


def check_in_changes(desk: Desk, values: dict[str, str]) -> dict[str, Any]:
    """The form's values as CheckIn's fields. Refuses a day or a number that is none."""
    changes: dict[str, Any] = {name: values[name] for name in ("line", "body", "student_says")}
    changes |= {name: words(values[name]) for name, words in _CHOICES.items()}
    changes["happened_on"] = desk.day(values["happened_on"], past=True)
    made = values["reached"] == _REACHED
    changes["contact_made"] = made
    changes["not_made_reason"] = None if made or values["reached"] == "no" else NotMadeReason(values["reached"])
    changes |= {name: _number(values[name]) for name in ("minutes", "feeling")}
    changes["tags"] = tuple(tag.lstrip("#") for tag in values["tags"].split())
    return changes


def _number(text: str) -> int | None:
    if not text.strip():
        return None
    if not (text.strip().isdecimal() and len(text.strip()) < _DIGITS):
        raise Refusal(f"“{text.strip()}” is no number: type one, or leave it empty.")
    return int(text)
