"""The school's calendar is kept: what was added after the fact changes every age at once, and undo changes them back."""

from datetime import date, time, timedelta

import pytest
from caseload_case import everything
from msgspec.structs import replace
from record_case import NOW, TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.calendar.meeting_pattern import add_meeting_pattern, edit_meeting_pattern
from advisory.casework.calendar.no_school_days import add_no_school_days
from advisory.casework.calendar.remove import remove_from_calendar
from advisory.casework.calendar.set_intervals import set_intervals
from advisory.casework.calendar.term import add_term, edit_term
from advisory.casework.check_in.record import record_check_in
from advisory.casework.fill_caseload import fill_caseload
from advisory.casework.student.add import add_student
from advisory.casework.student.import_roster import import_roster
from advisory.demo import demo_caseload
from advisory.exchange.roster.roster import TermRow
from advisory.model import Intervals, NoSchoolDay, Term
from advisory.rules.days.period import next_period_on
from advisory.rules.refusal import Refusal

SNOW = (date(2026, 11, 9), date(2026, 11, 13), "Snow")
AUTUMN, SPRING = (date(2026, 8, 31), date(2026, 12, 18)), (date(2027, 1, 4), date(2027, 6, 11))


def ages(caseload: Caseload) -> dict[str, tuple[int | None, int | None, int | None]]:
    return {line.student.id: (line.contact_age, line.one_to_one_age, line.stage_age) for line in caseload.summaries}


def test_a_snow_week_added_after_the_fact_changes_every_age_at_once(caseload):
    fill_caseload(caseload, demo_caseload(TODAY, NOW).entries)
    before = ages(caseload)
    since = {
        line.student.id: (line.last_contact_on, line.last_one_to_one_on, line.stage_since_on)
        for line in caseload.summaries
    }
    open_days = [day for day in range(9, 14) if caseload.calendar.is_school_day(date(2026, 11, day))]
    assert open_days
    add_no_school_days(caseload, [SNOW])
    changed = 0
    for student_id, told in ages(caseload).items():
        for was, now, last_on in zip(before[student_id], told, since[student_id], strict=True):
            if was is not None:
                fell_out = [day for day in open_days if last_on < date(2026, 11, day)]
                assert now == was - len(fell_out)
                changed += bool(fell_out)
    assert changed > len(caseload.students)
    caseload.store.undo(NOW)
    assert ages(caseload) == before


def test_a_term_that_is_edited_may_keep_its_days_and_not_take_those_of_another(caseload):
    autumn, spring = add_term(caseload, "Autumn", *AUTUMN), add_term(caseload, "Spring", *SPRING)
    with pytest.raises(Refusal, match="Autumn"):
        edit_term(caseload, spring, "Spring", AUTUMN[1], SPRING[1])
    with caseload.store.change("By hand", NOW) as change:
        spring = change.put(replace(spring, starts_on=AUTUMN[1]))
    assert edit_term(caseload, spring, " Late ", AUTUMN[1], SPRING[1]).title == "Late"
    longer = (AUTUMN[0] - timedelta(days=7), AUTUMN[1] - timedelta(days=1))
    assert edit_term(caseload, autumn, "Autumn", *longer).starts_on == longer[0]


def test_of_several_intervals_the_last_are_set(caseload):
    first = set_intervals(caseload, 9, 4)
    with caseload.store.change("By hand", NOW) as change:
        second = change.add(Intervals, contact_every=7, focal_contact_every=3)
    assert set_intervals(caseload, 5, 2).id == second.id
    assert caseload.store.get(Intervals, first.id) == first


def test_the_word_of_a_clock_follows_the_days_and_the_intervals(caseload):
    maya = add_student(caseload, given_name="Maya", family_name="Okafor")
    record_check_in(caseload, maya.id, "x", happened_on=date(2026, 11, 6))
    words = [caseload.summary(maya.id).one_to_one.word.value]
    add_no_school_days(caseload, [SNOW])
    words.append(caseload.summary(maya.id).one_to_one.word.value)
    set_intervals(caseload, 4, 2)
    words.append(caseload.summary(maya.id).one_to_one.word.value)
    set_intervals(caseload, 3, 2)
    words.append(caseload.summary(maya.id).one_to_one.word.value)
    assert words == ["due", "seen", "due", "waiting"]
    assert caseload.intervals == (3, 2)
    assert len(caseload.store.all(Intervals)) == 1


def test_days_that_are_known_are_passed_over_and_told(caseload):
    assert add_no_school_days(caseload, [SNOW]).sentence == "Days without school: 1 added."
    again = add_no_school_days(caseload, [(*SNOW[:2], "Storm"), (TODAY, TODAY, " Ice "), (TODAY, TODAY, "")])
    assert again.sentence == "Days without school: 1 added, 2 were there already."
    assert [(day.starts_on, day.title) for day in caseload.store.all(NoSchoolDay)] == [
        (SNOW[0], "Snow"),
        (TODAY, "Ice"),
    ]
    assert add_no_school_days(caseload, [SNOW]).sentence == "Days without school: 0 added, 1 was there already."


def test_days_that_were_removed_may_come_again(caseload):
    remove_from_calendar(caseload, add_no_school_days(caseload, [SNOW]).added[0])
    assert len(add_no_school_days(caseload, [SNOW]).added) == 1


def test_terms_follow_each_other_and_one_may_be_moved_within_its_own_days(caseload):
    autumn = add_term(caseload, " Autumn ", *AUTUMN)
    add_term(caseload, "Spring", *SPRING)
    edited = edit_term(caseload, autumn, "Fall", date(2026, 9, 7), date(2027, 1, 3))
    assert [(term.title, term.starts_on) for term in caseload.store.all(Term)] == [
        ("Fall", date(2026, 9, 7)),
        ("Spring", SPRING[0]),
    ]
    assert edited.created_at == autumn.created_at
    assert caseload.calendar.term_at(TODAY) == (date(2026, 9, 7), date(2027, 1, 3))


def test_terms_that_a_roster_laid_on_each_other_can_still_be_named(caseload):
    rows = [TermRow("Year", *AUTUMN, "y"), TermRow("First half", AUTUMN[0], date(2026, 10, 30), "h")]
    import_roster(caseload, new=[], terms=rows)
    year = caseload.store.all(Term)[0]
    assert edit_term(caseload, year, "Autumn", *AUTUMN).title == "Autumn"


def test_without_its_term_the_whole_school_year_counts_again(caseload):
    before = caseload.calendar.term_at(TODAY)
    remove_from_calendar(caseload, add_term(caseload, "Autumn", *AUTUMN))
    assert caseload.calendar.term_at(TODAY) == before


def test_a_period_is_told_by_its_weekdays_once_each_and_in_order(caseload):
    period = add_meeting_pattern(caseload, [4, 0, 0], time(9, 40), time(10, 10))
    assert period.weekdays == (0, 4)
    assert next_period_on([period], caseload.calendar, TODAY) == date(2026, 11, 27)
    edited = edit_meeting_pattern(caseload, period, [2], period.starts, time(10))
    assert (edited.weekdays, edited.ends) == ((2,), time(10))


@pytest.mark.parametrize("every", [(10, 5), (8, 4)])
def test_intervals_chosen_twice_alike_are_one_change(caseload, every):
    set_intervals(caseload, *every)
    held, seq = everything(caseload), caseload.store.seq
    set_intervals(caseload, *every)
    assert (everything(caseload), caseload.store.seq) == (held, seq)
