"""One line about one student: the clocks, the stage, the promises and the pact that tell most, as of a day."""

from datetime import UTC, date, datetime

from each_row import each_row
from record_case import TODAY, make

from advisory.model import (
    CheckIn,
    Commitment,
    DefensePlan,
    Evidence,
    FollowUp,
    Indicator,
    Pact,
    Partnership,
    Student,
    Term,
)
from advisory.model.words import PactStatus, Party, PromiseStatus, Stage, Status
from advisory.rules.days.contact_strip import DayCell
from advisory.rules.days.interval import USUAL, UsualIntervals
from advisory.rules.days.school_days import Calendar
from advisory.rules.learning.trend import Trend
from advisory.rules.overview.summary import StudentFile, by_stage, current_partnership, main_pact, summarize

KEPT = (Commitment(text="reread it aloud", kept=(date(2026, 10, 1),)),)


def check_in(number: int, day: date, **fields):
    return make(CheckIn, number, happened_on=day, **fields)


def touch(number: int, day: date, **fields):
    return check_in(number, day, **{"counts_one_to_one": False, **fields})


def tell(calendar: Calendar | None = None, today: date = TODAY, usual: UsualIntervals = USUAL, **file):
    given = {"student": make(Student), **file}
    return summarize(StudentFile(**given), "Maya Okafor", "Maya", calendar or Calendar(), today, usual)


def test_the_two_clocks_look_at_their_own_flags():
    line = tell(
        check_ins=[
            check_in(1, date(2026, 11, 9)),
            touch(2, date(2026, 11, 18)),
            check_in(3, date(2026, 11, 20), contact_made=False, counts_contact=False, counts_one_to_one=False),
        ]
    )
    assert (line.last_contact_on, line.contact_age) == (date(2026, 11, 18), 3)
    assert (line.last_one_to_one_on, line.one_to_one_age) == (date(2026, 11, 9), 10)
    assert line.contacts_this_term == 2


def test_what_was_written_for_later_days_is_not_looked_at():
    line = tell(check_ins=[check_in(1, date(2026, 11, 9)), check_in(2, date(2026, 11, 24))])
    assert (line.last_one_to_one_on, line.contacts_this_term) == (date(2026, 11, 9), 1)


def test_contacts_are_counted_from_the_beginning_of_the_term_and_so_are_those_the_student_started():
    term = make(Term, starts_on=date(2026, 9, 1), ends_on=date(2026, 12, 18))
    line = tell(
        Calendar([term]),
        check_ins=[
            touch(1, date(2026, 8, 31), initiator=Party.STUDENT),
            touch(2, date(2026, 9, 1), initiator=Party.STUDENT),
            touch(3, date(2026, 9, 2)),
            touch(4, date(2026, 9, 3), counts_contact=False, initiator=Party.STUDENT),
        ],
    )
    assert (line.contacts_this_term, line.student_started) == (2, 1)


@each_row(
    ("fields", "interval", "seen_on", "due_on"),
    [
        ({}, 10, date(2026, 11, 9), date(2026, 11, 6)),
        ({"focal": True}, 5, date(2026, 11, 16), date(2026, 11, 13)),
        ({"contact_every": 7}, 7, date(2026, 11, 12), date(2026, 11, 11)),
        ({"focal": True, "contact_every": 3}, 3, date(2026, 11, 18), date(2026, 11, 17)),
    ],
)
def test_the_interval_is_ten_school_days_five_when_focal_or_as_the_record_says(fields, interval, seen_on, due_on):
    student = make(Student, **fields)
    assert tell(student=student).interval == interval
    assert tell(student=student, check_ins=[check_in(1, seen_on)]).one_to_one.word.value == "seen"
    assert tell(student=student, check_ins=[check_in(1, due_on)]).one_to_one.word.value == "due"


def test_other_usual_intervals_change_the_words_at_once():
    check_ins = [check_in(1, date(2026, 11, 9))]
    assert [
        tell(usual=UsualIntervals(every, 5), check_ins=check_ins).one_to_one.word.value for every in (10, 9, 7, 6)
    ] == ["seen", "due", "due", "waiting"]


