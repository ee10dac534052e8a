"""The page for the next advisor: the transition note, and what of the student's records staff may read."""

from collections.abc import Iterator

from advisory.model import CheckIn, KnownWell, Pact, TransitionNote
from advisory.model.words import Facet, Observer

from .conference import does, known, next_lines, said_lines, seen_lines
from .given import Given, span_words
from .pact_lines import current_pact, ending_lines, progress_lines, success_lines, target_lines
from .sheet_page import Line, Look, Section, SheetKind, SheetPage

_NOTES, _KNOWN = 6, 8
_FACETS = frozenset((Facet.STRENGTHS, Facet.HOPES))
"""These have sections of their own."""


def transition_page(given: Given) -> SheetPage:
    """The page for whoever goes on with this student."""
    note = max(given.of(TransitionNote), key=lambda one: (one.written_on, one.id), default=None)
    pact = current_pact(given)
    sections = (
        Section("Strengths", _from_note(note, "strengths", known(given, Facet.STRENGTHS))),
        Section("What works for connecting", _from_note(note, "connecting"), beside=True),
        Section("Hopes", known(given, Facet.HOPES)),
        Section("Peers", _from_note(note, "peers")),
        Section("Community", _from_note(note, "community"), beside=True),
        Section("Family", _from_note(note, "family")),
        Section("Supports", _from_note(note, "supports"), beside=True),
        Section("Also known", tuple(_also_known(given))),
        Section("Current pact", (*target_lines(pact), *progress_lines(pact, given)) if pact else ()),
        Section("How you’ll both know", tuple(success_lines(pact, given)) if pact else ()),
        Section(f"What {given.called} does", does(given, Observer.STUDENT)),
        Section(f"What {given.advisor} does", does(given, Observer.ADVISOR), beside=True),
        Section("Pacts before", tuple(ending_lines(_before(given), given))),
        Section("What was seen", seen_lines(given)),
        Section(f"In {given.called}’s own words", said_lines(given)),
        Section("Notes for staff", _notes(given)),
        Section("What to go on with", (*_from_note(note, "go_on_with"), *next_lines(given))),
    )
    missing = () if note else (f"{given.called} has no transition note yet, so those sections are blank.",)
    return SheetPage(
        kind=SheetKind.TRANSITION,
        title="For the next advisor",
        name=given.student.full_name,
        for_whom=" · ".join(filter(None, (*_student_words(given), f"from {given.advisor}", span_words(given.span)))),
        sections=sections,
        foot=given.foot,
        student_id=given.student.id,
        for_you=missing,
    )


def _student_words(given: Given) -> Iterator[str]:
    student = given.student
    yield f"grade {student.grade}" if student.grade else ""
    yield f"say it {student.pronounce}" if student.pronounce else ""
    yield student.pronouns
    yield f"language at home: {student.home_language}" if student.home_language else ""


def _from_note(note: TransitionNote | None, field: str, also: tuple[Line, ...] = ()) -> tuple[Line, ...]:
    """What the note says, one line per paragraph, then what else is known."""
    if note is None:
        return also
    paragraphs = (line.strip() for line in getattr(note, field).splitlines() if line.strip())
    return (*(Line(line, (note.id,), look=Look.TEXT) for line in paragraphs), *also)


def _also_known(given: Given) -> Iterator[Line]:
    facts = [fact for fact in given.of(KnownWell) if fact.facet not in _FACETS]
    for fact in sorted(facts, key=lambda one: (list(Facet).index(one.facet), one.id))[:_KNOWN]:
        yield Line(f"{fact.facet.label.capitalize()}: {fact.text}", (fact.id,))


def _before(given: Given) -> list[Pact]:
    return given.closed_pacts[:3]


def _notes(given: Given) -> tuple[Line, ...]:
    """The lines of check-ins that staff may read, the latest first."""
    there = [one for one in given.of(CheckIn) if one.line.strip() and given.is_in_span(one.happened_on)]
    latest = sorted(there, key=lambda one: (one.happened_on, one.id), reverse=True)[:_NOTES]
    return tuple(Line(one.line, (one.id,), note=f"{given.day(one.happened_on)}, {one.kind.label}") for one in latest)
