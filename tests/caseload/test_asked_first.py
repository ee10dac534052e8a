"""A caseload tells the same whatever is asked of it first, and what it told stands until something changes."""

from datetime import date, timedelta

import pytest
from added import add
from record_case import NOW, TODAY

from advisory.caseload.caseload import Caseload
from advisory.model import (
    CatalogueSign,
    CheckIn,
    Intervals,
    KnownWell,
    MeetingPattern,
    NoSchoolDay,
    PlannedTalk,
    Student,
    Term,
)
from advisory.model.words import CheckInState, Kind, Status
from advisory.rules.next.plan import Planned
from advisory.rules.next.suggestion import Reason

DAY = timedelta(days=1)
READ = {
    "calendar": lambda c: [c.calendar.days_between(date(2026, 11, 2), TODAY, one) for one in ("s0000001", "s0000003")],
    "intervals": lambda c: tuple(c.intervals),
    "catalogue": lambda c: c.catalogue["saved_a_seat"].label,
    "students": lambda c: [one.given_name for one in c.students],
    "everyone": lambda c: [one.given_name for one in c.everyone],
    "names": lambda c: c.names["s0000001"],
    "shorts": lambda c: c.shorts["s0000001"],
    "initials": lambda c: c.initials["s0000001"],
    "summaries": lambda c: [one.one_to_one_age for one in c.summaries],
    "all_summaries": lambda c: [one.one_to_one_age for one in c.all_summaries],
    "summary": lambda c: c.summary("s0000004").one_to_one_age,
    "next_period_on": lambda c: c.next_period_on,
    "suggestions": lambda c: [(one.student_id, one.reason) for one in c.suggestions],
    "planned": lambda c: [(one.student_id, one.on) for one in c.planned],
    "planned_talk": lambda c: c.planned_talk("s0000002"),
    "round": lambda c: (c.round.seen, c.round.to_come),
    "jots": lambda c: [one.id for one in c.jots],
    "time_given": lambda c: [(one.student_id, one.one_to_ones, one.on_leave) for one in c.time_given.students],
    "home_words": lambda c: [(one.student.id, one.attempts) for one in c.home_words],
    "one": lambda c: c.one("noor").id,
}


@pytest.fixture
def lived_in(caseload: Caseload) -> Caseload:
    """Three students who are here, of whom one is on leave for two weeks, and one who left."""
    for name, fields in (
        ("Maya", {}),
        ("Noor", {}),
        ("Ben", {"status": Status.ON_LEAVE, "left_on": TODAY - 14 * DAY}),
        ("Jun", {"status": Status.TRANSFERRED, "left_on": TODAY - DAY}),
    ):
        add(caseload, Student, given_name=name, **fields)
    add(caseload, Term)
    add(caseload, NoSchoolDay, starts_on=TODAY - 3 * DAY, ends_on=TODAY - 3 * DAY)
    add(caseload, Intervals, contact_every=7, focal_contact_every=3)
    add(caseload, CatalogueSign)
    add(caseload, MeetingPattern)
    for days, student in ((3, "s0000001"), (8, "s0000002"), (9, "s0000004")):
        add(caseload, CheckIn, student=student, happened_on=TODAY - days * DAY)
    add(caseload, CheckIn, state=CheckInState.JOT, kind=Kind.QUICK_TOUCH, counts_one_to_one=False)
    add(caseload, PlannedTalk, student="s0000001", on=TODAY + 2 * DAY)
    add(caseload, PlannedTalk, student="s0000002", on=TODAY)
    return caseload


def test_every_reading_is_the_same_when_it_is_the_first(lived_in: Caseload) -> None:
    told = {name: read(Caseload(lived_in.store, today=lambda: TODAY, now=lambda: NOW)) for name, read in READ.items()}
    assert told == {name: read(lived_in) for name, read in READ.items()}
    assert told == {
        "calendar": [14, 4],
        "intervals": (7, 3),
        "catalogue": "saved me a seat",
        "students": ["Ben", "Maya", "Noor"],
        "everyone": ["Ben", "Jun", "Maya", "Noor"],
        "names": "Maya Okafor",
        "shorts": "Maya",
        "initials": "MO",
        "summaries": [None, 1, 5],
        "all_summaries": [None, 5, 1, 5],
        "summary": 5,
        "next_period_on": TODAY + 2 * DAY,
        "suggestions": [("s0000002", Reason.PLANNED)],
        "planned": [("s0000002", TODAY), ("s0000001", TODAY + 2 * DAY)],
        "planned_talk": Planned("s0000002", TODAY, TODAY),
        "round": (["s0000001", "s0000002"], []),
        "jots": ["c0000004"],
        "time_given": [("s0000002", 1, False), ("s0000001", 1, False), ("s0000003", 0, True)],
        "home_words": [("s0000003", 0), ("s0000001", 0), ("s0000002", 0)],
        "one": "s0000002",
    }


def test_an_empty_caseload_tells_of_nobody(caseload: Caseload) -> None:
    assert (dict(caseload.shorts), caseload.initials, caseload.names) == ({}, {}, {})


def test_what_was_told_stands_until_something_changes(lived_in: Caseload) -> None:
    lasting = ("suggestions", "planned", "round", "time_given", "summaries", "names", "students")
    before = {name: getattr(lived_in, name) for name in lasting}
    assert all(getattr(lived_in, name) is before[name] for name in lasting)
    add(lived_in, KnownWell)
    assert [name for name in lasting if getattr(lived_in, name) is before[name]] == ["names", "students"]


def test_who_is_planned_for_today_comes_first_and_for_another_day_where_they_were(lived_in: Caseload) -> None:
    def told(day: date) -> list[tuple[str, Reason]]:
        there = Caseload(lived_in.store, today=lambda: day, now=lambda: NOW)
        return [(one.student_id, one.reason) for one in there.suggestions]

    maya, noor = "s0000001", "s0000002"
    assert told(TODAY - DAY) == [(noor, Reason.ROUTINE), (maya, Reason.ROUTINE)]
    assert told(TODAY) == [(noor, Reason.PLANNED)]
    assert told(TODAY + 2 * DAY) == [(maya, Reason.PLANNED), (noor, Reason.ROUTINE)]
    add(lived_in, PlannedTalk, student=maya, on=TODAY)
    assert dict(told(TODAY)) == {maya: Reason.PLANNED, noor: Reason.PLANNED}
