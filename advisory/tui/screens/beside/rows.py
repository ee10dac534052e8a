"""The rows of the screen that a student sees: their pact and what is theirs to see, in words for the student."""

from collections.abc import Callable, Collection, Iterable, Iterator

from advisory.caseload.leaving.shareable import Shareable
from advisory.model import Commitment, Pact, glyphs
from advisory.model.words import Independence, Observer, PactOutcome, PactStatus
from advisory.rules.learning.trend import ARROW, Trend, bars, describe_steps, distinct_steps, independence, levels
from advisory.rules.pact.keeping import kept_so_far
from advisory.rules.pact.life import AGREED_STATES, agreed_by
from advisory.rules.pact.line import LISTS, PactLine, read_line
from advisory.tui.drafts.unsaved import OWN_FORM
from advisory.tui.prose import width, wrap
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span
from advisory.tui.words.beside import CALLED, spoken_day

from .season import season_texts
from .text import HANG, Reader, Text

_CALLED_SINCE = {
    "learning_target": "What we worked on",
    "why": "Why it mattered to you",
    "success_evidence": "How we both knew",
    "student_commitments": "What you did",
    "advisor_commitments": "What your advisor did",
}
"""Field of a closed pact → its heading."""
EDITABLE = frozenset({PactStatus.DRAFT, PactStatus.PROPOSED, *AGREED_STATES})
"""The statuses in which the student can change the pact's words."""
_ALONE = {
    Independence.WITH_ME: "with your advisor",
    Independence.WITH_PROMPTS: "with a hint",
    Independence.CHECKS_AFTER: "on your own, then checked",
    Independence.ON_OWN: "on your own",
}
_ENDED = {
    PactOutcome.MET: "You got there.",
    PactOutcome.PARTLY_MET: "Part of it is there.",
    PactOutcome.NOT_YET: "Not yet.",
    PactOutcome.REPLACED: "We went on with something else.",
}
_MET, _NOT_YET, _DOES = glyphs.DONE, glyphs.OPEN, glyphs.BULLET
_BEGUN = f"{glyphs.BEGUN} started, not saved yet"


def beside_rows(
    shared: Shareable, pact: Pact | None, trend: Trend | None, reader: Reader, begun: Collection[str], cells: int
) -> list[Row]:
    """All rows in order. `begun` holds the keys of the pact's lines that have an unsaved draft, and OWN_FORM if another is."""
    texts = list(_all(shared, pact, trend, reader, begun))
    return [row for text in texts for row in _rows(text, cells)]


def _all(
    shared: Shareable, pact: Pact | None, trend: Trend | None, reader: Reader, begun: Collection[str]
) -> Iterator[Text]:
    own = shared.student
    pronounced = f"  ({reader.prose.note(own.pronounce)})" if own.pronounce else ""
    name = f"{reader.prose.name(own, own.called)}{pronounced}"
    yield Text(name, "heading")
    yield Text("─" * width(name), "muted")
    if pact is None:
        yield Text("We have no pact yet.")
        yield Text(f"Your advisor begins one with you, with {reader.new_pact_key} on their own screen.", "muted")
        yield Text()
    else:
        yield from _pact(pact, trend, reader, begun)
    if shared.plan is not None:
        yield from season_texts(shared.plan, reader)
    for heading, texts in (
        ("Your strengths", shared.strengths),
        ("What you hope for", shared.hopes),
        ("In your own words", shared.own_words),
        ("Your question for next time", shared.questions),
        ("What comes next", [shared.next_step] if shared.next_step.strip() else []),
    ):
        if texts:
            yield Text(heading, "accent")
            yield from (Text(reader.read(text)) for text in texts)
            yield Text()
    if OWN_FORM in begun:
        yield Text(_BEGUN, "muted")
        yield Text()
    yield Text(f"{reader.own_key} leaves something from you: how you are, your own words, a question.", "muted")
    if len(shared.pacts) > 1:
        yield Text(f"{reader.other_pact_key} shows our other pacts.", "muted")


