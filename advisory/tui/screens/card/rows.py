"""The rows of a student's card, from top to bottom."""

from collections.abc import Collection, Iterator, Sequence

from advisory.caseload.coverage import facts_of
from advisory.caseload.group import promised_text
from advisory.model import CheckIn, FollowUp, glyphs
from advisory.model.words import Facet, Observer, Party, PronounsScope
from advisory.rules.check_in.line import line_words
from advisory.rules.check_in.own_hand import OWN
from advisory.rules.family.good_word import last_good_word
from advisory.rules.overview.summary import Summary
from advisory.rules.overview.week_review import contact_words
from advisory.rules.pact.end import CLOSE_OR_GO_ON, is_past_end
from advisory.rules.promise.owner import whose
from advisory.tui.desk import Desk
from advisory.tui.prose import day, due, safe, wrap
from advisory.tui.screens.base.text_rows import section_heading, text_row
from advisory.tui.screens.base.uncovered_row import uncovered_row
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Span
from advisory.tui.words.contact_strip import dated_strip
from advisory.tui.words.fact import hidden_words, visible_facts
from advisory.tui.words.family import good_word_home, person_words
from advisory.tui.words.round import planned_words
from advisory.tui.words.summary import clock_look, clock_words, focal_text, promise_look

from .board import card_board, move_rows, sign_rows
from .check_ins import check_in_rows, last_lines, more_lines, question_lines
from .learning import evidence_rows, insight_rows, learning_rows
from .years import YearLines, earlier_years, lines_of, this_year, year_headings

_QUOTES = 2
"""How many of the student's latest own words are shown."""
_FACETS = (Facet.NAME, Facet.STRENGTHS, Facet.HOPES, Facet.INTERESTS, Facet.LEARNS_BEST)
"""The facets that the card shows. When sensitive facts are shown, those of the other facets join them."""


def card_rows(
    desk: Desk, student_id: str, cells: int, *, asked: bool = False, opened: Collection[int] = ()
) -> list[Row]:
    """All rows of the card, for a width in cells. A row's key is the id of its record.

    `asked` shows sensitive facts; `opened` are the earlier school years that are unfolded.
    """
    line, every = desk.caseload.summary(student_id), lines_of(desk, student_id)
    shown = this_year(desk, every)
    return [
        *_who(desk, line, cells),
        *_facts(desk, line, cells, asked=asked),
        *_own_words(desk, line, shown.check_ins, cells),
        *question_lines(desk, line, cells),
        *_pact(desk, line, cells),
        *_promises(desk, line),
        *last_lines(desk, line, shown.check_ins, cells),
        *_family(desk, line, every.check_ins, cells),
        *card_board(desk, line, every, shown, cells),
        *learning_rows(desk, line, shown, cells),
        *more_lines(desk, line, shown.check_ins, cells),
        *_earlier_years(desk, line, every, cells, opened),
    ]


def _earlier_years(
    desk: Desk, line: Summary, every: YearLines, cells: int, opened: Collection[int]
) -> Iterator[Row]:  # fmt: skip
    """A heading for each earlier school year, with its lines below if it is unfolded."""
    years = earlier_years(desk, every)
    for year, heading in year_headings(years, opened, cells):
        yield from heading
        if year not in opened:
            continue
        lines = years[year]
        yield from check_in_rows(desk, line, lines.check_ins, cells)
        yield from sign_rows(desk, lines.signs, cells)
        yield from evidence_rows(desk, line, lines.evidence, cells)
        yield from insight_rows(desk, line, lines.insights, cells)
        if lines.moves:
            yield from move_rows(desk, line, lines.moves, cells)


def _who(desk: Desk, line: Summary, cells: int) -> Iterator[Row]:
    student, prose = line.student, desk.prose
    yield text_row(Span(desk.name(student.id), "heading"))
    facts = []
    if not prose.is_shaded:
        if student.pronounce:
            facts.append(f"say “{safe(student.pronounce)}”")
        if student.pronouns:
            where = "" if student.pronouns_scope is PronounsScope.ANYWHERE else f" ({student.pronouns_scope.label})"
            facts.append(safe(student.pronouns) + where)
        if student.grade:
            facts.append(f"grade {safe(student.grade)}")
        if student.home_language:
            facts.append(f"speaks {safe(student.home_language)} at home")
    if student.status.value != "active":
        facts.append(student.status.label)
    if facts:
        yield text_row(Span(" · ".join(facts), "muted"))
    contact, one = line.contact, line.one_to_one
    yield text_row(
        Span("any contact ", "muted"), Span(clock_words(contact, line.as_of), clock_look(contact)),
        Span("   one-to-one ", "muted"), Span(clock_words(one, line.as_of), clock_look(one)),
    )  # fmt: skip
    if focal := focal_text(line, prose):
        yield from (text_row(Span(text, "accent")) for text in wrap(f"{glyphs.FOCAL} {focal}", cells))
    if planned := planned_words(desk, student.id):
        yield text_row(Span(planned[:1].upper() + planned[1:], "accent"))
    yield from uncovered_row(desk)
    first = next(iter(desk.caseload.calendar.last_school_days(line.as_of)), None)
    yield text_row(Span(f"{len(line.strip)} school days ", "muted"), *dated_strip(line, first))
    started = f", {line.student_started} started by them" if line.contacts_this_term else ""
    yield text_row(Span(f"{contact_words(line)}{started}", "muted"))


