"""Partnerships, pacts and defenses at the edges of their rules, for edge_words.txt."""

from collections.abc import Callable, Iterable
from datetime import date, time, timedelta
from typing import Any

from msgspec.structs import replace
from record_case import TODAY, make

from advisory.model import (
    CheckIn,
    Commitment,
    DefensePlan,
    Evidence,
    Indicator,
    Leave,
    Milestone,
    NoSchoolDay,
    Pact,
    Practice,
    StageMove,
    SuccessLine,
    Term,
)
from advisory.model.defense_words import DefenseOutcome, DefenseType, MilestoneStatus
from advisory.model.words import Kind, MoveReason, Observer, PactStatus, ReviewEvery, Stage
from advisory.rules.days.school_days import Calendar
from advisory.rules.next.round import Finished, Member, Round, Talk, derive_round, earlier_words, round_words
from advisory.rules.overview.time_given import Given, TimeGiven, minutes_words, since_words, spread_words
from advisory.rules.pact.keeping import (
    KeptSoFar,
    Marked,
    kept_so_far,
    kept_this_month,
    text_of,
    unmarked,
    usual_review_on,
    with_marks,
    without_kept,
)
from advisory.rules.pact.life import missing
from advisory.rules.partnership.signs import SIGN
from advisory.rules.partnership.stage_gate import (
    derive_gate,
    describe_move,
    describe_reason,
    direction,
    earlier_stage,
    next_stage,
)
from advisory.rules.season.dating import closer_sentence, dated, usual_date
from advisory.rules.season.last_weeks import DefenseSoon, defense_soon, season_interval, soon_words
from advisory.rules.season.next_step import day_words, feelings, next_step, title_words, waiting
from advisory.rules.season.plan_life import (
    is_upcoming,
    next_plan,
    refuse_day,
    refuse_minutes,
    shown_plan,
    with_date,
    with_feedback,
    with_outcome,
    with_status,
)

DAY, WEEK = timedelta(days=1), timedelta(days=7)
YESTERDAY, TOMORROW = TODAY - DAY, TODAY + DAY
FALL = make(Term, 1, starts_on=date(2026, 8, 31), ends_on=date(2026, 12, 18))
SPRING = make(Term, 2, starts_on=date(2027, 1, 4), ends_on=date(2027, 6, 11))
CALENDAR = Calendar(
    [FALL, SPRING], [make(NoSchoolDay)], [make(Leave, starts_on=date(2026, 11, 18), ends_on=date(2026, 11, 19))]
)
PLAIN = Calendar()
MILESTONES = tuple(
    Milestone(key=key, label=key, days_before=before, due_on=due_on, mine=mine)
    for key, before, due_on, mine in (
        ("choose", 28, date(2026, 11, 16), True), ("outline", 14, date(2026, 11, 30), False), ("nerves", 7, date(2026, 12, 7), True), ("day", 0, date(2026, 12, 14), False), ("debrief", -2, date(2026, 12, 16), True),
    )
)  # fmt: skip
PLAN = make(DefensePlan, held_on=date(2026, 12, 14), starts=time(9), place=" Library ", milestones=MILESTONES)
GIVEN = {"feedback_on": PLAN.held_on, "wows": ("Calm",)}
PACT = make(
    Pact, status=PactStatus.ACTIVE, start_on=TODAY - 8 * WEEK, target_on=TODAY + WEEK, next_review_on=TODAY, success_evidence=(SuccessLine(text="says it"), SuccessLine(text="draws it", met_on=TODAY)),
    student_commitments=(Commitment(text="draws", kept=(TODAY - 3 * WEEK, TODAY)), Commitment(text="reads", how_often="every school day", kept=(YESTERDAY - DAY,))), advisor_commitments=(Commitment(text="asks"),),
)  # fmt: skip
Case = tuple[str, Callable[..., object], Iterable[tuple[Any, ...]]]