def _pact(pact: Pact, trend: Trend | None, reader: Reader, begun: Collection[str]) -> Iterator[Text]:
    def line(at: PactLine, mark: str = "") -> Iterator[Text]:
        text = reader.read(read_line(pact, at)) or "–"
        key = at.key if pact.status in EDITABLE else ""
        yield Text(text, "strong", key, mark, HANG if mark else 0)
        if at.key in begun:
            yield Text(_BEGUN, "muted", hang=HANG if mark else 0)

    called = _CALLED_SINCE if pact.status is PactStatus.CLOSED else CALLED
    yield Text(_standing(pact), "muted")
    yield Text()
    yield Text(called["learning_target"], "accent")
    yield from line(PactLine("learning_target"))
    yield Text()
    if pact.why or pact.status in EDITABLE:
        yield Text(called["why"], "accent")
        yield from line(PactLine("why"))
        yield Text()
    for field in LISTS:
        yield Text(called[field], "accent")
        parts = getattr(pact, field)
        for number, part in enumerate(parts):
            is_met = field == "success_evidence" and part.met_on is not None
            mark = (_MET if is_met else _NOT_YET) if field == "success_evidence" else _DOES
            yield from line(PactLine(field, number), mark)
            if is_met:
                yield Text(f"met on {spoken_day(part.met_on)}", "good", hang=HANG)
            if isinstance(part, Commitment):
                yield from _kept(pact, part, reader)
        new = PactLine(field, len(parts)).key
        if not parts or new in begun:
            yield Text(_BEGUN if new in begun else "–", "muted", new if pact.status in EDITABLE else "")
        yield Text()
    if pact.others:
        yield Text("Who else helps", "accent")
        yield from (Text(reader.read(f"{other.who}: {other.text}")) for other in pact.others)
        yield Text()
    yield from _going(pact, trend, reader)


def _kept(pact: Pact, part: Commitment, reader: Reader) -> Iterator[Text]:
    """How often a commitment is due, and in which of the last weeks it was kept."""
    often = reader.read(part.how_often)
    if pact.status not in AGREED_STATES:
        if often:
            yield Text(often, "muted", hang=HANG)
        return
    so_far = kept_so_far(pact, part, reader.today, reader.calendar)
    shown = reader.prose.note(f"{' '.join(so_far.marks)}   {so_far.words}" if so_far.marks else "just begun")
    yield Text(f"{often}   {shown}" if often else shown, "muted", hang=HANG)
    if reader.today in part.kept and part in pact.student_commitments:
        by = "you marked it" if reader.today in part.own_marks else "your advisor marked it"
        yield Text(f"kept today: {by}", "good", hang=HANG)


def _going(pact: Pact, trend: Trend | None, reader: Reader) -> Iterator[Text]:
    """The evidence of the target, and when the next review is; for a closed pact how it ended."""
    if trend is not None:
        yield Text("How it goes", "accent")
        yield Text(reader.prose.note(f"{'  '.join(bars(trend))}   {describe_steps(levels(trend))}"))
        alone = ARROW.join(_ALONE[Independence(step.word)] for step in distinct_steps(independence(trend)))
        yield Text(reader.prose.note(alone), "muted")
        yield Text()
    if pact.status is PactStatus.CLOSED:
        for heading, text in (("What you said at the end", pact.reflections), ("What came next", pact.comes_next)):
            if text:
                yield Text(heading, "accent")
                yield Text(reader.read(text))
                yield Text()
    elif pact.next_review_on:
        yield Text("Our next review", "accent")
        is_to_come = pact.next_review_on > reader.today
        yield Text(f"On {spoken_day(pact.next_review_on)}." if is_to_come else "It is time to review it.")
        if pact.target_on:
            yield Text(f"It ends on {spoken_day(pact.target_on)}.", "muted")
        yield Text()


def _standing(pact: Pact) -> str:
    """The pact's status, in words for the student."""
    if pact.status is PactStatus.DRAFT:
        return "We are writing this pact."
    if pact.status is PactStatus.PROPOSED:
        wanted = [words for party, words in _WANTED.items() if party not in agreed_by(pact)]
        return f"We have written this pact. It still needs {' and '.join(wanted)}." if wanted else "We both said yes."
    if pact.status is PactStatus.PAUSED:
        return "This pact is on hold for now."
    if pact.status is PactStatus.CLOSED:
        ended = _ENDED[pact.outcome] if pact.outcome else ""
        return f"Our pact until {spoken_day(pact.closed_on)}. {ended}" if pact.closed_on else f"Our pact. {ended}"
    return "Our pact: we both said yes to it."


_WANTED = {Observer.STUDENT: "your yes", Observer.ADVISOR: "your advisor's yes"}


def _rows(text: Text, cells: int) -> Iterable[Row]:
    room = max(1, cells - text.hang)
    for number, part in enumerate(wrap(text.text, room)):
        mark = f"{text.mark} " if text.mark and not number else " " * text.hang
        yield Row("" if number else text.key, _drawn((Span(mark, "accent"), Span(part, text.look))))


def _drawn(line: Line) -> Callable[[int], Line]:
    return lambda _cells: line
