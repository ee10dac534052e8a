"""The fields of two forms: one to edit a check-in, and a short one to finish a jot."""

from collections.abc import Iterable
from functools import partial
from itertools import islice
from typing import Any

from msgspec.structs import replace

from advisory.caseload.group import written_together
from advisory.caseload.leaving.shares import shared_line
from advisory.model import CheckIn, CognitiveInsight, Pact
from advisory.model.words import (
    CheckInState,
    Kind,
    Medium,
    NotMadeReason,
    Observer,
    PactStatus,
    PartOfDay,
    Party,
    Tone,
    Visibility,
    Word,
)
from advisory.rules.check_in.contact import default_counts
from advisory.rules.check_in.own_hand import OWN
from advisory.rules.days.day_words import typed_day
from advisory.rules.refusal import Refusal
from advisory.rules.tag.tags import complete_tag
from advisory.tui.desk import Desk
from advisory.tui.dialogs.form.field import Field, FieldKind
from advisory.tui.words.revisions import revision_lines
from advisory.tui.words.summary import KIND_LETTERS

from .whose import whose_field

_CHOICES: dict[str, type[Word]] = {
    "kind": Kind,
    "initiator": Party,
    "medium": Medium,
    "tone": Tone,
    "visibility": Visibility,
    "state": CheckInState,
}
OF_ALL = "of_all"
"""The field that says whether all of a group entry change, and its value if they do."""
_REACHED, _NOT_REACHED = "reached", "no"
_YES_OR_NO = [("", "as usual for its kind"), ("yes", "yes"), ("no", "no")]
_DIGITS = 6
_LONGEST = 60
"""Texts in the revisions above the form are cut to this width."""


def check_in_fields(desk: Desk, check_in: CheckIn) -> list[Field]:
    """The form to edit everything about a check-in."""
    usual = default_counts(check_in.kind, contact_made=check_in.contact_made)
    line, *texts = _text_fields(check_in)
    return [
        whose_field(desk, check_in.student),
        *_of_all(desk, check_in),
        replace(line, is_first=True),
        *texts,
        *_topic_field(check_in),
        *_question_field(check_in),
        Field(
            "happened_on",
            "When",
            value=typed_day(check_in.happened_on),
            hint="e.g. today, yesterday, mon, -2, 9/14",
            kind=FieldKind.DAY,
        ),
        _choice("kind", "Kind", check_in.kind, [(kind.value, kind.label) for kind in Kind], KIND_LETTERS),
        _choice("counts_contact", "Counts as contact", _chosen(check_in.counts_contact, usual.contact), _YES_OR_NO),
        _choice(
            "counts_one_to_one", "… as one-to-one", _chosen(check_in.counts_one_to_one, usual.one_to_one), _YES_OR_NO
        ),
        _choice("reached", "Contact made", _reached(check_in), _reasons()),
        _choice("initiator", "Who started it", check_in.initiator, _labels(Party)),
        *_person_field(desk, check_in),
        _choice("medium", "How", check_in.medium, _labels(Medium)),
        _choice("part_of_day", "Part of the day", check_in.part_of_day or "", [("", "not said"), *_labels(PartOfDay)]),
        _choice("tone", "Tone", check_in.tone, _labels(Tone)),
        _choice("visibility", "Who may read it", check_in.visibility, _labels(Visibility)),
        _choice("state", "State", check_in.state, [("done", "done"), ("jot", "a jot, to finish later")]),
        _choice("pact", "Pact", check_in.pact, _pacts(desk, check_in)),
        _choice("insight", "Insight", check_in.insight, _insights(desk, check_in)),
        Field(
            "minutes", "Minutes", value="" if check_in.minutes is None else str(check_in.minutes), kind=FieldKind.NUMBER
        ),
        Field(
            "feeling",
            "How they say they feel, 1 to 5",
            value="" if check_in.feeling is None else str(check_in.feeling),
            kind=FieldKind.NUMBER,
        ),
        Field(
            "tags",
            "Tags",
            value=" ".join(check_in.tags),
            hint="words, with spaces between them",
            complete=partial(_with_tag, desk),
        ),
    ]


def _with_tag(desk: Desk, typed: str) -> str:
    """The tags as typed, the last of them completed."""
    found = complete_tag(typed, len(typed), desk.caseload.tags.all, bare=True)
    return found[0] if found else typed


def _of_all(desk: Desk, check_in: CheckIn) -> list[Field]:
    """The question whether an edit changes the whole group entry; none for a check-in that stands alone."""
    together = written_together(desk.caseload, check_in)
    answers = [("", f"only the one with {desk.short(check_in.student)}"), (OF_ALL, f"all {together} of this entry")]
    return [_choice(OF_ALL, "This changes", "", answers)] if together > 1 else []


def check_in_changes(desk: Desk, values: dict[str, str]) -> dict[str, Any]:
    """The form's values as CheckIn's fields; an attempt never counts as contact. Refuses an unreadable day or number."""
    changes: dict[str, Any] = _text_changes(values)
    changes |= {name: words(values[name]) for name, words in _CHOICES.items()}
    changes |= {name: values[name] for name in ("question", "person") if name in values}
    changes["happened_on"] = desk.day(values["happened_on"], past=True)
    made = values["reached"] == _REACHED
    changes["contact_made"] = made
    changes["not_made_reason"] = NotMadeReason(values["reached"]) if values["reached"] not in _PLAIN_ANSWERS else None
    usual = default_counts(changes["kind"], contact_made=made)
    changes["counts_contact"] = made and _is_yes(values["counts_contact"], usual.contact)
    changes["counts_one_to_one"] = made and _is_yes(values["counts_one_to_one"], usual.one_to_one)
    changes["part_of_day"] = PartOfDay(values["part_of_day"]) if values["part_of_day"] else None
    changes |= {name: values[name] for name in ("pact", "insight")}
    changes |= {name: _number(values[name]) for name in ("minutes", "feeling")}
    changes["tags"] = tuple(tag.lstrip("#") for tag in values["tags"].split())
    return changes


