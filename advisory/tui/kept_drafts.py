"""The drafts that wait: what each one is, whom it is about, and which command picks it up."""

from collections.abc import Iterable
from typing import NamedTuple

from advisory.model import (
    CheckIn,
    CognitiveInsight,
    DefensePlan,
    Evidence,
    FollowUp,
    KnownWell,
    Pact,
    Record,
    TransitionNote,
    glyphs,
)
from advisory.model.words import Facet

from .desk import Desk
from .drafts.unsaved import BESIDE_FORM, NOTE, OWN_FORM

_REWORD = "reword_"
"""Prefix of the forms that reword a sign; the sign's key follows."""
_PERSON = "person"
"""The form of a new person in the family; the form of one who is already in it has one more letter."""
_ARTIFACT = "artifact"
"""The form of a new artifact; the form that changes one has one more letter."""
_LETTERS = str.maketrans("0123456789", "abcdefghij")
"""Turns the digits in a sign's key into letters: a form's name can't contain digits."""
_FORMS = {
    NOTE: ("a note", "check-in"),
    "promise": ("a promise", "promise"),
    "edit_promise": ("a change to a promise", "open"),
    "promise_drop": ("dropping a promise", "promise-drop"),
    "move_on": ("a move of the partnership", "move-on"),
    "move_back": ("a move of the partnership", "move-back"),
    "pact": ("a pact", "draft-pact"),
    "edit_pact": ("a change to a pact", "reword-pact"),
    "sign": ("a sign seen", "add-sign"),
    "next_step": ("a next step", "set-step"),
    "focal": ("why a student is focal", "focal"),
    "pact_review": ("a pact review", "review-pact"),
    "pact_close": ("the end of a pact", "close-pact"),
    "year_pact": ("the end of a pact at the year's end", "year-end"),
    BESIDE_FORM: ("what the student typed in a pact", "beside"),
    OWN_FORM: ("what the student began to leave", "beside"),
    "answer": ("an answer to a question", "open"),
    "evidence": ("evidence", "evidence"),
    "edit_evidence": ("a change to evidence", "open"),
    "insight": ("an insight", "insight"),
    "edit_insight": ("a change to an insight", "open"),
    _PERSON: ("a person of the family", "edit-student"),
    "student": ("a change to the student's record", "edit-student"),
    "check_in_form": ("a change to a check-in", "open"),
    "jot": ("a jot", "finish-jots"),
    "fact": ("a fact", "know"),
    **{f"fact_{facet}": (f"a fact ({facet.label})", "know") for facet in Facet},
    "edit_fact": ("a change to a fact", "edit-fact"),
    "feedback": ("a feedback conversation", "feedback"),
    "group": ("a group entry", "group"),
    "add_sign": ("a sign of your own", "settings"),
    "defense": ("a plan for the day", "edit-defense"),
    _ARTIFACT: ("something to show", "edit-defense"),
    "practice": ("a practice", "practice"),
    "feeling": ("how they feel before the day", "edit-defense"),
    "prep_feeling": ("how they feel about the day", "open"),
    "panel_said": ("what the panel said", "close-defense"),
    "defend_again": ("one more turn", "close-defense"),
    "celebration": ("how you two celebrated", "close-defense"),
    "comment": ("a term comment", "sheet"),
    "transition": ("a transition note", "transition"),
    "edit_transition": ("a change to a transition note", "transition"),
    _REWORD: ("new words for a sign", "settings"),
}
"""Form → what its draft is, and the command that picks it up."""
_FIRST = ("text", "line", "step", "learning_target", "misconception", "reason", "student_says", "why", "label")
"""The fields that say best what a draft is about, the best first."""
_ABOUT_NOBODY = {NOTE: ("a note that begins with names", "capture"), "student": ("a new student", "add-student")}
"""The same for a draft that is about no record."""
_NO_PROSE = frozenset({
    "add_milestone", "defense_day", "edit_milestone", "milestone_day", "panel", "panel_page", "season", "slot",
    "away", "calendar_file", "export", "idle_shade", "intervals", "leaving", "meeting_patterns", "no_school_days", "pact_again", "pact_day",
    "pact_page", "pact_yes", "picture", "plan", "purge", "purge_typed", "roster", "school_calendar", "sheet_days", "snooze", "survey", "tag", "terms", "timer",
})  # fmt: skip
"""The forms that hold a day, a number or a file's name. Such a box is filled in again sooner than it is found again."""
_KINDS: tuple[type[Record], ...] = (
    CheckIn,
    FollowUp,
    Pact,
    KnownWell,
    Evidence,
    CognitiveInsight,
    DefensePlan,
    TransitionNote,
)


