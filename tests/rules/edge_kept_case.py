"""Promises, pacts on their shelf, plans of talks and who is next, at the edges of their rules, for edge_words.txt."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace

from edge_ways_case import CALENDAR, DAY, PACT, TOMORROW, WEEK, YESTERDAY, Case, one_each
from msgspec.structs import replace
from record_case import NOW, TODAY, make

from advisory.model import (
    Agreement,
    CheckIn,
    FollowUp,
    MeetingPattern,
    Pact,
    PactRevision,
    PactWording,
    PlannedTalk,
    Student,
    SuccessLine,
)
from advisory.model.words import Agreed, Observer, PactOutcome, PactStatus, Party, Status
from advisory.rules.days.interval import UsualIntervals, usual_intervals
from advisory.rules.next.plan import day_that_holds, next_choice, took_place
from advisory.rules.next.suggestion import Reason, Suggestion, reason_words
from advisory.rules.next.who_next import Candidate, who_next
from advisory.rules.overview.summary import first_due_first, in_display_order, is_review_waiting, main_pact
from advisory.rules.overview.week_review import STEPS, WeekReview, focal_words, monday_of
from advisory.rules.pact.end import is_past_end
from advisory.rules.pact.line import PactLine, read_line, with_line
from advisory.rules.pact.party import advisor_name
from advisory.rules.pact.shelf import by_shelf, missing_agreement, waiting_words
from advisory.rules.pact.target import target_as_of
from advisory.rules.promise.owner import dropped_words, kept_words, owner_words, promise_of, snoozed_words, whose
from advisory.rules.season.last_weeks import DefenseSoon
from advisory.rules.sheet.pact_lines import ending_lines

PERIOD = [make(MeetingPattern, weekdays=(0, 2))]
PLANNED = make(PlannedTalk, on=TODAY)
PROMISED = make(FollowUp, text="bring tea", due_on=TODAY)


def _pact(number: int = 1, **fields: object) -> Pact:
    return replace(PACT, id=f"g{number}", **fields)


def _yes(*parties: Observer, name: str = "Ms R", on: date = TODAY) -> tuple[Agreement, ...]:
    return tuple(Agreement(party=one, name=name, on=on, how=Agreed.SIGNED, revision=1) for one in parties)


def _reworded(*days: int) -> Pact:
    """A pact whose target was another one before each of these days from today."""
    was = [
        PactRevision(
            at=datetime(2026, 11, 23, 18).astimezone() + at * DAY,
            revision=1,
            was=PactWording(learning_target=f"before {at}"),
        )
        for at in days
    ]
    looked = PactRevision(at=NOW + 9 * DAY, revision=1, was=PactWording(next_review_on=TODAY), looked=True)
    return _pact(revisions=(*was, looked))


def _order(*candidates: dict[str, object], passed_over: int = 0) -> list[str]:
    every = [
        Candidate(**{"student_id": chr(97 + at), "age": 5, "interval": 10, **one}) for at, one in enumerate(candidates)
    ]
    return [
        f"{one.student_id} {reason_words(one, TODAY)}" for one in who_next(every, today=TODAY, passed_over=passed_over)
    ]


REVIEWED = {
    "due today": _pact(), "due tomorrow": _pact(next_review_on=TOMORROW), "due before": _pact(next_review_on=YESTERDAY - 2 * DAY), "without a day": _pact(next_review_on=None), "past its end": _pact(next_review_on=None, target_on=YESTERDAY),
    "ends today": _pact(next_review_on=None, target_on=TODAY), "paused": _pact(status=PactStatus.PAUSED), "paused past its end": _pact(status=PactStatus.PAUSED, next_review_on=None, target_on=YESTERDAY), "draft": _pact(status=PactStatus.DRAFT),
    "proposed": _pact(status=PactStatus.PROPOSED), "proposed with a yes": _pact(status=PactStatus.PROPOSED, agreements=_yes(Observer.STUDENT), revision=1), "proposed with mine": _pact(status=PactStatus.PROPOSED, agreements=_yes(Observer.ADVISOR)),
    "proposed with both": _pact(status=PactStatus.PROPOSED, agreements=_yes(*Observer)), "closed": _pact(status=PactStatus.CLOSED, outcome=PactOutcome.PARTLY_MET, closed_on=TODAY), "closed without an outcome": _pact(status=PactStatus.CLOSED),
}  # fmt: skip
SHELVED = (
    _pact(1), _pact(2, next_review_on=YESTERDAY), _pact(3, status=PactStatus.DRAFT), _pact(4, status=PactStatus.PROPOSED), _pact(5, status=PactStatus.CLOSED, closed_on=YESTERDAY), _pact(6, status=PactStatus.CLOSED, closed_on=TODAY),
    _pact(7, status=PactStatus.DISCARDED), _pact(8, status=PactStatus.PAUSED), _pact(9, next_review_on=None),
)  # fmt: skip
LINES = (
    PactLine("learning_target"),
    PactLine("why"),
    PactLine("success_evidence", 1),
    PactLine("success_evidence", 2),
    PactLine("student_commitments"),
    PactLine("advisor_commitments", 1),
)
KEPT: tuple[Case, ...] = (
    ("whose promise", lambda owner: [promise_of(owner), owner_words(owner, "Jordan"), whose(owner), whose(owner, "Jordan"), kept_words(owner, "jordan"), dropped_words(owner, "Jordan"), snoozed_words(owner, "Jordan", "Fri")], one_each(Party)),
    ("promises of several", promise_of, [(Party.STUDENT, Party.STUDENT), (Party.STUDENT, Party.STAFF), (Party.ADVISOR, Party.ADVISOR)]),
    ("a pact on its shelf", lambda name: [waiting_words(REVIEWED[name], TODAY, CALENDAR), missing_agreement(REVIEWED[name]), is_review_waiting(REVIEWED[name], TODAY), is_past_end(REVIEWED[name], TODAY)], one_each(REVIEWED)),
    ("the shelves", lambda *pacts: [f"{shelf.label}: {' '.join(one.id for one in some)}" for shelf, some in by_shelf(pacts).items()], [SHELVED, SHELVED[::-1]]),
    ("in the order of a card", lambda *pacts: [[one.id for one in in_display_order(pacts)], getattr(main_pact(pacts), "id", None)], [(), SHELVED, SHELVED[2:5], SHELVED[6:7]]),
    ("promises by their day", lambda: [one.id for one in first_due_first([make(FollowUp, 1), make(FollowUp, 2, due_on=TODAY), make(FollowUp, 4, due_on=YESTERDAY), make(FollowUp, 3, due_on=TODAY)])], [()]),
    ("a line of a pact", lambda line: [line.key, read_line(PACT, line), *(getattr(one, "text", one) for text in (" new ", " ") for value in with_line(PACT, line, text).values() for one in (value if isinstance(value, tuple) else (value,)))], one_each(LINES)),
    ("the target as of a day", lambda days, ago: target_as_of(_reworded(*days), TODAY - ago * DAY), [((), 0), ((0,), 0), ((0,), 1), ((0, 2), 0), ((2, 0), 1), ((2, 0), -2)]),
    ("the advisor's name", lambda *pacts: advisor_name(pacts), [(), (_pact(agreements=_yes(Observer.STUDENT)),), (_pact(agreements=_yes(Observer.ADVISOR)),), (_pact(agreements=_yes(Observer.ADVISOR)), _pact(agreements=_yes(Observer.ADVISOR, name="Old", on=YESTERDAY)))]),
    ("who is next", _order, [
        (), ({},), ({"age": 11},), ({"age": 10},), ({"age": None},), ({"age": 0},), ({"age": 1},), ({"is_new_term": True},), ({"promise": PROMISED},), ({"promise": replace(PROMISED, due_on=TOMORROW)},), ({"review": PACT},), ({"review": _pact(next_review_on=TOMORROW)},),
        ({"defense": DefenseSoon(TODAY + 5 * DAY, 3)},), ({"defense": DefenseSoon(TODAY + 5 * DAY, 3, 0, 4)},), ({"planned": True},), ({"planned": True, "promise": PROMISED},), ({"seen_today": True}, {"not_here": True}, {}),
        ({"age": 5}, {"age": 9}, {"age": 9, "facets": 1}, {"age": 9, "interval": 5}), ({"age": 20}, {"promise": PROMISED, "age": 2}, {"review": PACT, "age": 3}, {"planned": True, "age": 1}, {"age": 4}),
        ({"promise": PROMISED}, {"promise": replace(PROMISED, due_on=YESTERDAY)}, {"review": PACT}, {"review": _pact(next_review_on=YESTERDAY)}, {"defense": DefenseSoon(TODAY + DAY, 1)}, {"defense": DefenseSoon(TODAY + 2 * DAY, 2)}),
    ]),
    ("who is next after some were passed over", lambda passed: _order({"age": 20}, *({"promise": PROMISED, "age": at} for at in range(1, 6)), passed_over=passed), one_each([0, 1, 2, 3])),
    ("a reason in words", lambda reason, age: reason_words(Suggestion("a", reason, age), TODAY), [(reason, age) for reason in Reason for age in (None, 0, 1, 2)]),
    ("the day of a talk", lambda day, student: [day_that_holds(day, student, PERIOD, CALENDAR), *(next_choice(planned, student, PERIOD, CALENDAR, day) for planned in (None, day, day + WEEK, day + 4 * WEEK))], [
        (TODAY, ""), (TOMORROW, ""), (date(2026, 11, 18), "s0000001"), (date(2026, 11, 26), ""), (date(2026, 12, 18), ""),
    ]),
    ("a talk that took place", lambda last, made_on: took_place(PLANNED, last, made_on), [
        (None, TODAY), (make(CheckIn), TODAY), (make(CheckIn, happened_on=YESTERDAY), TODAY), (make(CheckIn, happened_on=YESTERDAY), YESTERDAY), (replace(make(CheckIn, happened_on=YESTERDAY), created_at=NOW + timedelta(seconds=1)), YESTERDAY),
        (replace(make(CheckIn, happened_on=YESTERDAY), created_at=NOW + timedelta(seconds=1)), TODAY),
    ]),
    ("an interval", lambda fields: UsualIntervals(7, 3).of(make(Student, **fields)), one_each([{}, {"focal": True}, {"contact_every": 9}, {"contact_every": 9, "focal": True}, {"status": Status.ON_LEAVE}])),
    ("the usual intervals", lambda: usual_intervals([]), [()]),
    ("a step of the week with nothing in it", lambda review: [review.nothing(step) for step in STEPS], one_each([
        WeekReview([], [], [], [], [], [], [], 0, had_school=had_school, are_all_new=all_new, are_some_new=some_new, since=since)
        for had_school, all_new, some_new, since in ((True, False, False, "this term"), (True, True, True, "this term"), (True, False, True, "this school year"), (False, True, True, "this term"))
    ])),
    ("focal students", focal_words, one_each([0, 1, 3, 4])),
    ("the monday", monday_of, one_each([TODAY, YESTERDAY, TOMORROW])),
    ("how a pact ended", lambda pact: [f"{one.words} {one.note}" for one in ending_lines([pact], SimpleNamespace(day=str))], one_each([
        _pact(), _pact(status=PactStatus.CLOSED, outcome=PactOutcome.MET, closed_on=TODAY, reflections="Mine now", comes_next="ratios"), _pact(status=PactStatus.CLOSED, closed_on=TODAY),
    ])),
    ("lines met", lambda: _pact(success_evidence=(SuccessLine(text="a", met_on=TODAY), SuccessLine(text="b"))).success_met, [()]),
)  # fmt: skip
"""All of them, after those of `edge_ways_case`."""