def test_open_promises_of_mine_are_told_the_first_due_first():
    file = [
        make(FollowUp, 1, text="some day"),
        make(FollowUp, 2, text="friday", due_on=date(2026, 11, 27)),
        make(FollowUp, 3, text="today", due_on=TODAY),
        make(FollowUp, 4, text="theirs", owner=Party.STUDENT),
        make(FollowUp, 5, text="kept", status=PromiseStatus.DONE, done_on=TODAY),
        make(FollowUp, 6, text="let go", status=PromiseStatus.DROPPED, dropped_why="it rained"),
    ]
    line = tell(follow_ups=file)
    assert [promise.text for promise in line.promises] == ["today", "friday", "some day"]
    assert line.open_promises == 3


def test_the_partnership_is_this_years_or_else_the_latest_before_it():
    last, this, next_one = (make(Partnership, 9 - year % 10, school_year=year) for year in (2025, 2026, 2027))
    assert current_partnership([next_one, this, last], TODAY) is this
    assert current_partnership([last, next_one], TODAY) is last
    assert current_partnership([next_one], TODAY) is None
    assert current_partnership([], TODAY) is None


def test_the_age_of_a_stage_is_in_school_days():
    line = tell(partnerships=[make(Partnership, stage=Stage.ALLIANCE, entered_on=date(2026, 11, 13))])
    assert (line.stage, line.stage_since_on, line.stage_age) == (Stage.ALLIANCE, date(2026, 11, 13), 6)


def test_without_a_partnership_the_gate_is_that_of_rapport():
    line = tell(indicators=[make(Indicator)])
    assert (line.stage, line.stage_since_on, line.stage_age) == (None, None, None)
    assert (line.gate.to_stage, line.gate.seen) == (Stage.ALLIANCE, 1)


@each_row(
    ("pact", "seen_on", "is_met"),
    [
        ({"status": PactStatus.CLOSED, "start_on": date(2026, 9, 7)}, date(2026, 9, 14), True),
        ({"status": PactStatus.CLOSED, "start_on": date(2026, 5, 4)}, date(2026, 9, 14), False),
        ({"status": PactStatus.ACTIVE, "start_on": date(2026, 5, 4)}, date(2026, 9, 14), True),
        ({"status": PactStatus.ACTIVE, "start_on": date(2026, 9, 7)}, date(2026, 5, 14), False),
        ({"status": PactStatus.CLOSED, "created_at": datetime(2025, 9, 7, tzinfo=UTC)}, date(2026, 9, 14), False),
    ],
)
def test_the_gate_to_insight_looks_at_this_school_year(pact, seen_on, is_met):
    line = tell(
        partnerships=[make(Partnership, stage=Stage.ALLIANCE)],
        pacts=[make(Pact, advisor_commitments=KEPT, **pact)],
        evidence=[make(Evidence, seen_on=seen_on)],
    )
    assert line.gate.is_met is is_met


ORDER = (PactStatus.ACTIVE, PactStatus.PAUSED, PactStatus.PROPOSED, PactStatus.DRAFT, PactStatus.CLOSED)


def test_the_telling_pact_is_the_one_nearest_to_active():
    pacts = [make(Pact, number, status=status) for number, status in enumerate(reversed(ORDER), 1)]
    while pacts:
        assert main_pact(pacts).status is ORDER[5 - len(pacts)]
        pacts.pop()


def test_of_two_alike_the_later_pact_tells_and_a_discarded_one_never_does():
    early, late = make(Pact, 1, status=PactStatus.CLOSED), make(Pact, 2, status=PactStatus.CLOSED)
    discarded = make(Pact, 3, status=PactStatus.DISCARDED)
    assert main_pact([early, late, discarded]) is late
    assert main_pact([discarded]) is None
    assert main_pact([]) is None


