"""Collect what goes on a pact's page for both to sign; html_page and markdown_page lay it out.

The page holds the pact alone: no notes, no evidence, no marks of what was kept. Names of other students in the pact's own
words are covered by `PactPage.covered`.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from advisory.model import Commitment, Pact
from advisory.model.day_order import show_day
from advisory.model.words import Agreed, Observer, PactStatus
from advisory.rules.pact.life import agreed_by

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""Control characters, marks that reverse the direction of the text after them, and what UTF-8 cannot hold."""
HOW = {Agreed.SPOKEN: "said yes", Agreed.SIGNED: "signed", Agreed.TYPED: "agreed"}


class Doing(NamedTuple):
    """What one side does, and how often."""

    text: str
    how_often: str

    def covered(self, cover: Callable[[str], str]) -> "Doing":
        """Both texts as `cover` makes them."""
        return Doing(cover(self.text), cover(self.how_often))


class Side(NamedTuple):
    """The student or the advisor: the name, what they do, and how they agreed.

    `agreement` is "" before they agree. `is_written` means that they signed or typed their name, so it is on the
    line.
    """

    name: str
    does: tuple[Doing, ...]
    agreement: str
    is_written: bool

    def covered(self, cover: Callable[[str], str]) -> "Side":
        """What they do as `cover` makes it; the name is their own."""
        return self._replace(does=tuple(doing.covered(cover) for doing in self.does))


class SuccessTick(NamedTuple):
    """One line of success evidence; `met` is the day it was met, or ""."""

    text: str
    met: str


class PactPage(NamedTuple):
    """Everything on the page, as plain text. Empty fields are left off."""

    title: str
    learning_target: str
    why: str
    starting_point: str
    success: tuple[SuccessTick, ...]
    student: Side
    advisor: Side
    others: tuple[Doing, ...]
    """Others who help: `text` is who, `how_often` is what they do."""
    confidence: int | None
    look: str
    span: str
    ending: tuple[str, ...]
    foot: tuple[str, ...]

    @property
    def texts(self) -> Iterator[str]:
        """All text people wrote, which may name others."""
        yield from (self.title, self.learning_target, self.why, self.starting_point, *self.ending)
        yield from (tick.text for tick in self.success)
        for doing in (*self.student.does, *self.advisor.does, *self.others):
            yield from doing

    def covered(self, cover: Callable[[str], str]) -> "PactPage":
        """The page with all text people wrote as `cover` makes it, so that it names no other student."""
        return self._replace(
            title=cover(self.title),
            learning_target=cover(self.learning_target),
            why=cover(self.why),
            starting_point=cover(self.starting_point),
            success=tuple(tick._replace(text=cover(tick.text)) for tick in self.success),
            student=self.student.covered(cover),
            advisor=self.advisor.covered(cover),
            others=tuple(doing.covered(cover) for doing in self.others),
            ending=tuple(map(cover, self.ending)),
        )


def pact_page(pact: Pact, student: str, advisor: str, today: date) -> PactPage:
    """The page of a pact as it is now, with the names to print."""
    return PactPage(
        title=plain(pact.title),
        learning_target=plain(pact.learning_target),
        why=plain(pact.why),
        starting_point=plain(pact.starting_point),
        success=tuple(SuccessTick(plain(line.text), long_day(line.met_on)) for line in pact.success_evidence),
        student=_side(pact, Observer.STUDENT, student, pact.student_commitments),
        advisor=_side(pact, Observer.ADVISOR, advisor, pact.advisor_commitments),
        others=tuple(Doing(plain(other.who), plain(other.text)) for other in pact.others),
        confidence=pact.confidence,
        look=_look(pact),
        span=_span(pact),
        ending=_ending(pact),
        foot=(_state(pact), f"revision {pact.revision}", f"printed on {long_day(today)}"),
    )


def plain(text: str) -> str:
    """The text without characters that cannot be printed; line ends stay."""
    return _UNPRINTABLE.sub("", "\n".join(text.splitlines())).strip()


def long_day(day: date | None) -> str:
    """`Mon Nov 23, 2026`; "" for none."""
    return show_day(day, weekday=True, year=True) if day else ""


def _side(pact: Pact, party: Observer, name: str, does: tuple[Commitment, ...]) -> Side:
    yes = agreed_by(pact).get(party)
    return Side(
        plain(name),
        tuple(Doing(plain(one.text), plain(one.how_often)) for one in does),
        f"{HOW[yes.how]} on {long_day(yes.on)}" if yes else "",
        yes is not None and yes.how is not Agreed.SPOKEN,
    )


def _look(pact: Pact) -> str:
    """`Mon Dec 7, 2026, then every two weeks`."""
    if pact.status is PactStatus.CLOSED:
        return ""
    return f"{long_day(pact.next_review_on)}, then {pact.review_every.label}" if pact.next_review_on else ""


def _span(pact: Pact) -> str:
    """`from Mon Oct 19 until Fri Dec 18, 2026`."""
    start, end = pact.start_on, pact.target_on
    is_one_year = start is not None and end is not None and start.year == end.year
    begins = show_day(start, weekday=True, year=not is_one_year) if start else ""
    return " ".join(f"{word} {day}" for word, day in (("from", begins), ("until", long_day(end))) if day)


def _ending(pact: Pact) -> tuple[str, ...]:
    """How a closed pact ended, the student's own words, and what comes next."""
    if pact.status is not PactStatus.CLOSED:
        return ()
    outcome = pact.outcome.label if pact.outcome else ""
    reflections = plain(pact.reflections)
    return (outcome, f"“{reflections}”" if reflections else "", plain(pact.comes_next))


def _state(pact: Pact) -> str:
    agreed = agreed_by(pact)
    match pact.status:
        case PactStatus.CLOSED:
            return f"closed on {long_day(pact.closed_on)}" if pact.closed_on else "closed"
        case PactStatus.DRAFT:
            return "a draft: it holds once both agree"
        case PactStatus.PROPOSED:
            return "a proposal: it holds once both agree"
        case _ if set(Observer) <= agreed.keys():
            since = long_day(max(yes.on for yes in agreed.values()))
            return f"{'paused, ' if pact.status is PactStatus.PAUSED else ''}agreed by both on {since}"
        case status:
            return status.label
