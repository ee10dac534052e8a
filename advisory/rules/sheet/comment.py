"""The draft of a term's comment: four to six sentences, each with what it rests on; never what was not seen, nor a judgment.

With little written there are fewer sentences, and `for_you` says what is missing.
"""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from advisory.model import Evidence, Indicator, Pact
from advisory.model.words import Facet, Observer
from advisory.rules.pact.keeping import commitments, kept_so_far
from advisory.rules.partnership.signs import SIGN

from .conference import celebrated, known
from .given import Given, span_words
from .pact_lines import current_pact, progress_words
from .sheet_page import Line, Look, Section, SheetKind, SheetPage
from .wording import WHERE_SEEN, ended, joined, number, one_line, quoted, signs_of_success

FEWEST, MOST = 4, 6
_SIGNS = {
    "student_started": "came to talk without being asked",
    "showed_unfinished": "showed work that was not finished yet",
    "named_target": "named a target in their own words",
    "said_why": "said why it matters",
    "stayed_with_it": "stayed with a hard part",
    "a_theirs": "kept to what was agreed",
    "reported_unprompted": "told of progress without being asked",
    "explained_thinking": "explained their own thinking",
    "says_strategy": "said which strategy helps, and when",
    "self_corrected": "found a mistake and corrected it",
    "began_alone": "began a new task alone",
    "used_elsewhere": "used what was learned in another class",
}
"""What of the catalogue is the student's doing → how a sentence says it."""
_SIGNS_TOLD = 2
_CHOSEN_FIRST = (
    "a pact",
    "evidence",
    "success lines met",
    "own words",
    "levels of the target",
    "strengths",
    "anything to celebrate",
    "more evidence",
    "marks of what was kept",
    "signs",
    "what comes next",
)
"""The subjects of the sentences, those chosen sooner first; the chosen ones keep the order in which they were made."""


class _Part(NamedTuple):
    """One sentence that could be said."""

    subject: str
    line: Line | None


def comment_page(given: Given) -> SheetPage:
    """The draft of the comment on one student's term."""
    parts = list(_parts(given))
    there = [part for part in parts if part.line]
    best = sorted(there, key=lambda part: _CHOSEN_FIRST.index(part.subject))[:MOST]
    lines = tuple(part.line for part in there if part in best and part.line)
    return SheetPage(
        kind=SheetKind.COMMENT,
        title="Term comment",
        name=given.student.full_name,
        for_whom=span_words(given.span),
        sections=(Section("", lines),),
        foot=given.foot,
        student_id=given.student.id,
        for_you=tuple(_missing(given, parts, len(lines))),
    )


def _parts(given: Given) -> Iterator[_Part]:
    """Every part that could be said.

    A part's subject is what to write more about when it has nothing to say; "" for a part that belongs to another one.
    """
    pact = next(iter([*filter(None, [current_pact(given)]), *given.closed_pacts]), None)
    first, last = _seen(given)
    of_pact = "success lines met", "levels of the target", "marks of what was kept", "what comes next"
    met, levels, marks, comes_next = of_pact if pact else ("", "", "", "")
    yield _Part("strengths", _strength(given))
    yield _Part("anything to celebrate", _celebrated(given))
    yield _Part("a pact", _target(given, pact) if pact else None)
    yield _Part(met, _met(given, pact) if pact else None)
    yield _Part("more evidence" if last else "", first)
    yield _Part("evidence", last)
    yield _Part(levels, _progress(given, pact) if pact else None)
    yield _Part(marks, _kept(given, pact) if pact else None)
    yield _Part("signs", _signs(given))
    yield _Part("own words", _said(given))
    yield _Part(comes_next, _next(given, pact) if pact else None)


def _missing(given: Given, parts: list[_Part], sentences: int) -> Iterator[str]:
    """What there is too little of, so that nobody takes a short draft for all there is to say."""
    if sentences < FEWEST:
        lacking = joined([part.subject for part in parts if part.line is None and part.subject], "or")
        count = f"Only {number(sentences)} sentence{'' if sentences == 1 else 's'}" if sentences else "No sentence yet"
        yield (
            f"{count}, where {number(FEWEST)} to {number(MOST)} are usual. Nothing you may share about {given.called} from "
            f"{span_words(given.span)} covers {lacking}."
        )


