"""The page for home: the conference's in plain words, with the language of the home and who of the family it is for."""

from advisory.model import OtherHelp
from advisory.model.words import Facet, Observer
from advisory.rules.family.people import called

from .conference import celebrated, does, good_news, known, said_lines
from .given import Given, span_words
from .pact_lines import current_pact, success_lines
from .sheet_page import Line, Look, Section, SheetKind, SheetPage
from .wording import capital, signs_of_success

_SEEN = 4
_AT_HOME, _TELL = 2, 5


def family_page(given: Given) -> SheetPage:
    """The page for one student's home."""
    pact, name = current_pact(given), given.called
    sections = (
        Section("", (_greeting(given),)),
        Section(f"What {name} is good at", known(given, Facet.STRENGTHS)),
        Section(f"What {name} hopes for", known(given, Facet.HOPES), beside=True),
        Section("Good news", celebrated(given)),
        Section("Our last good news", _good_word(given)),
        Section("What we work on", _work(given)),
        Section("We’ll know it’s working when", tuple(success_lines(pact, given)) if pact else ()),
        Section("What we saw at school", _seen(given)),
        Section(f"What {name} says", said_lines(given)),
        Section(f"What {name} does", does(given, Observer.STUDENT)),
        Section(f"What {given.advisor} does", does(given, Observer.ADVISOR), beside=True),
        Section("What helps, at school and at home", _helps(given), room=_AT_HOME),
        Section(f"What you want {given.advisor} to know", room=_TELL),
    )
    return SheetPage(
        kind=SheetKind.FAMILY,
        title="For home",
        name=given.student.full_name,
        for_whom=_for_whom(given),
        sections=sections,
        foot=given.foot,
        student_id=given.student.id,
    )


def _for_whom(given: Given) -> str:
    people = [called(person) for person in given.student.family_contacts if person.may_contact]
    language = given.student.home_language
    spoken = f"language at home: {language}" if language else ""
    return " · ".join(filter(None, ("; ".join(people), spoken, span_words(given.span))))


def _greeting(given: Given) -> Line:
    return Line(
        f"This page tells you how {given.called} is doing at school, and what {given.called} and {given.advisor} are "
        "working on. There is room at the end to write back.",
        look=Look.TEXT,
    )


def _good_word(given: Given) -> tuple[Line, ...]:
    """The last good word between school and home."""
    return tuple(Line(one.line, (one.id,), note=given.day(one.happened_on)) for one in good_news(given)[:1])


def _work(given: Given) -> tuple[Line, ...]:
    """What the two agreed on, and how far it is, without the words of the trade."""
    pact = current_pact(given)
    if pact is None:
        return ()
    lines = [Line(pact.learning_target, (pact.id,), look=Look.WORDS)]
    if pact.why:
        lines.append(Line(f"Why it matters: “{pact.why}”", (pact.id,), look=Look.TEXT))
    if count := len(pact.success_evidence):
        lines.append(Line(f"{signs_of_success(pact.success_met, count)} so far.", (pact.id,), look=Look.TEXT))
    if pact.next_review_on:
        lines.append(Line(f"Next review: {given.day(pact.next_review_on)}.", (pact.id,), look=Look.TEXT))
    return tuple(lines)


def _seen(given: Given) -> tuple[Line, ...]:
    return tuple(Line(one.seen, (one.id,), note=given.day(one.seen_on)) for one in given.seen[:_SEEN])


def _helps(given: Given) -> tuple[Line, ...]:
    """What others do to help, as agreed, and what helps the student learn."""
    pact = current_pact(given)
    others: tuple[OtherHelp, ...] = pact.others if pact else ()
    agreed = [Line(f"{capital(other.who)}: {other.text}", (pact.id,)) for other in others if pact]
    return (*agreed, *known(given, Facet.LEARNS_BEST))
