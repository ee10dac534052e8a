"""Decide which records may leave for an audience, and which of their fields. A pure function of the record alone.

Every record is private unless it says otherwise. A pact is made by two, so it may be shown once both agreed to it; a
transition note is written for staff. Names of other students are covered elsewhere (`leaving`).
"""

from typing import Any, TypeVar

from msgspec.structs import replace

from advisory.model import (
    CheckIn,
    DefensePlan,
    Evidence,
    FamilyContact,
    Indicator,
    KnownWell,
    Leave,
    Pact,
    Partnership,
    PlannedTalk,
    Practice,
    Record,
    StageMove,
    Student,
    SuccessLine,
    TransitionNote,
)
from advisory.model.words import Audience, Kind, PactStatus, PronounsScope, Tone, Visibility
from advisory.rules.pact.life import NOT_YET_AGREED

from .reason import Reason

R = TypeVar("R", bound=Record)

_AT_HOME = frozenset((Audience.STUDENT, Audience.FAMILY))


def why_it_stays(record: Record, audience: Audience) -> Reason | None:
    """Why the record stays here when something is made for this audience; None if it may leave."""
    if audience is Audience.MYSELF:
        return None
    if record.deleted_at is not None:
        return Reason.NOT_FOR_THEM
    if isinstance(record, Student):
        return None
    return Reason.COUNTS_ONLY if audience is Audience.COUNTS else _why(record, audience)


def _why(record: Record, audience: Audience) -> Reason | None:
    match record:
        case CheckIn(kind=Kind.REFERRAL):
            return Reason.NOT_FOR_THEM
        case KnownWell(sensitive=True):
            return Reason.SENSITIVE
        case CheckIn() | KnownWell() | Evidence():
            return _by_visibility(record.visibility, audience)
        case Pact(status=PactStatus.DISCARDED):
            return Reason.NOT_FOR_THEM
        case Pact(status=status):
            return Reason.NOT_AGREED if status in NOT_YET_AGREED and audience is not Audience.STUDENT else None
        case Indicator() | DefensePlan():
            return None
        case Partnership():
            return Reason.NOT_FOR_THEM if audience is Audience.FAMILY else None
        case TransitionNote() | Leave() | PlannedTalk():
            return Reason.STAFF_ONLY if audience in _AT_HOME else None
        case _:  # promises, insights, moves: what the advisor wrote for themselves
            return Reason.PRIVATE


def _by_visibility(visibility: Visibility, audience: Audience) -> Reason | None:
    match visibility:
        case Visibility.PRIVATE:
            return Reason.PRIVATE
        case Visibility.STAFF:
            return None if audience is Audience.STAFF else Reason.STAFF_ONLY
        case Visibility.SHAREABLE:
            return None


def parts_for(record: R, audience: Audience) -> R:
    """The record with only those fields that may leave for this audience; the others are as if nobody had filled them in.

    For records that `why_it_stays` lets go, and those that were included on purpose.
    """
    blank = {} if audience is Audience.MYSELF else _blank(record, audience)
    return replace(record, **blank) if blank else record


def _blank(record: Record, audience: Audience) -> dict[str, Any]:
    match record:
        case Student():
            return _of_student(record, audience)
        case CheckIn():
            return _of_check_in(record, audience)
        case Pact():
            return _of_pact(record, audience)
        case Indicator():
            return {"line": "", "check_in": ""}
        case StageMove():
            return {"indicators": ()}
        case Leave():
            return {"title": ""}
        case DefensePlan():
            return _of_plan(record, audience)
        case _:
            return {}


def _of_student(student: Student, audience: Audience) -> dict[str, Any]:
    """Names and grade for everybody; the rest as far as this reader needs it and may use it."""
    blank: dict[str, Any] = {"focal": False, "focal_why": "", "focal_since": None, "contact_every": None}
    usable = {
        Audience.STUDENT: frozenset(PronounsScope),
        Audience.STAFF: frozenset((PronounsScope.ANYWHERE, PronounsScope.SCHOOL_ONLY)),
    }.get(audience, frozenset((PronounsScope.ANYWHERE,)))
    if student.pronouns_scope not in usable:
        blank["pronouns"] = ""
    if audience in _AT_HOME:
        blank |= {"source_id": "", "student_number": "", "email": ""}
        blank["family_contacts"] = _to_ask(student) if audience is Audience.FAMILY else ()
    if audience is Audience.COUNTS:
        blank |= {"pronouns": "", "pronounce": "", "student_number": "", "source_id": "", "email": ""}
        blank |= {"home_language": "", "birthday": "", "family_contacts": ()}
    return blank


def _to_ask(student: Student) -> tuple[FamilyContact, ...]:
    """The people of the family who may be contacted, without how to reach them: two homes may not know each other's numbers."""
    return tuple(
        FamilyContact(name=one.name, relation=one.relation, language=one.language)
        for one in student.family_contacts
        if one.may_contact
    )


def _of_check_in(check_in: CheckIn, audience: Audience) -> dict[str, Any]:
    blank: dict[str, Any] = {"revisions": (), "insight": "", "group": ""}
    if audience is not Audience.STUDENT:
        blank |= {"question": "", "feeling": None}
    if audience in _AT_HOME:
        blank |= {"tags": ()} | ({"tone": Tone.NEUTRAL} if check_in.tone is Tone.CONCERN else {})
    return blank


def _of_pact(pact: Pact, audience: Audience) -> dict[str, Any]:
    """A pact without the advisor's notes on its lines; what it used to say goes to staff only."""
    blank: dict[str, Any] = {"success_evidence": tuple(map(_without_note, pact.success_evidence))}
    if audience is not Audience.STAFF:
        return blank | {"revisions": (), "next_pact": ""}
    revisions = []
    for revision in pact.revisions:
        lines = revision.was.success_evidence
        was = replace(revision.was, success_evidence=tuple(map(_without_note, lines))) if lines else revision.was
        revisions.append(replace(revision, was=was))
    return blank | {"revisions": tuple(revisions)}


def _without_note(line: SuccessLine) -> SuccessLine:
    return replace(line, note="") if line.note else line


def _of_plan(plan: DefensePlan, audience: Audience) -> dict[str, Any]:
    """The student's own part of a plan; for others the day, the work that is shown, and what was good about it.

    The panel stays here, since a student may sit on it; so do what can grow and the questions that were left.
    """
    practices = tuple(Practice(on=one.on, glows=one.glows, next_step=one.next_step) for one in plan.practices)
    blank: dict[str, Any] = {"panel": (), "wonders": (), "practices": practices}
    if audience is Audience.STUDENT:
        return blank | {"milestones": tuple(one for one in plan.milestones if not one.mine)}
    blank |= {"practices": (), "milestones": (), "feeling_before": None, "feeling_says": "", "to_change": ""}
    return blank