def _facts(desk: Desk, line: Summary, cells: int, *, asked: bool) -> Iterator[Row]:
    """What is known of the student: the name as they say it, strengths, hopes and so on."""
    facts = visible_facts(facts_of(desk.caseload, line.student.id), asked=asked)
    sensitive = {fact.facet for fact in facts.shown if fact.sensitive}
    for facet in (*_FACETS, *sorted(sensitive.difference(_FACETS), key=list(Facet).index)):
        texts = [fact.text for fact in facts.shown if fact.facet is facet and (facet in _FACETS or fact.sensitive)]
        if texts:
            yield from (text_row(Span(text)) for text in wrap(f"{facet.label}: {desk.prose.notes(texts, '; ')}", cells))
    count = f"{line.facets_known} of {len(Facet)} areas known this year"
    hidden = hidden_words(facts.hidden, desk.key("sensitive-facts"))
    yield text_row(Span(f"{count}; {hidden}" if facts.hidden else count, "muted"))


def _own_words(desk: Desk, line: Summary, newest_first: Sequence[CheckIn], cells: int) -> Iterator[Row]:
    """What the student said last, word for word."""
    quoted = [one for one in newest_first if one.student_says and not desk.keeps_back(one)][:_QUOTES]
    for check_in in quoted:
        is_own = check_in.by is Observer.STUDENT
        words = desk.prose.note(line_words(check_in)) if is_own else f"“{desk.prose.note(check_in.student_says)}”"
        sentence = f"{words} {day(check_in.happened_on, line.as_of)}{f', {OWN}' if is_own else ''}"
        yield from (text_row(Span(text, "accent")) for text in wrap(sentence, cells))


def _promises(desk: Desk, line: Summary) -> Iterator[Row]:
    """The advisor's own promises, and apart from them those of the student, the family and staff."""
    for title, promises in (("Your promises", line.promises), ("Promised by others", line.promises_of_others)):
        if promises:
            yield from section_heading(title)
        yield from (_promise(desk, line, promise) for promise in promises)


def _promise(desk: Desk, line: Summary, promise: FollowUp) -> Row:
    is_mine = promise.owner is Party.ADVISOR
    until = f"  {due(promise.due_on, line.as_of)}" if promise.due_on else ""
    late = is_mine and promise.due_on is not None and promise.due_on <= line.as_of
    return text_row(
        Span(f"{glyphs.OPEN} ", promise_look(promise, line.as_of)),
        Span(
            whose(promise.owner, desk.short(promise.student)) + desk.prose.note(promised_text(desk.caseload, promise))
        ),
        Span(until, "due" if late else "muted"),
        key=promise.id,
    )


def _family(desk: Desk, line: Summary, newest_first: Sequence[CheckIn], cells: int) -> Iterator[Row]:
    """The people of the family and how to reach them, and how long ago a good word went home."""
    yield from section_heading("Family")
    people = line.student.family_contacts
    if not people:
        yield text_row(Span(f"Nobody written down yet; {desk.key('edit-student')} adds them", "muted"))
    for person in people:
        look = "" if person.may_contact else "muted"
        yield from (text_row(Span(text, look)) for text in wrap(person_words(person, desk.prose), cells))
    last = last_good_word(newest_first, line.as_of)
    days = desk.caseload.calendar.days_between(last.happened_on, line.as_of) if last else None
    to = f", to {desk.prose.note(last.person)}" if last and last.person else ""
    yield text_row(Span(good_word_home(last, days, line.as_of) + to, "muted"))


def _pact(desk: Desk, line: Summary, cells: int) -> Iterator[Row]:
    """The pact: its target, its status, what is met, and when the next review is."""
    pact = line.pact
    if pact is None:
        return
    yield from section_heading("Pact")
    met = f"{pact.success_met} of {len(pact.success_evidence)} met" if pact.success_evidence else "no success line yet"
    review = f", review {due(pact.next_review_on, line.as_of)}" if pact.next_review_on else ""
    review = f", {CLOSE_OR_GO_ON}" if is_past_end(pact, line.as_of) else review
    stands = f"{pact.outcome.label if pact.outcome else pact.status.label}, {met}{review}"
    yield from (text_row(Span(text)) for text in wrap(desk.prose.note(pact.learning_target), cells))
    yield text_row(Span(stands, "muted"))
