"""How partnerships moved over a school year: weeks with school, everybody counted once, and each path as it was."""

from datetime import date, timedelta

from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st
from record_case import TODAY, make

from advisory.model import NoSchoolDay, Partnership, StageMove, Student, Term
from advisory.model.words import Direction, MoveReason, Stage, Status
from advisory.rules.days.school_days import Calendar
from advisory.rules.overview.partnership_weeks import Step, Trail, partnership_year, path_words
from advisory.rules.partnership.stage_gate import LETTER

RAPPORT, ALLIANCE, INSIGHT = Stage
FIRST = date(2026, 8, 31)
"""A Monday."""
TERM = make(Term)
CALENDAR = Calendar([TERM], [make(NoSchoolDay, starts_on=date(2026, 10, 12), ends_on=date(2026, 10, 16))])


def trail(*stops: tuple[str, Stage], stage: Stage = RAPPORT, number: int = 1, **fields: object) -> Trail:
    """A student whose partnership moved on those days (MM-DD of 2026) to those stages."""
    fields = {"joined_on": FIRST, **fields}
    moves, here = [], stage
    for at, (day, to_stage) in enumerate(stops, 1):
        back = list(Stage).index(to_stage) < list(Stage).index(here)
        move = {
            "from_stage": here,
            "to_stage": to_stage,
            "moved_on": date.fromisoformat(f"2026-{day}"),
            "direction": Direction.BACK if back else Direction.FORWARD,
            "reason_key": MoveReason.TRUST_STRAINED if back else MoveReason.SIGNS_SEEN,
        }
        moves.append(make(StageMove, at, **move))
        here = to_stage
    entered = moves[-1].moved_on if moves else fields["joined_on"]
    partnership = make(Partnership, stage=here, entered_on=max(entered, FIRST))
    return Trail(make(Student, number, **fields), [partnership], moves)


MAYA = trail(("10-05", ALLIANCE), ("11-09", RAPPORT), ("11-16", ALLIANCE))


def counts(*trails: Trail, calendar: Calendar = CALENDAR, today: date = TODAY) -> dict[str, tuple[int, ...]]:
    return {f"{week.monday:%m-%d}": week.counts for week in partnership_year(trails, calendar, today).weeks}


def test_a_path_tells_where_it_began_and_each_move_with_its_reason():
    (path,) = partnership_year([MAYA], CALENDAR, TODAY).paths
    assert path.steps == (
        Step(RAPPORT, FIRST),
        Step(ALLIANCE, date(2026, 10, 5), Direction.FORWARD, MoveReason.SIGNS_SEEN),
        Step(RAPPORT, date(2026, 11, 9), Direction.BACK, MoveReason.TRUST_STRAINED),
        Step(ALLIANCE, date(2026, 11, 16), Direction.FORWARD, MoveReason.SIGNS_SEEN),
    )
    assert path_words(path, TODAY) == "R Aug 31 → A Oct 5 → back to R Nov 9: tending trust → A Nov 16"
    assert path_words(path, TODAY, 2) == "… → back to R Nov 9: tending trust → A Nov 16"


def test_going_back_to_alliance_is_not_called_tending_trust():
    (path,) = partnership_year(
        [trail(("10-05", ALLIANCE), ("10-20", INSIGHT), ("11-09", ALLIANCE))], CALENDAR, TODAY
    ).paths
    assert path_words(path, TODAY).endswith("→ C Oct 20 → back to A Nov 9")


def test_a_week_tells_where_everybody_stood_at_its_end():
    seen = counts(MAYA, trail(("10-09", ALLIANCE), ("11-23", INSIGHT)))
    assert (seen["08-31"], seen["09-28"]) == ((2, 0, 0), (2, 0, 0))
    assert (seen["10-05"], seen["11-02"]) == ((0, 2, 0), (0, 2, 0))
    assert (seen["11-09"], seen["11-16"], seen["11-23"]) == ((1, 1, 0), (0, 2, 0), (0, 1, 1))


def test_the_week_in_which_a_term_begins_counts_from_its_monday():
    wednesday = Calendar([make(Term, starts_on=FIRST + timedelta(days=2))])
    assert list(counts(trail(), calendar=wednesday))[:2] == ["08-31", "09-07"]


