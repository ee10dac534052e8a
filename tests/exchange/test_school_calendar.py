"""A school's .ics file: whole days, repeats and exceptions as a calendar program shows them; what is odd is named by its line."""

from datetime import date

import pytest
from ics_case import CALENDARS, FIRST, LAST, event, ics, read, spans

from advisory.exchange.calendar import school_calendar
from advisory.exchange.calendar.calendar_report import attention_lines, left_out_words
from advisory.exchange.calendar.school_calendar import SchoolCalendar, SchoolEvent, read_school_calendar
from advisory.exchange.file.error import FileError
from advisory.exchange.roster.roster import RefusedLine


@pytest.fixture
def path(tmp_path):
    return tmp_path / "school.ics"


def test_a_school_year_is_read_whole():
    calendar = read_school_calendar(CALENDARS / "school-year.ics", FIRST, LAST)
    assert (calendar.refused, calendar.notices) == ((), ())
    assert [one.title for one in calendar.events if one.looks_like_no_school] == [
        "Labor Day",
        "Staff development: no students",
        "Thanksgiving Break, no school",
        "Winter Break",
        "MLK Day – no school",
    ]
    assert SchoolEvent(date(2026, 11, 26), date(2026, 11, 27), "Thanksgiving Break, no school", True) in calendar.events
    assert [one.starts_on for one in calendar.events if one.title.startswith("Spirit day")] == [
        date(2026, 9, 4), date(2026, 10, 2), date(2026, 11, 6), date(2026, 12, 3), date(2027, 2, 5),
        date(2027, 3, 5), date(2027, 4, 2), date(2027, 5, 7), date(2027, 6, 4),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (event("20261126"), ("261126", "261126")),
        (event("20261126", "DTEND;VALUE=DATE:20261127"), ("261126", "261126")),
        (event("20261126", "DTEND;VALUE=DATE:20261128"), ("261126", "261127")),
        (event("20261126", "DTEND;VALUE=DATE:20261126"), ("261126", "261126")),
        (event("20261126", "DTEND;VALUE=DATE:20261101"), ("261126", "261126")),
        (event("20261126", "DURATION:P3D"), ("261126", "261128")),
        (event("20261126", "DURATION:PT0S"), ("261126", "261126")),
        (event("20261126T000000", "DTEND:20261127T000000"), ("261126", "261126")),
        (event("20261126T000000", "DTEND:20261126T235900"), ("261126", "261126")),
        (event("20261126T000000", "DTEND:20261127T235959"), ("261126", "261127")),
        (event("20261125T150000", "DTEND:20261130T080000"), ("261126", "261129")),
        (event("20261126T000000", "DURATION:PT24H"), ("261126", "261126")),
        (event("20261126T000000"), ("261126", "261126")),
        (event("20261126T000000", "DTEND:20261126T000000"), ("261126", "261126")),
        (event("20261126T000000", "DTEND:"), ("261126", "261126")),
        (event("20261126T000000", "DTEND;VALUE=DATE:20261128"), ("261126", "261127")),
        (event("20261126T080000", "DTEND:20261127T080000", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"), ("261126", "261126")),
        (event("20260720", "DTEND;VALUE=DATE:20260802"), ("260720", "260801")),
        (event("20270731", "DTEND;VALUE=DATE:20270815"), ("270731", "270814")),
    ],
)
def test_whole_days_are_read_with_both_ends(path, lines, days):
    assert spans(read(path, ics(lines))) == [days]


@pytest.mark.parametrize(
    "lines",
    [
        event("20261126T090000", "DTEND:20261126T150000"),
        event("20261126T090000", "DTEND:20261127T090000"),
        event("20261126T000000", "DTEND:20261126T120000"),
        event("20261126", "STATUS:CANCELLED"),
        event("20260731"),
        event("20270801"),
    ],
)
def test_parts_of_days_what_was_cancelled_and_other_years_are_left_out(path, lines):
    calendar = read(path, ics(lines))
    assert (calendar.events, calendar.refused) == ((), ())


def test_times_in_utc_are_those_of_the_zone_the_calendar_names(path):
    lines = event("20261126T050000Z", "DTEND:20261128T050000Z")
    named = ics(lines).replace(b"VERSION:2.0", b"X-WR-TIMEZONE:America/New_York")
    assert spans(read(path, named)) == [("261126", "261127")]
    unknown = ics(lines).replace(b"VERSION:2.0", b"X-WR-TIMEZONE:../../Nowhere")
    assert spans(read(path, unknown)) == spans(read(path, ics(lines))) == [("261126", "261127")]


def test_a_zone_of_the_schools_own_is_its_wall_clock(path):
    lines = event("20261126", "DTEND;TZID=Harbor View:20261127T000000").replace(
        "DTSTART;VALUE=DATE:20261126", "DTSTART;TZID=Harbor View:20261126T000000"
    )
    assert spans(read(path, ics(lines))) == [("261126", "261126")]


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (["RRULE:FREQ=YEARLY"], ["261126"]),
        (["RRULE:FREQ=WEEKLY;COUNT=3"], ["261126", "261203", "261210"]),
        (["RRULE:FREQ=WEEKLY;UNTIL=20261203"], ["261126", "261203"]),
        (["RRULE:FREQ=WEEKLY;UNTIL=20261203T000000Z"], ["261126", "261203"]),
        (["RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;VALUE=DATE:20261126,20261210"], ["261203"]),
        (["RDATE;VALUE=DATE:20270105"], ["261126", "270105"]),
        (["RRULE:FREQ=MONTHLY;BYDAY=TH;BYSETPOS=-1;COUNT=2"], ["261126", "261231"]),
    ],
)
def test_an_event_that_repeats_is_offered_each_time(path, lines, days):
    assert [starts_on for starts_on, _ in spans(read(path, ics(event("20261126", *lines))))] == days


