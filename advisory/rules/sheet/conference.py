"""The page for a conference: what the student is good at first, then the pact, what was seen, and what each will do next."""

from advisory.model import CheckIn, FollowUp, KnownWell, Partnership
from advisory.model.day_order import show_day
from advisory.model.words import Facet, Kind, Observer, Party, Tone
from advisory.rules.family.good_word import is_good_word
from advisory.rules.overview.summary import current_partnership

from .given import Given, span_words
from .pact_lines import current_pact, doing_lines, ending_lines, progress_lines, success_lines, target_lines
from .sheet_page import Line, Look, Section, SheetKind, SheetPage
from .wording import WHERE_SEEN

MOST_SEEN, MOST_SAID, MOST_KNOWN, MOST_CELEBRATED = 6, 5, 6, 4
"""How much of a kind is on a page at most, the latest first: it is read in one talk."""
_NEXT, _TALK = 2, 7
"""Ruled lines to write on."""


def conference_page(given: Given) -> SheetPage:
    """The page for a talk of the student, the family and the advisor."""
    pact = current_pact(given)
    name = given.called
    about = [*target_lines(pact), *progress_lines(pact, given)] if pact else []
    sections = (
        Section("Strengths", known(given, Facet.STRENGTHS)),
        Section("Hopes", known(given, Facet.HOPES), beside=True),
        Section("To celebrate", celebrated(given)),
        Section("What we agreed to work on", tuple(about)),
        Section("How we’ll both know", tuple(success_lines(pact, given)) if pact else ()),
        Section("What came of it", tuple(ending_lines(given.closed_pacts, given))),
        Section("What was seen", seen_lines(given)),
        Section(f"In {name}’s own words", said_lines(given)),
        Section(f"What {name} will do", does(given, Observer.STUDENT), room=_NEXT),
        Section(f"What {given.advisor} will do", does(given, Observer.ADVISOR), room=_NEXT, beside=True),
        Section("What the family will do", promised(given, Party.FAMILY), room=_NEXT, beside=True),
        Section("What comes next", next_lines(given)),
        Section("From our talk", room=_TALK),
    )
    return SheetPage(
        kind=SheetKind.CONFERENCE,
        title="Conference",
        name=given.student.full_name,
        for_whom=f"{name}, the family and {given.advisor} · {span_words(given.span)}",
        sections=sections,
        foot=given.foot,
        student_id=given.student.id,
    )


def known(given: Given, facet: Facet) -> tuple[Line, ...]:
    """What is known of one facet, the latest first."""
    facts = sorted(given.of(KnownWell), key=lambda fact: (fact.learned_on, fact.id), reverse=True)
    return tuple(Line(fact.text, (fact.id,)) for fact in facts if fact.facet is facet)[:MOST_KNOWN]


def seen_lines(given: Given) -> tuple[Line, ...]:
    """What was seen, in words, with the day and where."""
    return tuple(
        Line(one.seen, (one.id,), note=f"{given.day(one.seen_on)}, {WHERE_SEEN[one.source]}")
        for one in given.seen[:MOST_SEEN]
    )


def said_lines(given: Given) -> tuple[Line, ...]:
    """What the student said, in their own words."""
    there = given.said[:MOST_SAID]
    return tuple(Line(one.student_says, (one.id,), note=given.day(one.happened_on), look=Look.WORDS) for one in there)


def does(given: Given, side: Observer) -> tuple[Line, ...]:
    """What one side does: as agreed in the pact, and what they promised besides."""
    agreed = doing_lines(current_pact(given), side, given)
    return (*agreed, *promised(given, Party.STUDENT if side is Observer.STUDENT else Party.ADVISOR))


def promised(given: Given, whose: Party) -> tuple[Line, ...]:
    """The open promises of one party that may be on the page."""
    return tuple(
        Line(one.text, (one.id,), note=f"by {given.day(one.due_on)}" if one.due_on else "")
        for one in given.of(FollowUp)
        if one.is_open and one.owner is whose
    )


def next_lines(given: Given) -> tuple[Line, ...]:
    """The next step of the partnership, and the next review of the pact."""
    partnership = current_partnership(given.of(Partnership), given.today)
    pact = current_pact(given)
    step = [Line(partnership.next_step, (partnership.id,))] if partnership and partnership.next_step else []
    if pact and pact.next_review_on:
        when = show_day(pact.next_review_on, weekday=True)
        step.append(Line(f"Next review: {when}, then {pact.review_every.label}", (pact.id,)))
    return tuple(step)


def celebrated(given: Given) -> tuple[Line, ...]:
    """What there was to celebrate at school, the latest first."""
    there = [
        one
        for one in given.of(CheckIn)
        if one.tone is Tone.CELEBRATE and one.kind is not Kind.FAMILY_CONTACT and one.line.strip()
    ]
    latest = sorted(there, key=lambda one: (one.happened_on, one.id), reverse=True)[:MOST_CELEBRATED]
    return tuple(Line(one.line, (one.id,), note=given.day(one.happened_on)) for one in latest)


def good_news(given: Given) -> list[CheckIn]:
    """What the family was told that was good, the latest first."""
    good = (one for one in given.of(CheckIn) if is_good_word(one) and one.line.strip())
    return sorted(good, key=lambda one: (one.happened_on, one.id), reverse=True)
