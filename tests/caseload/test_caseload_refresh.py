"""The caseload as of a day: refreshed when something changes, and queries that never guess."""

from datetime import date, datetime, time, timedelta

import pytest
from caseload_case import begun
from record_case import NOW, TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.fill_caseload import fill_caseload
from advisory.casework.learning.record_evidence import record_evidence
from advisory.casework.student.add import add_student
from advisory.casework.student.archive import archive_student
from advisory.demo import demo_caseload
from advisory.model import Leave, MeetingPattern, NoSchoolDay, Student
from advisory.model.words import EvidenceSource, Independence, Level
from advisory.rules.learning.trend import derive_trend
from advisory.rules.refusal import Refusal
from advisory.store import Store


def add(caseload, given_name, family_name="Okafor", **fields) -> Student:
    return add_student(caseload, given_name=given_name, family_name=family_name, **fields)


def test_students_come_by_the_name_they_go_by_without_accents_or_case(caseload):
    for given_name, preferred_name in (("Zoë", ""), ("élodie", ""), ("Theodora", "Dora"), ("Eli", "")):
        add(caseload, given_name, preferred_name=preferred_name)
    assert [student.called for student in caseload.students] == ["Dora", "Eli", "élodie", "Zoë"]
    assert [line.student.called for line in caseload.summaries] == ["Dora", "Eli", "élodie", "Zoë"]


def test_those_who_left_lengthen_no_name_on_the_screen(caseload):
    noah, other = add(caseload, "Noah", "Brandt"), add(caseload, "Noah", "Lindqvist")
    assert caseload.shorts == {noah.id: "Noah B.", other.id: "Noah L."}
    archive_student(caseload, other.id)
    assert caseload.shorts[noah.id] == "Noah"
    assert caseload.names == {noah.id: "Noah Brandt", other.id: "Noah Lindqvist"}


def test_a_line_is_told_anew_after_a_change_an_undo_and_a_new_day(caseload):
    days = [TODAY]
    told = Caseload(caseload.store, today=lambda: days[0], now=caseload.now)
    maya = add(told, "Maya")
    assert told.summary(maya.id).contact.last_on is None
    record_check_in(told, maya.id, "x")
    line = told.summary(maya.id)
    assert line.contact.age == 0
    assert told.summary(maya.id) is line
    days[0] = date(2026, 11, 30)
    assert told.summary(maya.id).contact.age == 5
    told.store.undo(NOW)
    assert told.summary(maya.id).contact.last_on is None


def test_a_change_about_one_tells_nobody_else_anew(caseload):
    maya, ben = add(caseload, "Maya"), add(caseload, "Ben", "Reed")
    lines = {student.id: caseload.summary(student.id) for student in (maya, ben)}
    record_check_in(caseload, maya.id, "x")
    assert caseload.summary(maya.id) is not lines[maya.id]
    assert caseload.summary(ben.id) is lines[ben.id]
    with caseload.store.change("Away", NOW) as change:
        change.add(Leave, student=maya.id, starts_on=TODAY, ends_on=TODAY)
    assert caseload.summary(maya.id).not_here
    assert caseload.summary(ben.id) is lines[ben.id]
    with caseload.store.change("Holidays", NOW) as change:
        change.add(NoSchoolDay, starts_on=TODAY, ends_on=TODAY)
    assert caseload.summary(ben.id) is not lines[ben.id]


def test_no_school_days_are_looked_at(caseload):
    maya = begun(caseload).maya
    later = Caseload(caseload.store, today=lambda: date(2026, 11, 30), now=caseload.now)
    assert later.summary(maya.id).one_to_one_age == 5
    with caseload.store.change("Holidays", NOW) as change:
        change.add(NoSchoolDay, starts_on=date(2026, 11, 26), ends_on=date(2026, 11, 27))
        change.add(Leave, student=maya.id, starts_on=date(2026, 11, 25), ends_on=date(2026, 11, 25))
    assert later.summary(maya.id).one_to_one_age == 2


def test_the_one_student_a_query_means(caseload):
    jose = add(caseload, "José", "Ruiz", student_number="0042")
    add(caseload, "Kai", "Tran")
    for query in ("jose", "0042", "s0000001", "ruiz", "José Ruiz"):
        assert caseload.one(query) == jose


