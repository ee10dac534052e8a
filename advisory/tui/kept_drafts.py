"""Sentences for the drafts left from the last session: what each one is, and which key continues it."""

from collections.abc import Iterable

from advisory.model import CheckIn, CognitiveInsight, Evidence, FollowUp, KnownWell, Pact
from advisory.model.words import Facet

from .desk import Desk
from .drafts.unsaved import BESIDE_FORM, NOTE

_REWORD = "reword_"
"""Prefix of the forms that reword a sign; the sign's key follows."""
_LETTERS = str.maketrans("0123456789", "abcdefghij")
"""Turns the digits in a sign's key into letters: a form's name can't contain digits."""
_FORMS = {
    NOTE: ("a note", "check-in"),
    "promise": ("a promise", "promise"),
    "snooze": ("putting off a promise", "snooze"),
    "promise_drop": ("letting a promise go", "promise-drop"),
    "away": ("days away", "away"),
    "timer": ("a timer", "timer"),
    "move_on": ("a move of the partnership", "move-on"),
    "move_back": ("a move of the partnership", "move-back"),
    "pact": ("a pact", "draft-pact"),
    "edit_pact": ("a change of a pact", "edit-pact"),
    "sign": ("a sign seen", "add-sign"),
    "next_step": ("a next step", "set-step"),
    "pact_day": ("a mark in a pact", "edit-pact"),
    "pact_review": ("a look at a pact", "edit-pact"),
    "pact_again": ("taking a pact up again", "edit-pact"),
    "pact_yes": ("a yes to a pact", "edit-pact"),
    "pact_close": ("the end of a pact", "edit-pact"),
    "pact_page": ("a page to sign", "pact-page"),
    BESIDE_FORM: ("what the student typed in a pact", "beside"),
    "evidence": ("evidence", "evidence"),
    "edit_evidence": ("a change of evidence", "open"),
    "insight": ("an insight", "insight"),
    "edit_insight": ("a change of an insight", "insight"),
    "student": ("a change of the student's record", "edit-student"),
    "check_in_form": ("a change of a check-in", "open"),
    "jot": ("a jot", "finish-jots"),
    "fact": ("a fact", "know"),
    **{f"fact_{facet}": (f"a fact ({facet.label})", "know") for facet in Facet},
    "edit_fact": ("a change of a fact", "edit-fact"),
    "roster": ("an import", "import-roster"),
    "survey": ("a survey", "survey"),
    "feedback": ("a feedback conversation", "feedback"),
    "group": ("a group entry", "group"),
    "export": ("an export", "export"),
    "meeting_patterns": ("an advisory period", "settings"),
    "terms": ("a term", "settings"),
    "no_school_days": ("days without school", "settings"),
    "intervals": ("the intervals", "settings"),
    "idle_shade": ("when to hide", "settings"),
    "add_sign": ("a sign of your own", "settings"),
    _REWORD: ("other words for a sign", "settings"),
    "school_calendar": ("days off from a file", "settings"),
}
"""Form → what its draft is, and the command that continues it."""


def kept_drafts(desk: Desk, waiting: Iterable[tuple[str, str]]) -> list[str]:
    """A sentence for each waiting draft (form, record id), naming its student by initials while names are hidden."""
    return [_sentence(desk, form, record_id) for form, record_id in waiting]


def reword_form(key: str) -> str:
    """The name of the form that rewords the sign with this key."""
    return f"{_REWORD}{key.translate(_LETTERS)}"


def is_known(form: str) -> bool:
    """Whether the next start can say what this form's draft is."""
    return _family(form) in _FORMS


def _sentence(desk: Desk, form: str, record_id: str) -> str:
    what, command_id = _FORMS.get(_family(form), ("what was typed into a form", ""))
    if form == NOTE and not record_id:
        return f"Not saved yet: a note that begins with names. {desk.key('capture')} goes on with it."
    if not record_id:
        return f"Not saved yet: {'a new student' if form == 'student' else what}. It is there again in that form."
    student_id = _student_of(desk, record_id)
    about = f" about {desk.name(student_id)}" if student_id else ""
    if not command_id:  # a form of a newer version of the program
        return f"Not saved yet: {what}{about}. It is there again in that form."
    return f"Not saved yet: {what}{about}. {desk.key(command_id)} there goes on with it."


def _family(form: str) -> str:
    """The form's key in `_FORMS`: all forms that reword a sign share one."""
    return _REWORD if form.startswith(_REWORD) else form


def _student_of(desk: Desk, record_id: str) -> str:
    """The id of the student a record is about; "" when the record no longer exists."""
    if record_id in desk.caseload.names:
        return record_id
    store = desk.caseload.store
    kinds = (CheckIn, FollowUp, Pact, KnownWell, Evidence, CognitiveInsight)
    return next((str(getattr(found, "student", "")) for kind in kinds if (found := store.get(kind, record_id))), "")