def test_a_repeat_of_earlier_years_comes_into_this_one_with_all_its_days(path):
    lines = event("20131128", "DTEND;VALUE=DATE:20131130", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH")
    assert spans(read(path, ics(lines))) == [("261126", "261127")]


def test_one_time_that_was_moved_stands_where_it_was_moved_to(path):
    lines = event("20261126", "UID:1", "RRULE:FREQ=WEEKLY;COUNT=3")
    moved = event("20261204", "UID:1", "RECURRENCE-ID;VALUE=DATE:20261203")
    other = event("20261203", "UID:2", title="Another")
    calendar = read(path, ics(moved, lines, other))
    assert [(one.starts_on.day, one.title) for one in calendar.events] == [
        (26, "No school"), (3, "Another"), (4, "No school"), (10, "No school"),
    ]  # fmt: skip


def test_the_same_days_twice_are_offered_once_and_in_order(path):
    assert spans(read(path, ics(event("20270105"), event("20261126"), event("20270105")))) == [
        ("261126", "261126"),
        ("270105", "270105"),
    ]


def test_bad_events_are_named_by_their_lines_and_the_good_ones_are_offered():
    calendar = read_school_calendar(CALENDARS / "hostile.ics", FIRST, LAST)
    assert [(odd.line, odd.value, odd.why) for odd in calendar.refused] == [
        (7, "A day that is none", "has a DTSTART that can't be read"),
        (11, "Without a day", "has no first day (DTSTART)"),
        (14, "The year one", "begins in the year 1"),
        (18, "Ten years", "lasts 3,653 days, so only its first day is offered"),
        (23, "Every second", "repeats more often than once a day, so only its first time is offered"),
        (28, "Never further", "repeats by an odd INTERVAL, so only its first time is offered"),
        (33, "30 February", "repeats on days that never come, so only its first time is offered"),
        (38, "Sometimes", "has a RRULE that can't be read, so only its first time is offered"),
        (47, "", "has no end (END:VEVENT)"),
    ]
    assert [one.title for one in calendar.events if one.looks_like_no_school] == [
        "No school",
        "[31mRed [0m [/bold] holiday",
    ]
    assert calendar.notices == (f"{CALENDARS / 'hostile.ics'} ends in the middle; its last events may be missing.",)


@pytest.mark.parametrize("name", ["windows-1252", "utf-16"])
def test_other_encodings_are_read(name):
    calendar = read_school_calendar(CALENDARS / f"{name}.ics", FIRST, LAST)
    assert [one.title for one in calendar.events] in (["Fête de l’école: no school"], ["Día sin clases · no school"])
    assert ("read as Windows-1252" in "".join(calendar.notices)) == (name == "windows-1252")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("empty", "is empty"),
        ("binary", "is not text"),
        ("web-page", "is a web page"),
        ("nowhere", "does not exist"),
        ("", "is not a file: give the .ics file"),
        ("../rosters/names", "does not exist"),
    ],
)
def test_a_file_that_is_no_calendar_is_refused_by_its_name(name, why):
    path = CALENDARS / f"{name}.ics" if name else CALENDARS
    with pytest.raises(FileError, match=why) as refused:
        read_school_calendar(path, FIRST, LAST)
    assert str(refused.value).startswith(str(path))


def test_a_roster_is_no_calendar():
    with pytest.raises(FileError, match="is not a calendar: choose the"):
        read_school_calendar(CALENDARS.parent / "rosters" / "names.txt", FIRST, LAST)