def check_in_about(desk: Desk, check_in: CheckIn, revisions: int) -> str:
    """The text above the form: whether it is one of several, and its latest `revisions` unless notes are hidden."""
    lines: list[str] = []
    if check_in.by is Observer.STUDENT:
        lines.append(f"The student left this {OWN}.")
    together = written_together(desk.caseload, check_in)
    if together > 1:
        lines.append(f"One of {together} written together. The line under the name says whether all of them change.")
    if not check_in.contact_made:
        lines.append("An attempt doesn't count as contact.")
    if shared := shared_line(desk.caseload, check_in.id):
        lines.append(f"It was {shared}.")
    if not desk.prose.is_shaded:
        edits = revision_lines(check_in, desk, longest=_LONGEST)
        lines += islice(edits, revisions)
    return "\n".join(lines)


def jot_fields(jot: CheckIn) -> list[Field]:
    """The short form to finish a jot."""
    answers = [("no", "no"), ("yes", "yes, finish it later")]
    return [*_text_fields(jot), _choice("jot", "Still a jot?", "no", answers)]


def jot_changes(values: dict[str, str]) -> dict[str, Any]:
    """The short form's values as CheckIn's fields."""
    return _text_changes(values) | {"state": CheckInState.JOT if values["jot"] == "yes" else CheckInState.DONE}


_PLAIN_ANSWERS = (_REACHED, _NOT_REACHED)


def _text_fields(check_in: CheckIn) -> list[Field]:
    return [
        Field("line", "What you saw or heard", value=check_in.line, is_long=True),
        Field("body", "More", value=check_in.body, is_long=True),
        Field("student_says", "Their words", value=check_in.student_says, is_long=True),
    ]


def _person_field(desk: Desk, check_in: CheckIn) -> list[Field]:
    """Who of the family it was with; none for a student whose family is not written down."""
    people = [one.name for one in desk.student(check_in.student).family_contacts]
    names = [*people, *([check_in.person] if check_in.person and check_in.person not in people else [])]
    choices = [("", "nobody of the family"), *((name, desk.prose.note(name)) for name in names)]
    return [_choice("person", "With", check_in.person, choices)] if names else []


def _topic_field(check_in: CheckIn) -> list[Field]:
    """What the group talked about, in a group entry."""
    return [Field("topic", "Topic of the group", value=check_in.topic)] if check_in.group or check_in.topic else []


def _question_field(check_in: CheckIn) -> list[Field]:
    """The student's question, while it waits."""
    if not check_in.question:
        return []
    return [
        Field("question", "Their question; leave it blank once it is answered", value=check_in.question, is_long=True)
    ]


def _text_changes(values: dict[str, str]) -> dict[str, Any]:
    return {name: values[name] for name in ("line", "body", "student_says", "topic") if name in values}


def _choice(
    name: str, label: str, value: str, choices: list[tuple[str, str]], letters: dict[str, str] | None = None
) -> Field:
    return Field(name, label, value=str(value), choices=choices, letters=letters or {}, is_beside=True)


def _labels(words: Iterable[Word]) -> list[tuple[str, str]]:
    return [(word.value, word.label) for word in words]


def _reasons() -> list[tuple[str, str]]:
    """Whether the other person was reached, or why not. Each "no" says that an attempt restarts no clock."""
    attempt = "doesn't count as contact"
    reasons = [(reason.value, f"no, {reason.label}: {attempt}") for reason in NotMadeReason]
    return [(_REACHED, "yes"), (_NOT_REACHED, f"no: {attempt}"), *reasons]


def _reached(check_in: CheckIn) -> str:
    if check_in.contact_made:
        return _REACHED
    return check_in.not_made_reason.value if check_in.not_made_reason else _NOT_REACHED


def _chosen(counts: bool, usual: bool) -> str:  # noqa: FBT001 - two answers to the same question
    return "" if counts == usual else "yes" if counts else "no"


def _is_yes(chosen: str, usual: bool) -> bool:  # noqa: FBT001 - the answer where none was chosen
    return chosen == "yes" if chosen else usual


def _pacts(desk: Desk, check_in: CheckIn) -> list[tuple[str, str]]:
    pacts = desk.caseload.store.of_student(Pact, check_in.student)
    shown = [pact for pact in pacts if pact.status is not PactStatus.DISCARDED or pact.id == check_in.pact]
    return _records(check_in.pact, [(pact.id, desk.prose.note(pact.called)) for pact in reversed(shown)])


def _insights(desk: Desk, check_in: CheckIn) -> list[tuple[str, str]]:
    insights = desk.caseload.store.of_student(CognitiveInsight, check_in.student)
    return _records(check_in.insight, [(one.id, desk.prose.note(one.misconception)) for one in reversed(insights)])


def _records(chosen: str, records: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The choices: none, each record, and the chosen one even if it no longer exists."""
    gone = [] if not chosen or chosen in dict(records) else [(chosen, "(no longer here)")]
    return [("", "none"), *records, *gone]


def _number(text: str) -> int | None:
    if not text.strip():
        return None
    if not (text.strip().isdecimal() and len(text.strip()) < _DIGITS):
        raise Refusal(f"“{text.strip()}” is not a number. Type one, or leave the field blank.")
    return int(text)
