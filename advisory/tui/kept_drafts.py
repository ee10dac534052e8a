"""What was typed and not saved before the program was left, each in a sentence that says where it belongs."""

from advisory.model import CheckIn, CognitiveInsight, Evidence, FollowUp, KnownWell, Pact
from advisory.model.words import Facet

from .desk import Desk
from .drafts.unsaved import BESIDE_FORM, NOTE

_REWORD = "reword_"
"""What the forms that reword a sign begin with; the sign follows."""
_LETTERS = str.maketrans("0123456789", "abcdefghij")
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
"""Form → what it is, and the command that goes on with it."""


def kept_drafts(desk: Desk) -> list[str]:
    """A sentence for each, with the name of the student it is about under the shade of the moment."""
    return [_sentence(desk, form, record_id) for form, record_id in desk.unsaved.waiting()]


def reword_form(key: str) -> str:
    """The form in which the sign with this key is put in other words: the names of drafts have letters only."""
    return f"{_REWORD}{key.translate(_LETTERS)}"


def is_known(form: str) -> bool:
    """Whether what is typed into a form can be named at the next start."""
    return _kind(form) in _FORMS


def _sentence(desk: Desk, form: str, record_id: str) -> str:
    what, command_id = _FORMS.get(_kind(form), ("what was typed into a form", ""))
    if form == NOTE and not record_id:
        return f"Not saved yet: a note that begins with names. {desk.key('capture')} goes on with it."
    if not record_id:
        return f"Not saved yet: {'a new student' if form == 'student' else what}. It is there again in that form."
    student_id = _student_of(desk, record_id)
    about = f" about {desk.name(student_id)}" if student_id else ""
    if not command_id:  # a newer program's form: its text is told of all the same
        return f"Not saved yet: {what}{about}. It is there again in that form."
    return f"Not saved yet: {what}{about}. {desk.key(command_id)} there goes on with it."


def _kind(form: str) -> str:
    """Of the forms that are each about one sign of the catalogue, what they have in common."""
    return _REWORD if form.startswith(_REWORD) else form


def _student_of(desk: Desk, record_id: str) -> str:
    """Whom a record is about; "" when it is no more."""
    if record_id in desk.caseload.names:
        return record_id
    store = desk.caseload.store
    kinds = (CheckIn, FollowUp, Pact, KnownWell, Evidence, CognitiveInsight)
    return next((str(getattr(found, "student", "")) for kind in kinds if (found := store.get(kind, record_id))), "")
