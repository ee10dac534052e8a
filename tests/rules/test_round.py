"""A round through everybody: it is over exactly when everybody here was seen, and then it begins anew."""

from collections.abc import Sequence
from datetime import date, timedelta

from each_row import each_row
from examples import some
from hypothesis import given, settings
from hypothesis import strategies as st
from record_case import TODAY, make

from advisory.model import Leave
from advisory.rules.days.school_days import Calendar
from advisory.rules.next.round import Finished, Member, Round, Talk, derive_round, earlier_words, round_words

MAYA, JUN, KAI = PUPILS = ("s0000001", "s0000002", "s0000003")
ALL = [Member(one) for one in PUPILS]
MONDAY = TODAY - timedelta(days=14)


def day(number: int) -> date:
    """The school day of this number, from a Monday two weeks ago."""
    return MONDAY + timedelta(days=number // 5 * 7 + number % 5)


def away(student_id: str, *numbers: int) -> list[Leave]:
    return [make(Leave, n, student=student_id, starts_on=day(n), ends_on=day(n)) for n in numbers]


def round_of(
    *talks: tuple[str, int], members: Sequence[Member] = ALL, leaves: Sequence[Leave] = (), today: int = 10
) -> Round:
    seen = [Talk(one, day(number)) for one, number in talks]
    return derive_round(members, seen, Calendar(leaves=leaves), day(today))


def test_before_the_first_one_to_one_of_the_year_none_has_begun():
    now = round_of()
    assert (now.since, now.to_come, now.students) == (None, list(PUPILS), 3)


def test_it_begins_with_a_one_to_one_and_says_who_is_to_come():
    now = round_of((MAYA, 0), (MAYA, 1), (KAI, 2), today=4)
    assert (now.since, now.seen, now.to_come, now.over_on) == (day(0), [MAYA, KAI], [JUN], None)
    assert (now.school_days, now.earlier) == (5, [])


def test_it_is_over_once_all_were_seen_and_the_next_one_to_one_begins_another():
    first = (MAYA, 0), (JUN, 1), (KAI, 6)
    over = round_of(*first)
    assert (over.over_on, over.school_days) == (day(6), 7)
    another = round_of(*first, (JUN, 8))
    assert (another.since, another.seen, another.to_come) == (day(8), [JUN], [MAYA, KAI])
    assert another.earlier == [Finished(day(0), day(6), 3, 7)]


def test_who_is_away_on_the_last_day_does_not_hold_it_open_and_comes_in_the_next():
    talks = (MAYA, 0), (JUN, 1), (MAYA, 2)
    assert round_of(*talks, today=2).to_come == [KAI]
    over = round_of(*talks, leaves=away(KAI, 2), today=2)
    assert (over.since, over.seen, over.earlier) == (day(2), [MAYA], [Finished(day(0), day(2), 2, 3)])
    assert (over.to_come, over.away) == ([JUN], [KAI])


def test_who_is_away_today_is_told_apart_from_who_is_to_come():
    now = round_of((MAYA, 0), (JUN, 0), leaves=away(KAI, 3), today=3)
    assert (now.to_come, now.away, now.students) == ([], [KAI], 3)
    assert now.over_on is None
    back = round_of((MAYA, 0), (JUN, 0), leaves=away(KAI, 3), today=4)
    assert back.to_come == [KAI]


def test_a_newcomer_joins_the_round_that_is_open_and_who_left_is_out_of_it():
    zoe, left = Member("s0000004", since=day(2)), Member("s0000005", until=day(1))
    members = [*ALL, zoe, left]
    talks = (MAYA, 0), (JUN, 0), (KAI, 3)
    assert round_of(*talks, members=members).to_come == [zoe.student_id]
    assert round_of(*talks, ("s0000004", 4), members=members).over_on == day(4)
    before = round_of(*talks[:2], members=[*ALL[:2], left], today=0)
    assert before.to_come == [left.student_id]


def test_a_second_one_to_one_on_its_last_day_is_the_first_of_the_next():
    now = round_of((MAYA, 0), (JUN, 0), (KAI, 1), (MAYA, 1), (KAI, 1), today=1)
    assert (now.since, now.seen, now.earlier) == (day(1), [MAYA], [Finished(day(0), day(1), 3, 2)])


def test_who_was_met_before_they_came_was_there_and_so_were_all_who_came_with_the_first():
    members = [Member(MAYA, day(3)), Member(JUN, day(3)), Member(KAI, day(5))]
    now = round_of((MAYA, 0), members=members, today=3)
    assert (now.since, now.over_on, now.to_come) == (day(0), None, [JUN])
    assert round_of((MAYA, 0), (KAI, 1), (JUN, 2), members=members, today=3).over_on == day(2)
    assert round_of((MAYA, 0), (JUN, 2), members=members, today=3).over_on == day(2)


def test_who_was_met_before_they_came_is_there_from_the_first_time_on():
    members = [Member(MAYA), Member(JUN), Member(KAI, day(5))]
    talks = (MAYA, 0), (JUN, 0), (KAI, 1), (MAYA, 2), (JUN, 2), (MAYA, 3), (JUN, 3)
    now = round_of(*talks, members=members, today=3)
    assert (now.since, now.over_on, now.to_come) == (day(3), None, [KAI])
    assert [(one.since, one.until, one.seen) for one in now.earlier] == [(day(0), day(0), 2), (day(1), day(2), 3)]
    again = round_of(*talks, (KAI, 4), members=members, today=4)
    assert (again.since, again.over_on, again.seen) == (day(3), day(4), [MAYA, JUN, KAI])


def test_later_one_to_ones_are_not_looked_at():
    assert round_of((MAYA, 0), (JUN, 9), (KAI, 9), today=5).to_come == [JUN, KAI]


@each_row(
    ("now", "said"),
    [
        (Round(to_come=PUPILS), "0 of 3 this round; it begins with the next one-to-one"),
        (
            Round(day(0), None, [MAYA], [JUN], [KAI], 11),
            "1 of 3 this round, since Nov 9: 11 school days, interval 10",
        ),
        (
            Round(day(0), day(0), PUPILS, school_days=1),
            "everybody here was seen this round, Nov 9 to Nov 9: 1 school day, interval 10",
        ),
    ],
)
def test_a_round_in_words(now, said):
    assert round_words(now, 10, "Nov 9", "Nov 9") == said


def test_the_rounds_before_it_in_words():
    before = [Finished(day(0), day(1), 3, number) for number in (9, 12, 1)]
    assert earlier_words(Round()) == ""
    assert earlier_words(Round(earlier=before)) == "3 rounds before it this school year, of 9, 12 and 1 school days"
    assert earlier_words(Round(earlier=before[2:])) == "1 round before it this school year, of 1 school day"


# For any year

_LEFT = st.none() | st.integers(0, 9)
MEMBERS = st.lists(st.tuples(st.none() | st.integers(0, 8), _LEFT), min_size=1, max_size=5).map(
    lambda days: [
        Member(f"s000000{at}", None if since is None else day(since), None if until is None else day(until))
        for at, (since, until) in enumerate(days)
    ]
)
YEARS = MEMBERS.flatmap(
    lambda members: st.tuples(
        st.just(members),
        st.lists(st.tuples(st.sampled_from([one.student_id for one in members]), st.integers(0, 9)), max_size=25),
        st.lists(st.tuples(st.sampled_from([one.student_id for one in members]), st.integers(0, 9)), max_size=8),
    )
)


def there(members, talks) -> list[Member]:
    """Who came first was there from the beginning, and the others from when they were met."""
    first = min(one.since or date.min for one in members)
    return [
        one._replace(since=None)
        if one.since in {None, first}
        else one._replace(since=min([one.since, *(day(on) for who, on in talks if who == one.student_id)]))
        for one in members
    ]


def unseen(members, seen, number, calendar) -> set[str]:
    """Who is here on a day and not among those seen."""
    return {
        one.student_id
        for one in members
        if one.belongs(day(number)) and not calendar.is_away(one.student_id, day(number))
    } - seen


@settings(max_examples=some(150), deadline=None)
@given(YEARS)
def test_a_round_is_over_exactly_when_everybody_here_was_seen(year):
    members, talks, absences = year
    members = there(members, talks)
    leaves = [leave for number, (one, at) in enumerate(absences, 1) for leave in away(one, at)]
    calendar = Calendar(leaves=leaves)
    begun: int | None = None
    seen: set[str] = set()
    ended: list[tuple[date, date]] = []
    is_over = False
    for number in range(10):
        met = {one for one, on in talks if on == number}
        for group in (met, met & seen if not is_over and begun is not None else set()):
            # one after the other: those who end the round, then those who had been seen in it before
            if not group or (group is not met and not is_over):
                continue
            if begun is None or is_over:
                begun, seen, is_over = number, set(), False
            seen = seen | group
            if not unseen(members, seen, number, calendar):
                is_over = True
                ended.append((day(begun), day(number)))
        now = round_of(*talks, members=members, leaves=leaves, today=number)
        assert now.since == (None if begun is None else day(begun))
        assert (now.over_on is not None) is is_over
        assert [(one.since, one.until) for one in now.earlier] == (ended[:-1] if is_over else ended)
        assert set(now.to_come) == unseen(members, seen, number, calendar)


@settings(max_examples=some(60), deadline=None)
@given(YEARS, st.randoms())
def test_it_does_not_matter_in_which_order_it_was_written(year, chance):
    members, talks, _ = year
    told = round_of(*talks, members=members)
    chance.shuffle(talks)
    assert round_of(*talks, *talks, members=members) == told