def test_more_than_one_is_asked_about_by_name_and_id(caseload):
    add(caseload, "Maya", "Okafor")
    add(caseload, "Mayumi", "Sato")
    with pytest.raises(
        Refusal, match=r"“may” fits 2 students: Maya Okafor \[s0000001\], Mayumi Sato \[s0000002\]\. Type"
    ):
        caseload.one("may")


def test_nobody_is_said_to_be_nobody(caseload):
    add(caseload, "Maya")
    for query in ("", " ", "x", "'"):
        with pytest.raises(Refusal, match="Nobody in the caseload"):
            caseload.one(query)


def test_those_who_left_are_found_only_when_asked_for(caseload):
    left = begun(caseload).left
    assert caseload.one("kai", also_left=True).id == left.id
    with pytest.raises(Refusal):
        caseload.one("kai")


def test_a_name_as_the_caseload_tells_it_means_that_student(caseload):
    add(caseload, "Ana", "Lima", grade="9")
    ana = add(caseload, "Ana", "Lima", grade="10")
    assert caseload.one(" Ana Lima (grade 10) ") == ana
    with pytest.raises(Refusal, match="fits 2"):
        caseload.one("Lima, Ana")


def test_check_ins_of_one_day_the_newest_first(caseload):
    maya = add(caseload, "Maya")
    for away in (0, -1, -1, -2):
        record_check_in(caseload, maya.id, f"{away}", happened_on=TODAY + timedelta(days=away))
    yesterday = TODAY - timedelta(days=1)
    assert [seen.id for seen in caseload.check_ins_on(maya.id, yesterday)] == ["c0000003", "c0000002"]
    assert caseload.check_ins_on(maya.id, TODAY + timedelta(days=1)) == []


def test_the_period_of_the_clock_on_the_wall_its_length_and_the_next(caseload):
    noon = datetime.combine(TODAY, time(12)).astimezone()
    there = Caseload(caseload.store, today=lambda: TODAY, now=lambda: noon)
    assert (there.period_minutes, there.period_left, there.next_period_on) == ([], None, TODAY + timedelta(days=1))
    with caseload.store.change("Period", NOW) as change:
        change.add(MeetingPattern, weekdays=(0, 2), starts=time(11, 50), ends=time(12, 20))
        change.add(MeetingPattern, weekdays=(4,), starts=time(13), ends=time(15, 5))
    assert (there.period_minutes, there.period_left) == ([30, 125], 20)
    assert there.next_period_on == TODAY + timedelta(days=2)


def test_a_trend_is_that_of_the_pacts_own_evidence(caseload):
    book = begun(caseload)
    assert caseload.trend_of(book.pact) is None
    seen = {"source": EvidenceSource.QUIZ, "level": Level.BEGINNING, "independence": Independence.WITH_ME}
    record_evidence(caseload, book.maya.id, "of no pact", **seen)
    assert caseload.trend_of(book.pact) is None
    record_evidence(caseload, book.maya.id, "of this one", **seen, pact=book.pact.id)
    assert caseload.trend_of(book.pact) == derive_trend(caseload.evidence[1:])


def test_a_filled_caseload_is_one_change(caseload, tmp_path):
    assert fill_caseload(caseload, demo_caseload(TODAY, NOW).entries) > 100
    assert caseload.store.seq == 1
    assert len(caseload.students) == 22
    ids = {student.id for student in caseload.everyone}
    assert {seen.student for seen in caseload.check_ins} <= ids
    assert {seen.group for seen in caseload.check_ins} - {""} <= {seen.id for seen in caseload.check_ins}
    other = Store.open(tmp_path / "home")
    assert len(other.all(Student)) == 22
    other.close()
    caseload.store.undo(NOW)
    assert caseload.everyone == []


def test_tags_are_counted_again_after_a_change_and_not_before(caseload):
    maya = begun(caseload).maya
    first = caseload.tags.all
    assert [(tag.name, tag.count) for tag in first] == [("essay", 1)]
    assert caseload.tags.all is first
    record_check_in(caseload, maya.id, "Second draft", tags=("essay", "lab"))
    assert [(tag.name, tag.count) for tag in caseload.tags.all] == [("essay", 2), ("lab", 1)]