def test_weeks_without_school_are_skipped_and_none_is_after_today():
    weeks = list(counts(MAYA))
    assert "10-12" not in weeks
    assert (weeks[0], weeks[-1], len(weeks)) == ("08-31", "11-23", 12)


def test_a_move_still_to_come_is_not_told():
    year = partnership_year([trail(("11-24", ALLIANCE))], CALENDAR, TODAY)
    assert [week.counts for week in year.weeks] == [(1, 0, 0)] * 12


def test_a_student_counts_from_joining():
    seen = counts(MAYA, trail(joined_on=date(2026, 10, 21)))
    assert (sum(seen["10-05"]), sum(seen["10-19"])) == (1, 2)


def test_one_who_was_added_without_a_day_counts_from_when_they_were_written_down():
    (path,) = partnership_year([Trail(make(Student))], CALENDAR, TODAY).paths
    assert path.steps == (Step(RAPPORT, TODAY),)


def test_what_is_older_than_the_joining_is_not_lost():
    (path,) = partnership_year([trail(("10-05", ALLIANCE), joined_on=TODAY)], CALENDAR, TODAY).paths
    assert [step.on for step in path.steps] == [date(2026, 10, 5)] * 2


def test_one_who_left_counts_until_then_and_their_path_says_so():
    left = trail(("10-05", ALLIANCE), status=Status.TRANSFERRED, left_on=date(2026, 11, 4))
    year = partnership_year([MAYA, left], CALENDAR, TODAY)
    seen = {f"{week.monday:%m-%d}": sum(week.counts) for week in year.weeks}
    assert (seen["10-26"], seen["11-02"]) == (2, 1)
    assert path_words(year.paths[1], TODAY) == "R Aug 31 → A Oct 5 · left Nov 4"


@each_row("left_on", [None, date(2026, 6, 11)])
def test_one_who_left_before_is_not_in_it(left_on):
    gone = trail(joined_on=date(2025, 9, 1), status=Status.GRADUATED, left_on=left_on)
    assert partnership_year([gone], CALENDAR, TODAY) == ((), ())


def test_last_years_moves_are_last_years():
    earlier = trail(stage=ALLIANCE, joined_on=date(2025, 9, 1))
    move = make(StageMove, moved_on=date(2026, 3, 2))
    (path,) = partnership_year([Trail(earlier.student, earlier.partnerships, [move])], CALENDAR, TODAY).paths
    assert path.steps == (Step(ALLIANCE, FIRST),)


def test_without_terms_it_begins_with_the_first_week_in_which_anybody_is_there():
    seen = counts(trail(joined_on=date(2026, 9, 16)), calendar=Calendar())
    assert next(iter(seen)) == "09-14"


@each_row("today", [date(2026, 8, 3), date(2026, 8, 30)])
def test_before_the_first_school_day_there_is_no_week(today):
    assert partnership_year([MAYA], CALENDAR, today).weeks == ()


@given(
    st.lists(
        st.tuples(st.integers(0, 120), st.lists(st.tuples(st.integers(0, 83), st.sampled_from(Stage)), max_size=6)),
        max_size=6,
    ),
    st.integers(0, 84),
)
def test_each_week_counts_everybody_who_is_there_once_and_agrees_with_the_paths(students, until):
    today = FIRST + timedelta(days=until)
    trails = []
    for number, (joined, stops) in enumerate(students, 1):
        told, here = [], RAPPORT
        for day, stage in sorted(stops, key=lambda stop: stop[0]):
            if stage is not here:
                told.append((f"{FIRST + timedelta(days=day):%m-%d}", stage))
                here = stage
        trails.append(trail(*told, number=number, joined_on=FIRST + timedelta(days=joined)))
    year = partnership_year(trails, CALENDAR, today)
    for week in year.weeks:
        end = min(week.monday + timedelta(days=6), today)
        there = [path for path in year.paths if path.steps[0].on <= end]
        assert sum(week.counts) == len(there)
        assert week.counts == tuple(sum(path.stage_on(end) is stage for path in there) for stage in Stage)
    for path in year.paths:
        assert all(step.on <= today for step in path.steps)
        assert path_words(path, today).count("→") == len(path.steps) - 1


def test_each_stage_has_a_letter_of_its_own():
    assert set(LETTER) == set(Stage)
    assert len(set(LETTER.values())) == len(Stage)