def _sentence(text: str, rows: tuple[str, ...], basis: str) -> Line:
    return Line(ended(text), rows, basis=basis, look=Look.SENTENCE)


def _strength(given: Given) -> Line | None:
    for fact in known(given, Facet.STRENGTHS)[:1]:
        return _sentence(f"{given.called}’s strength: {one_line(fact.text)}", fact.rows, "a known strength")
    return None


def _celebrated(given: Given) -> Line | None:
    for line in celebrated(given)[:1]:
        return _sentence(f"{line.note}: {one_line(line.text)}", line.rows, f"a celebration of {line.note}")
    return None


def _target(given: Given, pact: Pact) -> Line:
    day = f" of {given.day(pact.start_on)}" if pact.start_on else ""
    target = quoted(pact.learning_target, ".")
    said = f"{given.called} and {given.advisor} agreed on a target: {target}"
    return _sentence(said, (pact.id,), f"the pact{day}")


def _met(given: Given, pact: Pact) -> Line | None:
    met = [line for line in pact.success_evidence if line.met_on and given.is_in_span(line.met_on)]
    if not met:
        return None
    told = joined([quoted(line.text, "." if line is met[:3][-1] else "") for line in met[:3]])
    days = joined([*dict.fromkeys(given.day(line.met_on) for line in met[:3] if line.met_on)])
    count, every = len(met), len(pact.success_evidence)
    return _sentence(f"{signs_of_success(count, every)}: {told}", (pact.id,), f"success lines of the pact, met {days}")


def _seen(given: Given) -> tuple[Line | None, Line | None]:
    """The first and the last of what was seen; a single piece is the last."""
    lines = [_evidence(given, piece) for piece in given.seen]
    return (lines[-1] if len(lines) > 1 else None), (lines[0] if lines else None)


def _evidence(given: Given, piece: Evidence) -> Line:
    day = given.day(piece.seen_on)
    text = f"{day}, {WHERE_SEEN[piece.source]}: {one_line(piece.seen)}"
    return _sentence(f"Seen on {text}", (piece.id,), f"evidence of {day}, {piece.source.label}")


def _progress(given: Given, pact: Pact) -> Line | None:
    text, rows = progress_words(pact, given)
    count = len(rows) - 1  # the first is the pact
    basis = f"the levels of {number(count)} piece{'' if count == 1 else 's'} of evidence"
    return _sentence(text, rows, basis) if text else None


def _kept(given: Given, pact: Pact) -> Line | None:
    for one in commitments(pact, Observer.STUDENT):
        kept = kept_so_far(pact, one, given.today, given.calendar).words if one.kept else ""
        if kept:
            text = f"{given.called} kept {quoted(one.text)} in {kept}"
            return _sentence(text, (pact.id,), "the marks of a commitment in the pact")
    return None


def _signs(given: Given) -> Line | None:
    signs = [one for one in given.of(Indicator) if one.key in _SIGNS and given.is_in_span(one.observed_on)]
    latest = {one.key: one for one in sorted(signs, key=lambda one: (one.observed_on, one.id))}
    told = list(islice(reversed(latest.values()), _SIGNS_TOLD))[::-1]
    if not told:
        return None
    basis = joined([f"{SIGN[one.key].label} ({given.day(one.observed_on)})" for one in told])
    text = f"{given.called} {joined([_SIGNS[one.key] for one in told])}"
    return _sentence(text, tuple(one.id for one in told), f"signs: {basis}")


def _said(given: Given) -> Line | None:
    for one in given.said[:1]:
        day = given.day(one.happened_on)
        text = f"In {given.called}’s own words: {quoted(one.student_says, '.')}"
        return _sentence(text, (one.id,), f"said on {day}, {one.kind.label}")
    return None


def _next(given: Given, pact: Pact) -> Line | None:
    if pact.closed_on and pact.comes_next:
        return _sentence(f"What comes next: {one_line(pact.comes_next)}", (pact.id,), "the end of the pact")
    if pact.next_review_on and pact.next_review_on >= given.today:
        return _sentence(f"Next review: {given.day(pact.next_review_on)}", (pact.id,), "the pact's next review")
    return None
