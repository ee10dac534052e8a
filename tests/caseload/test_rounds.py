"""The round from what the store holds: this school year's one-to-ones only, and told anew after each change."""

from datetime import date, timedelta

from added import add
from record_case import NOW, TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.student.add import add_student
from advisory.casework.student.archive import archive_student
from advisory.casework.student.edit import edit_student
from advisory.model import CheckIn, Leave, Student
from advisory.model.words import Kind, Status, Visibility


def test_it_follows_check_ins_leaves_and_the_caseload(caseload):
    amina, ben, kai = (
        add_student(caseload, given_name=name, family_name="Reed").id for name in ("Amina", "Ben", "Kai")
    )
    assert (caseload.round.since, caseload.round.students) == (None, 3)
    record_check_in(caseload, amina, "x", happened_on=TODAY - timedelta(days=3))
    record_check_in(caseload, ben, "x", kind=Kind.QUICK_TOUCH)
    now = caseload.round
    assert (now.since, now.seen, now.to_come) == (TODAY - timedelta(days=3), [amina], [ben, kai])
    assert caseload.round is now
    archive_student(caseload, ben)
    assert caseload.round.to_come == [kai]
    with caseload.store.change("x", NOW) as change:
        change.add(Leave, student=kai, starts_on=TODAY, ends_on=TODAY)
    assert (caseload.round.away, caseload.round.to_come) == ([kai], [])
    caseload.store.undo(NOW)
    edit_student(caseload, caseload.summary(kai).student, status=Status.ON_LEAVE)
    assert caseload.round.students == 1
    assert caseload.round.to_come == []
    caseload.store.undo(NOW)
    record_check_in(caseload, kai, "x")
    assert caseload.round.over_on == TODAY
    caseload.store.undo(NOW)
    assert caseload.round.to_come == [kai]


def test_it_begins_anew_with_the_school_year_and_earlier_years_are_not_read(caseload):
    student_id = add_student(caseload, given_name="Amina", family_name="Reed").id
    add_student(caseload, given_name="Ben", family_name="Reed")
    with caseload.store.change("History", NOW) as change:
        for number in range(300):
            change.add(
                CheckIn,
                student=student_id,
                happened_on=date(2025, 9, 1) + timedelta(days=number),
                kind=Kind.ONE_TO_ONE,
                counts_contact=True,
                counts_one_to_one=True,
                visibility=Visibility.PRIVATE,
            )
    caseload.store.shelf(CheckIn).reloaded()
    assert caseload.round.since is None
    assert len(caseload._rounds._glimpses._made) == 0
    assert Caseload(caseload.store, today=lambda: date(2026, 6, 1)).round.since == date(2025, 9, 1)


def test_a_caseload_that_stays_open_into_a_new_school_year_begins_its_round_anew(caseload):
    days = [TODAY]
    told = Caseload(caseload.store, today=lambda: days[0], now=caseload.now)
    amina, ben = (add_student(caseload, given_name=name, family_name="Reed").id for name in ("Amina", "Ben"))
    record_check_in(caseload, amina, "x")
    assert (told.round.since, told.round.to_come) == (TODAY, [ben])
    days[0] = date(2027, 9, 7)
    assert (told.round.since, told.round.students) == (None, 2)


def test_who_left_this_year_belonged_to_it_until_then(caseload):
    begun = {"joined_on": date(2026, 8, 31)}
    amina = add(caseload, Student, **begun).id
    for day in (date(2026, 9, 1), date(2026, 9, 21)):
        record_check_in(caseload, amina, "x", happened_on=day)
    assert caseload.round.since == date(2026, 9, 21)
    add(caseload, Student, **begun, status=Status.TRANSFERRED, left_on=date(2026, 10, 1))
    assert caseload.round.since == date(2026, 9, 1)
    add(caseload, Student, joined_on=date(2025, 9, 1), status=Status.TRANSFERRED, left_on=date(2026, 8, 1))
    assert caseload.round.since == date(2026, 9, 1)