def one_each(values: Iterable[object]) -> list[tuple[object]]:
    return [(value,) for value in values]


def _gate(
    stage: Stage, keys: tuple[str, ...], pacts: tuple[Pact, ...] = (), evidence: tuple[Evidence, ...] = ()
) -> object:
    return derive_gate(stage, [make(Indicator, at, key=key) for at, key in enumerate(keys, 1)], pacts, evidence)


def _reason(key: MoveReason, reason: str) -> str:
    return describe_reason(make(StageMove, reason_key=key, reason=reason))


def _plan(**fields: object) -> DefensePlan:
    return replace(PLAN, **fields)


def _steps(plan: DefensePlan) -> str:
    return ", ".join(
        f"{one.key} {one.days_before} {one.due_on:%m-%d} {one.status.value}{f' {one.done_on:%m-%d}' if one.done_on else ''}"
        for one in plan.milestones
    )


def _stepped(key: str, to: MilestoneStatus | None, **now: object) -> str:
    plan = _plan(milestones=tuple(replace(one, **now) if one.key == key else one for one in MILESTONES))
    return _steps(with_status(plan, key, to, TODAY, CALENDAR))


def _spread(day: date, today: date) -> list[str]:
    found = dated(MILESTONES, day, today, CALENDAR)
    return [
        _steps(_plan(milestones=found.milestones)),
        *(", ".join(one.key for one in some) for some in (found.moved, found.closer)),
        closer_sentence(found.closer),
    ]


def _talks(*talks: tuple[str, int], today: date = TODAY) -> object:
    members = [Member("a"), Member("b", TODAY - 3 * DAY), Member("c", None, TODAY - 3 * DAY), Member("s0000001")]
    return derive_round(members, [Talk(who, TODAY - ago * DAY) for who, ago in talks], CALENDAR, today)


def _time(*counts: int, is_term: bool = True) -> list[str]:
    given = tuple(
        Given(
            student_id=f"s{at}",
            since=TODAY,
            came_later=False,
            school_days=5,
            one_to_ones=count,
            contacts=count + 1,
            timed=count,
            minutes=5 * count,
        )
        for at, count in enumerate(counts)
    )
    whole = TimeGiven(TODAY, is_term, given, ())
    return [spread_words(whole), since_words(whole, "Nov 23"), *(minutes_words(one) for one in given)]


def _kept(number: int, calendar: Calendar, **fields: object) -> KeptSoFar:
    pact = replace(PACT, **fields)
    return kept_so_far(pact, pact.student_commitments[number], TODAY, calendar)