class KeptDraft(NamedTuple):
    """A draft: its form and the id of the record it is about, what it is in words, and the command that picks it up."""

    form: str
    about: str
    what: str
    command_id: str
    student_id: str
    """The student it is about; "" if it is about nobody or a record that no longer exists."""
    record: Record | None
    """The record it changes or belongs to, unless that is the student."""


def keeps_draft(form: str) -> bool:
    """Whether what is typed into a form is kept when the form is left: text is, a day or a file's name is not."""
    return form not in _NO_PROSE


def kept_drafts(desk: Desk) -> list[KeptDraft]:
    """Every draft that waits, the oldest first."""
    return [kept_draft(desk, form, about) for form, about in desk.unsaved.waiting()]


def how_many(desk: Desk) -> str:
    """What to say at the start: how many drafts wait, without saying about whom; "" if there are none."""
    count = len(desk.unsaved.waiting())
    if not count:
        return ""
    waits, one = ("draft waits", "it") if count == 1 else ("drafts wait", "one")
    then = f"{desk.key('open')} picks it up, {desk.key('discard-draft')} discards it."
    return f"{glyphs.BEGUN} {count} {waits} on Today: {desk.key('next-section')} to {one}, {then}"


def first_words(desk: Desk, draft: KeptDraft) -> str:
    """What a draft begins with, to tell it from others; "" while notes are hidden, and for a fact, which may be sensitive."""
    if desk.prose.is_shaded or draft.form.startswith(("fact", "edit_fact")):
        return ""
    fields = desk.unsaved.fields(draft.form, draft.about)
    words = next((words for name in _FIRST if (words := " ".join(fields.get(name, "").split()))), "")
    return desk.prose.note(words)


def kept_draft(desk: Desk, form: str, about: str) -> KeptDraft:
    """The draft of this form about this record. A form of a newer version of the program has no command."""
    what, command_id = _FORMS.get(_family(form), ("what was typed into a form", ""))
    if not about:
        what, command_id = _ABOUT_NOBODY.get(form, (what, command_id))
    store = desk.caseload.store
    record = next((found for kind in _KINDS if (found := store.get(kind, about))), None)
    student_id = about if about in desk.caseload.names else str(getattr(record, "student", ""))
    return KeptDraft(form, about, what, command_id, student_id, record)


def not_saved(desk: Desk, keys: Iterable[tuple[str, str]]) -> list[str]:
    """`Not saved yet: a note about Maya Okafor`, for each form and `about`."""
    return [f"Not saved yet: {described(desk, kept_draft(desk, *key))}" for key in keys]


def described(desk: Desk, draft: KeptDraft) -> str:
    """`a note about Maya Okafor`, with initials while names are hidden."""
    return f"{draft.what} about {desk.name(draft.student_id)}" if draft.student_id else draft.what


def reword_form(key: str) -> str:
    """The name of the form that rewords the sign with this key."""
    return f"{_REWORD}{key.translate(_LETTERS)}"


def is_known(form: str) -> bool:
    """Whether it is decided what this form's draft is, or that it has none."""
    return _family(form) in _FORMS or not keeps_draft(form)


def _family(form: str) -> str:
    """The form's key in `_FORMS`: one for all that reword a sign, are about a person of a family, or about an artifact."""
    return next((one for one in (_REWORD, _PERSON, _ARTIFACT) if form.startswith(one)), form)
