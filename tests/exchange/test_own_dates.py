"""Your dates as an .ics file, read back by another program's reader: what is in it, what is not, and at what hour."""

from datetime import date, datetime, time, timedelta
from importlib import import_module
from zoneinfo import ZoneInfo

import pytest
import vobject
from msgspec.structs import replace
from record_case import NOW, TODAY, make

from advisory.exchange.calendar.ics_out import calendar_file
from advisory.exchange.calendar.own_dates import OwnDate, own_dates
from advisory.exchange.calendar.zone import local_zone, named_zone
from advisory.model import DefensePlan, FollowUp, Milestone, Pact, Student
from advisory.model.defense_words import DefenseOutcome, MilestoneStatus
from advisory.model.words import PactStatus, Party
from advisory.rules.refusal import Refusal

CHICAGO = ZoneInfo("America/Chicago")
SECRET = "a word that stays here"
DAY = date(2027, 3, 12)
"""The Friday before the clocks change."""


def milestone(key, **fields):
    return Milestone(
        **{"key": key, "label": "practice with you", "days_before": 4, "due_on": DAY, "mine": True, **fields}
    )


class Book:
    """Records of Maya, who is here, and of one who left."""

    today = TODAY
    students = (make(Student, 1),)
    defenses = (
        make(
            DefensePlan, 1, held_on=DAY, starts=time(9), minutes=60, place="Library", claim=SECRET,
            milestones=(
                milestone("practice"), milestone("theirs", mine=False), milestone("gone", due_on=date(2026, 10, 1)),
                milestone("ready", status=MilestoneStatus.READY, done_on=TODAY), milestone("the_day", days_before=0),
            ),
        ),
        make(DefensePlan, 2, held_on=date(2027, 3, 15), starts=time(9)),
        make(DefensePlan, 3, held_on=DAY, outcome=DefenseOutcome.POSTPONED, milestones=(milestone("practice"),)),
        make(DefensePlan, 4, held_on=DAY, student="s0000002"),
        make(DefensePlan, 5, held_on=date(2027, 4, 1)),
    )  # fmt: skip
    pacts = (
        make(Pact, 1, status=PactStatus.ACTIVE, next_review_on=DAY, title=SECRET),
        make(Pact, 2, status=PactStatus.PAUSED, next_review_on=DAY),
        make(Pact, 3, status=PactStatus.ACTIVE),
    )
    follow_ups = (
        make(FollowUp, 1, text=SECRET, due_on=DAY),
        make(FollowUp, 2, text=SECRET, due_on=DAY, owner=Party.STUDENT),
        make(FollowUp, 3, text=SECRET),
        make(FollowUp, 4, text=SECRET, due_on=TODAY - timedelta(days=1)),
    )


def written(book=Book, names=None, zone=CHICAGO):
    return calendar_file(own_dates(book, names or {"s0000001": "MO"}), zone)


def events(data):
    return vobject.readOne(data.decode()).vevent_list


def test_the_dates_are_those_to_come_of_who_is_here_with_initials_and_without_text():
    found = events(written())
    assert sorted((one.summary.value, str(one.dtstart.value)) for one in found) == [
        ("A promise to MO", "2027-03-12"),
        ("Defense: MO", "2027-03-12 15:00:00+00:00"),
        ("Defense: MO", "2027-03-15 14:00:00+00:00"),
        ("Defense: MO", "2027-04-01"),
        ("Pact review: MO", "2027-03-12"),
        ("Practice with you: MO", "2027-03-12"),
    ]
    assert SECRET.encode() not in written()
    assert "Defense: Maya Okafor" in {one.summary.value for one in events(written(names={"s0000001": "Maya Okafor"}))}


def test_hours_are_right_before_and_after_the_clocks_change():
    before, after = (one for one in events(written()) if isinstance(one.dtstart.value, datetime))
    shown = [one.dtstart.value.astimezone(CHICAGO) for one in (before, after)]
    assert [f"{at:%b %d %H:%M %Z}" for at in shown] == ["Mar 12 09:00 CST", "Mar 15 09:00 CDT"]
    assert before.dtend.value - before.dtstart.value == timedelta(minutes=60)
    assert before.location.value == "Library"
    assert b"DTSTART:20270312T150000Z\r\n" in written()


def test_without_a_zone_an_hour_is_the_same_by_every_clock():
    assert b"DTSTART:20270312T090000\r\n" in written(zone=None)


def test_a_second_import_updates_the_first():
    moved = type(
        "Moved",
        (Book,),
        {"defenses": (replace(Book.defenses[0], held_on=date(2027, 3, 16), updated_at=NOW + timedelta(hours=1)),)},
    )
    first = {one.uid.value: one for one in events(written())}
    second = {one.uid.value: one for one in events(written(moved))}
    assert len(first) == 6
    assert second.keys() <= first.keys()
    uid = next(uid for uid in second if uid.startswith("d0000001-2026"))
    assert int(second[uid].sequence.value) > int(first[uid].sequence.value)
    assert second[uid].dtstamp.value > first[uid].dtstamp.value
    assert written() == written()


def test_the_file_is_as_the_standard_has_it():
    long = OwnDate("x@advisory", DAY, "Ünë " * 60, NOW, NOW)
    data = calendar_file([long], CHICAGO)
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    (event,) = events(data)
    assert event.summary.value == "Ünë " * 60
    assert getattr(event, "class").value == "PRIVATE"
    assert (event.dtend.value, event.transp.value) == (DAY + timedelta(days=1), "TRANSPARENT")
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"METHOD" not in data


def test_a_zone_is_named_as_calendars_name_it():
    assert named_zone(" Europe/Berlin ") == ZoneInfo("Europe/Berlin")
    for name in ("Middle/Earth", "", "../etc"):
        with pytest.raises(Refusal, match="There is no time zone"):
            named_zone(name)
    assert local_zone() is None or local_zone().key


def test_a_computer_without_a_zone_of_that_name_has_none(monkeypatch):
    class Local:
        name = "America/Chicago"

    monkeypatch.setattr(import_module("pendulum.tz.local_timezone"), "get_local_timezone", Local)
    assert local_zone() == ZoneInfo("America/Chicago")
    for name in ("Middle/Earth", "/etc/localtime", ""):
        Local.name = name
        assert local_zone() is None