PARTNERSHIPS: tuple[Case, ...] = (
    ("a gate", _gate, [
        (Stage.RAPPORT, ()), (Stage.RAPPORT, ("listened",)), (Stage.RAPPORT, ("listened", "listened")), (Stage.RAPPORT, ("listened", "helped")), (Stage.RAPPORT, ("listened", "helped", "says_name")), (Stage.RAPPORT, ("student_started",)),
        (Stage.RAPPORT, ("student_started", "listened")), (Stage.RAPPORT, ("student_started", "listened", "helped")), (Stage.RAPPORT, ("student_started", "listened", "helped", "says_name")), (Stage.RAPPORT, ("nosuch",)), (Stage.ALLIANCE, ()),
        (Stage.ALLIANCE, (), (make(Pact),)), (Stage.ALLIANCE, (), (PACT,)), (Stage.ALLIANCE, (), (PACT,), (make(Evidence),)),
        (Stage.ALLIANCE, (), (replace(PACT, status=PactStatus.CLOSED, advisor_commitments=(Commitment(text="a", kept=(TODAY,)),)),), (make(Evidence),)), (Stage.COGNITIVE_INSIGHT, ()),
    ]),
    ("stages around", lambda stage: [next_stage(stage), earlier_stage(stage)], one_each(Stage)),
    ("moves", lambda one, other: [direction(one, other), describe_move(direction(one, other), other)], [(one, other) for one in Stage for other in Stage]),
    ("a reason", _reason, [
        (MoveReason.OTHER, "Because"), (MoveReason.LONG_ABSENCE, "long absence"), (MoveReason.LONG_ABSENCE, "Five weeks"), (MoveReason.I_BROKE_A_COMMITMENT, "I broke a commitment"), (MoveReason.I_BROKE_A_COMMITMENT, "you broke a commitment"),
    ]),
    ("signs", lambda stage: [f"{key} {sign.label} {sign.students_doing}" for key, sign in SIGN.items() if sign.stage is stage], one_each(Stage)),
    ("a round", _talks, [
        (), (("a", 5),), (("a", 5), ("b", 5)), (("a", 5), ("b", 4), ("s0000001", 4)), (("a", 5), ("b", 2), ("c", 4), ("s0000001", 1)), (("a", 5), ("s0000001", 5), ("c", 5)), (("a", 6), ("b", 6), ("c", 6), ("s0000001", 6), ("a", 0)),
        (("a", -1),), (("a", 0), ("b", 0), ("s0000001", 0)), (("a", 7), ("b", 7), ("s0000001", 7), ("c", 7), ("a", 6), ("b", 6), ("s0000001", 6)),
    ]),
    ("a round in words", lambda now: [round_words(now, 10, "Nov 9", "Nov 20"), earlier_words(now), now.students], one_each([
        Round(), Round(to_come="ab"), Round(TODAY, None, "a", "b", "", 1), Round(TODAY, None, "a", "", "b", 2), Round(TODAY, TODAY, "ab", "", "", 1), Round(earlier=(Finished(TODAY, TODAY, 2, 1),)),
        Round(earlier=(Finished(TODAY, TODAY, 2, 5),)), Round(earlier=(Finished(TODAY, TODAY, 2, 5), Finished(TODAY, TODAY, 2, 1))), Round(earlier=(Finished(TODAY, TODAY, 2, 1),) * 3),
    ])),
    ("time given", _time, [(), (0,), (0, 0), (1,), (1, 0), (2, 0, 0), (1, 1, 1), (3, 1, 1, 1), (4, 2, 1, 1)]),
    ("time given without a term", lambda: _time(1, is_term=False), [()]),
)  # fmt: skip
PACTS: tuple[Case, ...] = (
    ("kept so far", _kept, [(number, calendar) for number in (0, 1) for calendar in (CALENDAR, PLAIN)]),
    ("kept in a short pact", lambda start, closed: [
        _kept(number, CALENDAR, start_on=start, closed_on=closed, student_commitments=(Commitment(text="a"), Commitment(text="b", how_often="daily", kept=(TODAY,)))) for number in (0, 1)
    ], [(TODAY, None), (TODAY - WEEK, None), (TODAY - 2 * WEEK, YESTERDAY), (TODAY - 7 * WEEK, TODAY - 6 * WEEK), (None, None), (TOMORROW, None)]),
    ("unmarked", lambda today: [text_of(PACT, line) for line in unmarked(PACT, today)], one_each([TODAY, YESTERDAY])),
    ("with marks", lambda: with_marks(PACT, [Marked(0), Marked(1, Observer.STUDENT), Marked(0, Observer.ADVISOR)], TODAY), [()]),
    ("without a mark", lambda day: [one.kept for one in without_kept(PACT, Observer.STUDENT, 0, day).student_commitments], one_each([TODAY, YESTERDAY])),
    ("kept this month", lambda today: kept_this_month(PACT.student_commitments, today), one_each([TODAY, date(2026, 10, 31), date(2025, 11, 23)])),
    ("the usual review", lambda target, every: usual_review_on(replace(PACT, next_review_on=None, target_on=target, review_every=every), TODAY, CALENDAR), [
        (target, every) for target in (None, YESTERDAY, TODAY, TOMORROW, TODAY + WEEK, TODAY + 3 * WEEK) for every in ReviewEvery
    ]),
    ("what a pact lacks", missing, [(make(Pact),), (PACT,), (PACT, TODAY), (PACT, TOMORROW)]),
)  # fmt: skip
SEASON: tuple[Case, ...] = (
    ("a plan's next step", lambda plan: [*next_step(plan, TODAY), is_upcoming(plan, TODAY), day_words(plan, TODAY), title_words(plan), [len(some) for some in waiting(plan, TODAY)]], one_each([
        PLAN, _plan(outcome=DefenseOutcome.POSTPONED), _plan(**GIVEN), _plan(**GIVEN, outcome=DefenseOutcome.PASSED), _plan(**GIVEN, outcome=DefenseOutcome.PASSED, celebration="Cake", celebrated_on=TODAY),
        _plan(**GIVEN, outcome=DefenseOutcome.PASSED, celebration="Cake", celebrated_on=TODAY, milestones=()), _plan(**GIVEN, outcome=DefenseOutcome.DEFEND_AGAIN, defend_again_on=TOMORROW), _plan(held_on=YESTERDAY), _plan(held_on=TODAY),
        _plan(milestones=(), starts=None, place=" ", type=DefenseType.BENCHMARK, follows="d0000002"), _plan(milestones=MILESTONES[1:]), _plan(milestones=MILESTONES[2:]),
        _plan(milestones=(replace(MILESTONES[0], status=MilestoneStatus.READY, done_on=TODAY), replace(MILESTONES[1], status=MilestoneStatus.WAIVED), *MILESTONES[2:])),
        _plan(milestones=(replace(MILESTONES[1], status=MilestoneStatus.DOING, due_on=TODAY + WEEK + DAY), replace(MILESTONES[4], due_on=TODAY)), held_on=TODAY + 2 * WEEK),
    ])),
    ("a step", _stepped, [(key, status) for key in ("choose", "day", "nosuch") for status in (None, MilestoneStatus.TO_DO, MilestoneStatus.READY, MilestoneStatus.WAIVED)]),
    ("a step back", lambda due_on, before: _stepped("choose", None, status=MilestoneStatus.READY, done_on=TODAY, due_on=due_on, days_before=before), [
        (PLAN.held_on, 28), (PLAN.held_on + DAY, 28), (PLAN.held_on + DAY, -1), (TODAY, 28),
    ]),
    ("another day", lambda key, on: _steps(with_date(PLAN, key, on, TODAY, CALENDAR)), [
        ("choose", TODAY), ("choose", YESTERDAY), ("outline", date(2026, 12, 10)), ("outline", PLAN.held_on), ("outline", PLAN.held_on + DAY), ("day", TODAY), ("debrief", PLAN.held_on), ("debrief", PLAN.held_on + DAY), ("choose", date(2026, 11, 26)),
        ("nerves", date(2026, 12, 19)), ("nosuch", TODAY),
    ]),
    ("a day to choose", lambda day, today: refuse_day(day, today, CALENDAR), [(TODAY, TODAY), (YESTERDAY, TODAY), (date(2026, 11, 26), TODAY), (date(2026, 11, 26), date(2026, 11, 26)), (date(2028, 7, 8), TODAY)]),
    ("minutes", refuse_minutes, one_each([9, 10, 240, 241])),
    ("feedback", lambda wows, wonders, on: (given := with_feedback(PLAN, wows, wonders, on)) and [given.wows, given.wonders, given.feedback_on, _steps(given)], [
        ((" a ", ""), (), PLAN.held_on), ((), ("b",), PLAN.held_on + DAY), ((" ",), (), PLAN.held_on), (("a",), (), PLAN.held_on - DAY),
    ]),
    ("an outcome", lambda plan, outcome: with_outcome(plan, outcome).outcome, [(plan, outcome) for plan in (PLAN, _plan(**GIVEN)) for outcome in DefenseOutcome]),
    ("the plan shown", lambda *plans: [(found and found.id) for found in (next_plan(plans, TODAY), shown_plan(plans, TODAY))], [
        (), (PLAN,), (PLAN, _plan(id="d2", held_on=TODAY)), (PLAN, _plan(id="d2", starts=time(8))), (PLAN, _plan(id="d0")), (PLAN, _plan(id="d2", starts=None)), (_plan(held_on=YESTERDAY), _plan(id="d2", held_on=YESTERDAY - DAY)),
        (_plan(**GIVEN, outcome=DefenseOutcome.PASSED), _plan(id="d2", held_on=YESTERDAY)), (_plan(**GIVEN, outcome=DefenseOutcome.PASSED), _plan(id="d2", **{**GIVEN, "feedback_on": TODAY}, outcome=DefenseOutcome.PASSED)),
    ]),
    ("the usual date", lambda before: usual_date(before, date(2026, 12, 21), CALENDAR), one_each([-5, -1, 0, 1, 2, 3, 25, 26, 200])),
    ("milestones dated", _spread, [
        (PLAN.held_on, TODAY), (PLAN.held_on, date(2026, 11, 30)), (PLAN.held_on, date(2026, 12, 7)), (PLAN.held_on, date(2026, 12, 10)), (PLAN.held_on, date(2026, 12, 11)), (PLAN.held_on, PLAN.held_on), (PLAN.held_on, PLAN.held_on + DAY), (date(2027, 1, 15), TODAY),
        (date(2026, 11, 25), TODAY), (TOMORROW, TODAY),
    ]),
    ("closer", lambda count: closer_sentence(MILESTONES[:1] * count), one_each([0, 1, 2, 12, 13])),
    ("soon", lambda held_on, today: defense_soon(_plan(held_on=held_on, practices=(Practice(on=TODAY),)), [
        make(CheckIn, at, happened_on=TODAY - ago * DAY) for at, ago in enumerate((-1, 0, 0, 3, 10, 20), 1)
    ], today, CALENDAR), [(TODAY, TODAY), (YESTERDAY, TODAY), (date(2026, 12, 15), TODAY), (date(2026, 12, 16), TODAY), (date(2026, 12, 4), TODAY), (date(2026, 12, 18), date(2026, 12, 1))]),
    ("due before the day", lambda away, talks: [DefenseSoon(TODAY, away, 0, talks).is_due(age) for age in (None, 0, 1, 2, 3, 4)] + [DefenseSoon(TODAY, away, 0, talks).order[0]], [
        (away, talks) for away in (0, 3, 5, 9, 11, 15) for talks in (0, 2, 3, 4, 5)
    ]),
    ("soon in words", lambda away, practices: soon_words(DefenseSoon(TODAY + away * DAY, away, practices), TODAY), [(0, 0), (1, 1), (2, 0)]),
    ("the interval of the season", lambda usual: [season_interval(usual, None), season_interval(usual, DefenseSoon(TODAY, 3))], one_each([2, 3, 10])),
    ("feelings", lambda: feelings(_plan(feeling_before=4, feeling_says="fine"), [
        make(CheckIn, at, kind=kind, feeling=feeling, happened_on=PLAN.held_on - ago * DAY) for at, (kind, feeling, ago) in enumerate((
            (Kind.DEFENSE_PREP, 3, 5), (Kind.DEFENSE_PREP, None, 4), (Kind.CONFERENCE, 2, 3), (Kind.DEFENSE_PREP, 1, 120), (Kind.DEFENSE_PREP, 5, 121), (Kind.DEFENSE_PREP, 2, -1), (Kind.DEFENSE_PREP, 5, 0),
        ), 1)
    ]), [()]),
)  # fmt: skip
WAYS = (*PARTNERSHIPS, *PACTS, *SEASON)
"""All of them, in the order of edge_words.txt."""