def test_a_file_or_a_number_of_events_beyond_any_school_is_refused(path, monkeypatch):
    monkeypatch.setattr(school_calendar, "MOST_EVENTS", 2)
    assert read(path, ics(*[event("20261126")] * 2)).events
    with pytest.raises(FileError, match="holds 3 events, more than any school year"):
        read(path, ics(*[event("20261126")] * 3))
    monkeypatch.setattr(school_calendar, "LARGEST_FILE", 100)
    with pytest.raises(FileError, match="larger than any school's calendar"):
        read(path, ics(event("20261126")))


def test_too_many_days_to_choose_from_are_refused(path, monkeypatch):
    monkeypatch.setattr(school_calendar, "MOST_OFFERED", 9)
    assert len(read(path, ics(event("20261126", "RRULE:FREQ=DAILY;COUNT=9"))).events) == 9
    with pytest.raises(FileError, match="holds 10 whole days"):
        read(path, ics(event("20261126", "RRULE:FREQ=DAILY;COUNT=10")))


def test_a_file_of_nothing_but_bad_events_is_refused_with_the_first(path):
    with pytest.raises(
        FileError, match="more than 100 events that can't be read; the first, on line 3, has no first day"
    ):
        read(path, ics(*["SUMMARY:Nothing"] * 101))
    assert len(read(path, ics(*["SUMMARY:Nothing"] * 100)).refused) == 100


def test_days_are_followed_up_to_a_number_and_no_further(path, monkeypatch):
    monkeypatch.setattr(school_calendar, "_MOST_REPEATED", 3)
    assert len(read(path, ics(event("20261126"), event("20261127", "RRULE:FREQ=DAILY;COUNT=2"))).events) == 3
    with pytest.raises(FileError, match="repeats its events too often"):
        read(path, ics(event("20261126"), event("20261127", "RRULE:FREQ=DAILY;COUNT=3")))


@pytest.mark.parametrize(
    "lines",
    [
        event("19000101", "RRULE:FREQ=DAILY"),
        event("20260901", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"),
    ],
)
def test_many_rules_that_lead_nowhere_are_refused_in_time(path, lines, monkeypatch):
    monkeypatch.setattr(school_calendar, "_MOST_REPEATED", 2 * school_calendar._FRUITLESS)
    with pytest.raises(FileError, match="repeats its events too often"):
        read(path, ics(*[lines] * 60))


def test_what_to_say_of_many_is_cut_where_it_would_be_too_long():
    holiday, odd = SchoolEvent(FIRST, FIRST, "Holiday", True), RefusedLine(7, "", "has no day")
    long = SchoolEvent(date(2026, 11, 26), date(2026, 11, 27), "Canceled: break", False)

    def said(**fields):
        calendar = SchoolCalendar(**{"events": (), "refused": (), "notices": (), **fields})
        return attention_lines(calendar), left_out_words(calendar)

    assert said() == ([], "")
    assert said(with_hours=1, canceled=("Algebra",)) == (
        [], "1 event with hours was passed over. 1 canceled event is left out.",
    )  # fmt: skip
    off = ("No school", "Holiday", "Snow day", "Fall break", "No classes")
    for count, named in (
        (1, "1 canceled event is left out: “No school”."),
        (3, "3 canceled events are left out: “No school”, “Holiday”, “Snow day”."),
        (5, "5 canceled events are left out: “No school”, “Holiday”, “Snow day” and 2 more days off."),
        (4, "4 canceled events are left out: “No school”, “Holiday”, “Snow day” and 1 more day off."),
    ):
        assert said(with_hours=1000, canceled=off[:count])[1] == f"1,000 events with hours were passed over. {named}"
    day, days = "  Aug 1, 2026 “Holiday”", "  Nov 26, 2026 to Nov 27, 2026 “Canceled: break”"
    one = "1 event with hours looks like a day off. It is not taken; add it by hand if it is one:"
    several = "events with hours look like days off. They are not taken; add by hand those that are:"
    assert said(maybe_off=(holiday,))[0] == [one, day]
    assert said(maybe_off=(holiday,) * 6)[0] == [f"6 {several}", *[day] * 6]
    assert said(maybe_off=(holiday,) * 7)[0] == [f"7 {several}", *[day] * 6, "  and 1 more"]
    assert said(events=(long, holiday))[0] == ["1 event seems canceled and is not ticked:", days]
    assert said(events=(long, long))[0] == ["2 events seem canceled and are not ticked:", days, days]
    assert said(refused=(odd,) * 100)[0] == ["line 7: an event has no day"] * 100
    assert said(refused=(RefusedLine(7, "x", "has no day"),), notices=("a note",))[0] == [
        "a note",
        "line 7: “x” has no day",
    ]
    assert said(refused=(odd,) * 102)[0][100:] == ["and 2 more events that can't be read, or only in part"]
    assert said(refused=(odd,) * 101)[0][99:] == [
        "line 7: an event has no day", "and 1 more event that can't be read, or only in part",
    ]  # fmt: skip
