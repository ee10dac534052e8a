"""One student's line of the caseload, shown on the screen and exported as CSV."""

import math
from collections.abc import Iterable, Reversible, Sequence
from datetime import date
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

import msgspec

from advisory.model import DefensePlan, Evidence, FollowUp, Indicator, KnownWell, Pact, Partnership, Student
from advisory.model.words import PactStatus, Party, Stage, Status
from advisory.rules.check_in.seen import Seen
from advisory.rules.days.clocks import Clock, derive_clock
from advisory.rules.days.contact_strip import DayCell, contact_strip
from advisory.rules.days.interval import USUAL, UsualIntervals
from advisory.rules.days.school_days import Calendar, school_year
from advisory.rules.learning.known_well import known_facets
from advisory.rules.pact.end import is_past_end
from advisory.rules.partnership.signs import SIGN, Catalogue
from advisory.rules.partnership.stage_gate import Gate, derive_gate
from advisory.rules.season.last_weeks import DefenseSoon, defense_soon, season_interval

if TYPE_CHECKING:
    from advisory.rules.learning.trend import Trend

_PACT_ORDER = (PactStatus.ACTIVE, PactStatus.PAUSED, PactStatus.PROPOSED, PactStatus.DRAFT, PactStatus.CLOSED)


class StudentFile(msgspec.Struct, frozen=True):
    """The records of one student, none of them in the trash; check-ins oldest first."""

    student: Student
    check_ins: Reversible[Seen] = ()
    partnerships: Sequence[Partnership] = ()
    indicators: Sequence[Indicator] = ()
    pacts: Sequence[Pact] = ()
    evidence: Sequence[Evidence] = ()
    follow_ups: Sequence[FollowUp] = ()
    known_well: Sequence[KnownWell] = ()
    defenses: Sequence[DefensePlan] = ()


class Summary(msgspec.Struct, frozen=True):
    """One student as of one date. `name` and `short` are unique in the caseload; ages are in school days."""

    as_of: date
    student: Student
    name: str
    short: str
    partnership: Partnership | None
    stage_age: int | None
    gate: Gate
    interval: int
    """School days that may pass between one-to-ones."""
    contact: Clock
    one_to_one: Clock
    contacts_this_term: int
    student_started: int
    promises: tuple[FollowUp, ...]
    """The advisor's open promises to this student, the first due first."""
    promises_of_others: tuple[FollowUp, ...]
    """What the student, their family or staff promised and is still open, the first due first."""
    pact: Pact | None
    trend: "Trend | None"
    """The trend of that pact's target; None without evidence."""
    review: Pact | None
    """The active pact whose review has been due longest, or whose end day has passed."""
    defense: DefensePlan | None
    """The plan to show: the next day, or the one that waits for a new day or its outcome, or the last one."""
    defense_soon: DefenseSoon | None
    """How near the next day is, in the last weeks before it."""
    facets_known: int
    """How many facets have a fact from this school year."""
    counted_since: date | None
    """The day since which contacts are counted, where it isn't the first of a term that covers the date; otherwise None."""
    not_here: bool
    """Whether the student is away on this date, or on leave."""
    today: DayCell
    """What happened today, school day or not."""
    strip: tuple[DayCell, ...]
    """What happened on each of the last school days, the oldest first."""

    @property
    def waited(self) -> float:
        """School days since the last one-to-one, infinite before the first; for sorting by waiting time."""
        return math.inf if self.one_to_one_age is None else self.one_to_one_age

    @property
    def stage(self) -> Stage | None:
        """The stage of the partnership."""
        return self.partnership.stage if self.partnership else None

    @property
    def stage_since_on(self) -> date | None:
        """The date the partnership entered its stage."""
        return self.partnership.entered_on if self.partnership else None

    @property
    def last_contact_on(self) -> date | None:
        """The date of the last contact of any kind."""
        return self.contact.last_on

    @property
    def contact_age(self) -> int | None:
        """School days since the last contact of any kind."""
        return self.contact.age

    @property
    def last_one_to_one_on(self) -> date | None:
        """The date of the last one-to-one."""
        return self.one_to_one.last_on

    @property
    def one_to_one_age(self) -> int | None:
        """School days since the last one-to-one."""
        return self.one_to_one.age

    @property
    def open_promises(self) -> int:
        """How many of the advisor's promises are open."""
        return len(self.promises)


