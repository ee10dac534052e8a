"""The lines of a page about a pact: its target, what shows it, how it goes, and what each side does."""

from collections.abc import Iterator, Sequence

from advisory.model import Commitment, Pact
from advisory.model.words import Observer, PactStatus
from advisory.rules.overview.summary import main_pact
from advisory.rules.pact.keeping import commitments, kept_so_far

from .given import Given
from .sheet_page import Line, Look
from .wording import HOW_ALONE, number

_SHOWN = frozenset((PactStatus.ACTIVE, PactStatus.PAUSED, PactStatus.PROPOSED, PactStatus.DRAFT))


def current_pact(given: Given) -> Pact | None:
    """The pact to show: the one that runs, or else one that waits for both; None where the last one is closed."""
    pact = main_pact(given.of(Pact))
    return pact if pact and pact.status in _SHOWN else None


def target_lines(pact: Pact) -> Iterator[Line]:
    """The target in the words they agreed on, and why it matters."""
    yield Line(pact.learning_target, (pact.id,), look=Look.WORDS)
    if pact.why:
        yield Line(f"Why it matters: “{pact.why}”", (pact.id,), look=Look.TEXT)


def success_lines(pact: Pact, given: Given) -> list[Line]:
    """What shows that the target is reached, ticked where it is met."""
    return [
        Line(line.text, (pact.id,), note=f"met {given.day(line.met_on)}", look=Look.MET)
        if line.met_on
        else Line(line.text, (pact.id,), look=Look.OPEN)
        for line in pact.success_evidence
    ]


def progress_lines(pact: Pact, given: Given) -> Iterator[Line]:
    """How it goes, in words: how many of the success lines are met, how far the work on the target has come."""
    if count := len(pact.success_evidence):
        met = number(pact.success_met)
        of = "the one" if count == 1 else f"the {number(count)}"
        yield Line(f"Met so far: {met} of {of}.", (pact.id,), look=Look.TEXT)
    text, rows = progress_words(pact, given)
    if text:
        yield Line(f"{text}.", rows, look=Look.TEXT)


def progress_words(pact: Pact, given: Given) -> tuple[str, tuple[str, ...]]:
    """`On this target: first “not yet”, now “getting there”, with a prompt`, and what it rests on; "" where nobody rated it."""
    rated = [one for one in given.rated if one.pact == pact.id and one.on <= given.span.ends_on]
    levels = [one.level.label for one in rated if one.level]
    if not levels:
        return "", ()
    alone = [HOW_ALONE[one.independence] for one in rated if one.independence][-1:]
    far = f"so far “{levels[-1]}”" if len(set(levels)) == 1 else f"first “{levels[0]}”, now “{levels[-1]}”"
    rows = (pact.id, *(one.record_id for one in rated if one.level))
    return f"On this target: {', '.join([far, *alone])}", rows


def doing_lines(pact: Pact | None, side: Observer, given: Given) -> list[Line]:
    """What one side does, how often, and in how many weeks it was kept."""
    if pact is None:
        return []
    return [Line(one.text, (pact.id,), note=_kept(pact, one, given)) for one in commitments(pact, side)]


def ending_lines(pacts: Sequence[Pact], given: Given) -> Iterator[Line]:
    """Each pact that was closed: what it was about, how it ended, in the student's words and what came next."""
    for pact in pacts:
        how = pact.outcome.label if pact.outcome else "closed"
        day = given.day(pact.closed_on) if pact.closed_on else ""
        yield Line(f"{pact.called}: {how}", (pact.id,), note=day)
        if pact.reflections:
            yield Line(pact.reflections, (pact.id,), look=Look.WORDS)
        if pact.comes_next:
            yield Line(f"Next: {pact.comes_next}", (pact.id,))


def _kept(pact: Pact, one: Commitment, given: Given) -> str:
    kept = kept_so_far(pact, one, given.today, given.calendar).words
    return ", ".join(filter(None, (one.how_often, f"kept in {kept}" if kept else "")))
