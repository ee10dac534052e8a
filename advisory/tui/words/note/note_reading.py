"""How the program understands a note while it is typed: who it is about, its kind, and what is wrong with it."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from advisory.model import FamilyContact, Student
from advisory.model.words import Kind, NotMadeReason
from advisory.rules.capture.line import read_capture
from advisory.rules.capture.mark import CaptureRefusal
from advisory.rules.capture.person import one_person
from advisory.rules.capture.reading import Reading, reading_words
from advisory.rules.check_in.contact import default_kind
from advisory.rules.family.people import NOT_TO_CONTACT, called
from advisory.rules.names.token import NameToken, matching_students
from advisory.rules.refusal import Refusal
from advisory.rules.tag.tags import word_at
from advisory.tui.desk import Desk

_BETWEEN = " · "
_OFFERED = 4
"""How many tags are offered in view."""
_FITTING = 12
"""How many of the students whom a name may mean are named."""
NOT_SAVED = "Not saved yet."
"""What is said where a note can't be read; what is wrong stands under it."""
UNREAD = "Something here can't be read yet. Enter takes you to it."
"""Shown while notes are hidden, because the sentence about the problem would quote the note."""
NOT_FOR_GROUP = "Everyone ticked was there: take out the mark for not reached, or for a person of a family."


class NoteRead(NamedTuple):
    """How a note is understood so far. If it can't be read, `problem` says why, and `at` is where in the line."""

    reading: Reading | None
    students: Sequence[Student]
    unclear: Sequence[tuple[NameToken, Sequence[Student]]]
    """Names that fit several students. The advisor is asked which one is meant."""
    problem: str = ""
    at: int = 0
    word: str = ""
    """The word at that place, if typing it anew mends the line."""
    person: FamilyContact | None = None
    """Who of the family it was with."""


def read_note(desk: Desk, text: str, about: str) -> NoteRead:
    """Read a note about the student with the id `about`, or if that is empty, a note that begins with names."""
    caseload = desk.caseload
    try:
        reading = read_capture(
            text,
            caseload.today,
            named=not about,
            next_period_on=caseload.next_period_on,
            day_first=desk.configuration.settings.day_first,
        )
    except CaptureRefusal as refusal:
        problem = UNREAD if desk.prose.is_shaded else desk.sentence(str(refusal))
        return NoteRead(None, (), (), problem, refusal.position, refusal.word)
    if about:
        return _with_person(desk, NoteRead(reading, (desk.student(about),), ()))
    found: dict[str, Student] = {}
    unclear = []
    for token in reading.names:
        fit = matching_students(token.text, caseload.students)
        if not fit:
            nobody = f"Nobody in the caseload has a name that begins with “{desk.prose.note(token.text)}”."
            return NoteRead(None, (), (), nobody, token.start, token.text)
        if len(fit) == 1:
            found[fit[0].id] = fit[0]
        else:
            unclear.append((token, fit))
    return _with_person(desk, NoteRead(reading, tuple(found.values()), unclear))


def _with_person(desk: Desk, read: NoteRead) -> NoteRead:
    """Find the person whom the note names in the family, once it is clear whose; or say that there is none."""
    token = read.reading.person if read.reading else None
    if token is None or read.unclear:
        return read
    try:
        add = f"{desk.key('edit-student')} adds them"
        return read._replace(person=one_person(token.text, read.students, add))
    except Refusal as refusal:
        problem = UNREAD if desk.prose.is_shaded else desk.sentence(str(refusal))
        return NoteRead(None, (), (), problem, token.start, f"@{token.text}")


def describe_reading(desk: Desk, read: NoteRead, kind: Kind | None, not_reached: NotMadeReason | None) -> str:
    """`Ama Mensah · one-to-one · today · private`, or what is wrong with the note."""
    if read.reading is None:
        return read.problem
    names = [desk.name(student.id) for student in read.students]
    for token, fit in read.unclear:
        fitting = ", ".join(desk.name(student.id) for student in fit[:_FITTING])
        more = f" and {len(fit) - _FITTING} more" if len(fit) > _FITTING else ""
        names.append(f"“{desk.prose.note(token.text)}”: {fitting}{more}?")
    count = len(read.students) + len(read.unclear)
    facts = [", ".join(names), (read.reading.kind_of(kind) or default_kind(count)).label]
    if read.person is not None:
        facts.append(f"with {desk.prose.note(called(read.person))}")
        facts += [] if read.person.may_contact else [NOT_TO_CONTACT]
    reason = read.reading.not_made_reason or not_reached
    return _BETWEEN.join([*facts, *_words_of(desk, msgspec.structs.replace(read.reading, not_made_reason=reason))])


def offered_tags(desk: Desk, text: str, cursor: int) -> str:
    """The tags that could complete the one being typed, to be added to how the note is read; "" if there are none."""
    if desk.prose.is_shaded or not (found := desk.tags_for(text, cursor)):
        return ""
    start, end = word_at(text, cursor)
    behind = len(text) - end
    names = [desk.prose.note(one[start : len(one) - behind]) for one in found]
    more = " …" if len(names) > _OFFERED else ""
    return f"{_BETWEEN}Tab: {' '.join(names[:_OFFERED])}{more}"


def describe_group(desk: Desk, text: str, there: Sequence[str], kind: Kind) -> str:
    """`21 students · whole group · today · private`, or what is wrong with the text about all of them."""
    if not there or not text.strip():
        return ""
    read = read_group_note(desk, text, there[0])
    if read.reading is None:
        return read.problem
    count = "1 student" if len(there) == 1 else f"{len(there)} students"
    return _BETWEEN.join([count, (read.reading.kind or kind).label, *_words_of(desk, read.reading)])


def read_group_note(desk: Desk, text: str, about: str) -> NoteRead:
    """Read the text about everybody who was there: nobody of one family was it with, and all of them were reached."""
    read = read_note(desk, text, about)
    if read.reading is None or not (read.person or read.reading.not_made_reason):
        return read
    return NoteRead(None, (), (), NOT_FOR_GROUP)


def _words_of(desk: Desk, reading: Reading) -> list[str]:
    """The parts of a note in words, without what is private while notes are hidden."""
    if desk.prose.is_shaded:
        promises = tuple(msgspec.structs.replace(one, text=desk.prose.note(one.text)) for one in reading.promises)
        reading = msgspec.structs.replace(reading, promises=promises, tags=())
    return reading_words(reading, desk.caseload.today)