def summarize(
    file: StudentFile,
    name: str,
    short: str,
    calendar: Calendar,
    today: date,
    usual: UsualIntervals = USUAL,
    catalogue: Catalogue = SIGN,
) -> Summary:
    """Derive a student's summary as of `today`; check-ins dated later are ignored."""
    student = file.student
    upcoming, shown = _plans(file.defenses, today)
    soon = defense_soon(upcoming, reversed(file.check_ins), today, calendar)
    interval = season_interval(usual.of(student), soon)
    term = calendar.term_at(today)
    days = calendar.last_school_days(today)
    since = min([term.starts_on, *days[:1]])
    until_today = dropwhile(lambda c: c.happened_on > today, reversed(file.check_ins))
    lately = list(takewhile(lambda c: c.happened_on >= since, until_today))
    this_term = [check_in for check_in in lately if check_in.happened_on >= term.starts_on]
    partnership = current_partnership(file.partnerships, today)
    year = school_year(today)
    pact = main_pact(file.pacts)
    seen_of_it = [seen for seen in file.evidence if pact and seen.pact == pact.id and seen.seen_on <= today]
    return Summary(
        as_of=today,
        student=student,
        name=name,
        short=short,
        partnership=partnership,
        stage_age=calendar.days_between(partnership.entered_on, today, student.id) if partnership else None,
        gate=derive_gate(
            partnership.stage if partnership else Stage.RAPPORT,
            file.indicators,
            [
                pact
                for pact in file.pacts
                if school_year(pact.start_on or pact.created_at.date()) == year or pact.status is PactStatus.ACTIVE
            ],
            [seen for seen in file.evidence if school_year(seen.seen_on) == year],
            catalogue,
        ),
        interval=interval,
        contact=_clock(file, interval, calendar, today, one_to_one=False),
        one_to_one=_clock(file, interval, calendar, today, one_to_one=True),
        contacts_this_term=sum(c.counts_contact for c in this_term),
        counted_since=_counted_since(student, this_term, calendar, today),
        student_started=sum(c.initiator is Party.STUDENT and c.counts_contact for c in this_term),
        promises=tuple(first_due_first(p for p in file.follow_ups if p.is_mine)),
        promises_of_others=tuple(first_due_first(p for p in file.follow_ups if p.is_open and not p.is_mine)),
        pact=pact,
        trend=_trend(seen_of_it),
        review=_review(file.pacts, today),
        defense=shown,
        defense_soon=soon,
        facets_known=len(known_facets(file.known_well, today)),
        not_here=student.status is Status.ON_LEAVE or calendar.is_away(student.id, today),
        today=contact_strip(student, lately, [today], calendar)[0],
        strip=contact_strip(student, lately, days, calendar),
    )


def _plans(plans: Sequence[DefensePlan], today: date) -> tuple[DefensePlan | None, DefensePlan | None]:
    """The plan of the next day, and the plan to show."""
    if not plans:
        return None, None
    from advisory.rules.season.plan_life import next_plan, shown_plan

    return next_plan(plans, today), shown_plan(plans, today)


def _trend(seen: Sequence[Evidence]) -> "Trend | None":
    if not seen:
        return None
    from advisory.rules.learning.trend import derive_trend

    return derive_trend(seen)


def _counted_since(student: Student, newest_first: Sequence[Seen], calendar: Calendar, today: date) -> date | None:
    began = calendar.term_at(today).starts_on
    joined_on = student.joined_on or began
    came = min([joined_on, *(one.happened_on for one in newest_first[-1:])])
    if began < came <= today:
        return came
    return None if calendar.is_in_term(today) else began


def by_stage(lines: Iterable[Summary]) -> dict[Stage, list[Summary]]:
    """The board: the students in each stage, longest without a one-to-one first."""
    columns: dict[Stage, list[Summary]] = {stage: [] for stage in Stage}
    for line in sorted(lines, key=lambda line: -line.waited):
        columns[line.stage or Stage.RAPPORT].append(line)
    return columns


def current_partnership(partnerships: Sequence[Partnership], today: date) -> Partnership | None:
    """The partnership of this school year, or else the latest one before it."""
    known = [p for p in partnerships if p.school_year <= school_year(today)]
    return max(known, key=lambda p: (p.school_year, p.id), default=None)


def main_pact(pacts: Sequence[Pact]) -> Pact | None:
    """The pact to show for a student: the active one, or else the first by status, the latest first."""
    return next(iter(in_display_order(pacts)), None)


def in_display_order(pacts: Sequence[Pact]) -> list[Pact]:
    """A student's pacts in display order, without discarded ones."""
    shown = [pact for pact in reversed(pacts) if pact.status in _PACT_ORDER]
    return sorted(shown, key=lambda pact: _PACT_ORDER.index(pact.status))


def first_due_first(promises: Iterable[FollowUp]) -> list[FollowUp]:
    """Promises by their day; those without one come last."""
    return sorted(promises, key=lambda promise: (promise.due_on or date.max, promise.id))


def is_review_waiting(pact: Pact, today: date) -> bool:
    """Whether an active pact's review is due, or its end day has passed, so that the two look at it in any case."""
    is_due = pact.next_review_on is not None and pact.next_review_on <= today
    return (pact.status is PactStatus.ACTIVE and is_due) or is_past_end(pact, today)


def _review(pacts: Sequence[Pact], today: date) -> Pact | None:
    waiting = [pact for pact in pacts if is_review_waiting(pact, today)]
    return min(waiting, key=lambda pact: (pact.next_review_on or today, pact.id), default=None)


def _clock(file: StudentFile, interval: int, calendar: Calendar, today: date, *, one_to_one: bool) -> Clock:
    last_on = next(
        (
            c.happened_on
            for c in reversed(file.check_ins)
            if (c.counts_one_to_one if one_to_one else c.counts_contact) and c.happened_on <= today
        ),
        None,
    )
    return derive_clock(last_on, interval, calendar, today, file.student.id)