def test_on_the_board_everybody_is_once_and_who_had_no_one_to_one_yet_comes_first():
    lately, long_ago = [check_in(1, date(2026, 11, 20))], [check_in(2, date(2026, 9, 7))]
    alliance = [make(Partnership, stage=Stage.ALLIANCE)]
    lines = [tell(check_ins=lately), tell(check_ins=long_ago), tell(), tell(partnerships=alliance)]
    columns = by_stage(lines)
    assert list(columns) == list(Stage)
    assert columns[Stage.RAPPORT] == [lines[2], lines[1], lines[0]]
    assert (columns[Stage.ALLIANCE], columns[Stage.COGNITIVE_INSIGHT]) == ([lines[3]], [])


def test_the_trend_is_that_of_the_telling_pact_until_today_and_the_defense_the_next_one():
    one = make(Pact, 1, status=PactStatus.ACTIVE)
    first, last = (make(Evidence, n, pact=one.id, seen_on=day) for n, day in ((1, date(2026, 11, 9)), (2, TODAY)))
    others = [make(Evidence, 3, pact=one.id, seen_on=date(2026, 11, 24)), make(Evidence, 4, pact="g0000009")]
    held, coming = make(DefensePlan, 1, held_on=date(2026, 10, 1)), make(DefensePlan, 2, held_on=date(2026, 12, 1))
    line = tell(pacts=[one], evidence=[last, first, *others], defenses=[held, coming])
    assert (line.trend, line.defense, line.defense_soon.on) == (Trend("", (first, last)), coming, coming.held_on)
    assert (tell(pacts=[one]).trend, tell().defense, tell().defense_soon) == (None, None, None)
    assert tell(evidence=[first]).trend is None


def test_a_promise_of_others_that_was_kept_is_told_no_more_and_the_review_that_waits_is_the_oldest():
    promises = [
        make(FollowUp, 1, text="kept", owner=Party.STUDENT, status=PromiseStatus.DONE, done_on=TODAY),
        make(FollowUp, 2, text="theirs", owner=Party.STUDENT),
        make(FollowUp, 3, text="mine"),
    ]
    later, sooner = (
        make(Pact, number, status=PactStatus.ACTIVE, next_review_on=day)
        for number, day in ((1, TODAY), (2, date(2026, 11, 20)))
    )
    line = tell(follow_ups=promises, pacts=[later, sooner])
    assert [one.text for one in line.promises_of_others] == ["theirs"]
    assert line.review == sooner


def test_who_is_on_leave_is_not_here():
    lines = [tell(student=make(Student, status=status)) for status in (Status.ACTIVE, Status.ON_LEAVE)]
    assert [line.not_here for line in lines] == [False, True]


def test_the_strip_goes_back_beyond_the_beginning_of_the_term():
    terms = [make(Term, number, starts_on=first, ends_on=last) for number, first, last in (
        (1, date(2026, 9, 1), date(2026, 11, 13)), (2, date(2026, 11, 16), date(2026, 12, 18)),
    )]  # fmt: skip
    line = tell(Calendar(terms), check_ins=[check_in(1, date(2026, 11, 12)), touch(2, date(2026, 11, 18))])
    met = [at for at, cell in enumerate(reversed(line.strip)) if cell is not DayCell.NOTHING]
    assert (met, line.contacts_this_term) == ([3, 7], 1)


def test_it_is_counted_since_somebody_came_or_the_first_note_about_them():
    term = make(Term, starts_on=date(2026, 9, 1), ends_on=date(2026, 12, 18))

    def since(joined_on, *days):
        notes = [touch(number, day) for number, day in enumerate(days, 1)]
        return tell(Calendar([term]), student=make(Student, joined_on=joined_on), check_ins=notes).counted_since

    second, tenth, twelfth = (date(2026, 9, day) for day in (2, 10, 12))
    assert [since(None), since(term.starts_on), since(second), since(date(2026, 12, 1))] == [None, None, second, None]
    assert [since(twelfth, tenth, date(2026, 9, 11)), since(twelfth, date(2026, 9, 14))] == [tenth, twelfth]
    assert since(TODAY) == TODAY
