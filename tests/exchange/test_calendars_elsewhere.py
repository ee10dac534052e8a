"""Calendars in the shapes in which other programs and languages write them: which days are offered, ticked and told."""

import warnings
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st
from ics_case import CALENDARS, FIRST, LAST, event, ics, read, spans

from advisory.exchange.calendar.calendar_report import attention_lines, left_out_words, span_words
from advisory.exchange.calendar.day_off_words import is_canceled
from advisory.exchange.calendar.school_calendar import MOST_REFUSED, read_school_calendar

ELSEWHERE = CALENDARS / "elsewhere"
EXPECTED = Path(__file__).with_name("calendars_elsewhere.txt")
FIELD = CALENDARS / "field"


def as_told(path: Path) -> list[str]:
    """The whole days, those ticked with an x, and after them what is told."""
    calendar = read_school_calendar(path, FIRST, LAST)
    days = [f"{'x' if one.looks_like_no_school else '.'} {span_words(one)} {one.title}" for one in calendar.events]
    told = [f"told: {line}".replace(str(path), "FILE") for line in attention_lines(calendar)]
    return [*days, *told, *filter(None, [left_out_words(calendar)])]


def expected() -> dict[str, list[str]]:
    """What EXPECTED says of each file."""
    sections = EXPECTED.read_text(encoding="utf-8").split("# ")[1:]
    return {section.splitlines()[0]: section.splitlines()[1:] for section in sections}


@each_row("name", sorted(expected()))
def test_each_is_read_as_its_school_means_it(name):
    assert as_told(ELSEWHERE / f"{name}.ics") == expected()[name]


def test_every_file_has_its_expectation():
    assert sorted(path.stem for path in ELSEWHERE.iterdir()) == sorted(expected())


@each_row(
    ("name", "days"),
    [
        ("F07-utc-midnight-new-york", [("261125", "261127"), ("261210", "261210")]),
        ("F11-empty-dtend", [("261012", "261012")]),
        ("F16-vendor-tzid-warning", [("261012", "261012")]),
        ("F14-timed-no-school", []),
    ],
)
def test_the_days_of_the_files_from_the_field(name, days):
    assert spans(read_school_calendar(FIELD / f"{name}.ics", FIRST, LAST)) == days


@each_row(
    ("name", "ticked", "offered"),
    [("F13-titles-that-should-be-ticked", 10, 10), ("F13c-titles-that-should-not-be-ticked", 0, 4)],
)
def test_the_titles_of_the_files_from_the_field(name, ticked, offered):
    events = read_school_calendar(FIELD / f"{name}.ics", FIRST, LAST).events
    assert (sum(one.looks_like_no_school for one in events), len(events)) == (ticked, offered)


def test_hours_that_look_like_a_day_off_are_named_with_their_day():
    assert as_told(FIELD / "F14-timed-no-school.ics") == [
        "told: 1 event with hours looks like a day off. It is not taken; add it by hand if it is one:",
        "told:   Nov 6, 2026 “No School - Teacher Workday”",
        "1 event with hours was passed over.",
    ]


@pytest.mark.parametrize("path", [*ELSEWHERE.iterdir(), *FIELD.iterdir()], ids=lambda path: path.stem)
def test_no_warning_of_a_library_is_let_through(path):
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        read_school_calendar(path, FIRST, LAST)
    assert warned == []


@pytest.mark.parametrize("odd", ["", "x", "20261340", "9", ";", "99991231T235959Z"])
@pytest.mark.parametrize(
    "name", ["DTEND", "DURATION", "RRULE", "EXDATE", "RDATE", "RECURRENCE-ID", "STATUS", "UID", "CATEGORIES"]
)
def test_an_odd_property_costs_itself_and_never_the_event(tmp_path, name, odd):
    calendar = read(tmp_path / "school.ics", ics(event("20261012", f"{name}:{odd}")))
    assert spans(calendar)[0] == ("261012", "261012")
    assert calendar.events[0].looks_like_no_school


def test_a_year_of_odd_properties_is_offered_whole(tmp_path):
    many = [event("20261012", "DTEND:soon", title=f"No school {at}") for at in range(MOST_REFUSED + 50)]
    calendar = read(tmp_path / "school.ics", ics(*many))
    assert len(calendar.events) == MOST_REFUSED + 50
    assert attention_lines(calendar)[-1] == "and 50 more events that can't be read, or only in part"


def test_an_alarm_inside_an_event_is_not_the_event(tmp_path):
    alarm = "BEGIN:VALARM\r\nDTSTART:20270101\r\nSUMMARY:Tomorrow\r\nDURATION:PT5M\r\nEND:VALARM"
    calendar = read(tmp_path / "school.ics", ics(f"{alarm}\r\n{event('20261012')}"))
    assert spans(calendar) == [("261012", "261012")]


@each_row(
    ("title", "category", "is_ticked"),
    [
        ("Founders' Day", "No School", True),
        ("Founders' Day", "Holidays/No School", True),
        ("Founders' Day", "School Holiday", True),
        ("Founders' Day", "Breaks & Holidays", True),
        ("Founders' Day", "Schulfrei", True),
        ("Founders' Day", "Athletics", False),
        ("Valentine's Day", "Holiday", False),
        ("Early dismissal", "No School", False),
        ("Concert", "No School", False),
        ("Canceled: Founders' Day", "No School", False),
        ("Founders' Day", "No School K-5", False),
        ("Founders' Day", "Early Release/No School", False),
    ],
)
def test_a_category_says_it_where_the_title_does_not_speak_against_it(title, category, is_ticked, tmp_path):
    calendar = read(tmp_path / "school.ics", ics(event("20261012", f"CATEGORIES:All,{category}", title=title)))
    assert [one.looks_like_no_school for one in calendar.events] == [is_ticked]


@each_row(
    ("title", "answer"),
    [
        ("Canceled: PD Day", True), ("PD Day - CANCELLED", True), ("No School (cancelled)", True), ("No School Cancelled", True),
        ("Abgesagt: Schulfrei", True), ("Postponed: Staff day", True), ("School canceled", False), ("Classes are cancelled", False),
        ("All classes cancelled", False), ("Snow day", False), ("Clases canceladas", False),
    ],
)  # fmt: skip
def test_an_event_that_was_canceled_is_told_from_a_school_that_was(title, answer):
    assert is_canceled(title) == answer


@given(
    st.dates(FIRST, date(2027, 7, 20)),
    st.integers(1, 9),
    st.sampled_from(["America/New_York", "Europe/Paris", "Asia/Tokyo", "Australia/Sydney"]),
)
def test_whole_days_come_back_however_they_are_written(tmp_path_factory, first, length, zone):
    """As days, as midnight of the zone, and as that moment in UTC, also where the clocks change in between."""
    ends = first + timedelta(days=length)
    here = ZoneInfo(zone)
    utc = [datetime(day.year, day.month, day.day, tzinfo=here).astimezone(UTC) for day in (first, ends)]
    written = [
        event(f"{first:%Y%m%d}", f"DTEND;VALUE=DATE:{ends:%Y%m%d}"),
        f"DTSTART;TZID={zone}:{first:%Y%m%d}T000000\r\nDTEND;TZID={zone}:{ends:%Y%m%d}T000000\r\nSUMMARY:No school",
        f"DTSTART:{utc[0]:%Y%m%dT%H%M%SZ}\r\nDTEND:{utc[1]:%Y%m%dT%H%M%SZ}\r\nSUMMARY:No school",
        f"DTSTART:{first:%Y%m%d}T000000Z\r\nDTEND:{ends:%Y%m%d}T000000Z\r\nSUMMARY:No school",
    ]
    head = f"VERSION:2.0\r\nX-WR-TIMEZONE:{zone}".encode()
    path = tmp_path_factory.mktemp("calendar") / "school.ics"
    for lines in written:
        calendar = read(path, ics(lines).replace(b"VERSION:2.0", head))
        assert [(one.starts_on, one.ends_on) for one in calendar.events] == [(first, ends - timedelta(days=1))]


def test_many_are_counted_and_the_first_are_named(tmp_path):
    hours = [
        event(f"2026110{day}T080000", f"DTEND:2026110{day}T150000", title=f"No school {day}") for day in range(1, 9)
    ]
    off = [event(f"2026120{day}", "STATUS:CANCELLED", title=f"Snow day {day}") for day in range(1, 6)]
    seem = [event("20270105", title="Canceled: PD Day"), event("20270106", title="Canceled: Fair")]
    calendar = read(tmp_path / "school.ics", ics(*hours, *off, *seem, event("20261201T080000", title="Club")))
    assert attention_lines(calendar) == [
        "8 events with hours look like days off. They are not taken; add by hand those that are:",
        *(f"  Nov {day}, 2026 “No school {day}”" for day in range(1, 7)),
        "  and 2 more",
        "2 events seem canceled and are not ticked:",
        "  Jan 5, 2027 “Canceled: PD Day”",
        "  Jan 6, 2027 “Canceled: Fair”",
    ]
    assert left_out_words(calendar) == (
        "9 events with hours were passed over. "
        "5 canceled events are left out: “Snow day 1”, “Snow day 2”, “Snow day 3” and 2 more days off."
    )


def test_a_file_about_canceled_events_offers_none(tmp_path):
    data = ics(event("20261012"), event("20261013", title="Fair")).replace(
        b"VERSION:2.0", b"VERSION:2.0\r\nMETHOD:CANCEL"
    )
    calendar = read(tmp_path / "school.ics", data)
    assert (calendar.events, left_out_words(calendar)) == ((), "2 canceled events are left out: “No school”.")


def test_one_time_that_was_canceled_leaves_the_others(tmp_path):
    repeats = event("20261002", "UID:1", "RRULE:FREQ=WEEKLY;COUNT=3")
    canceled = event("20261009", "UID:1", "RECURRENCE-ID;VALUE=DATE:20261009", "STATUS:CANCELLED")
    assert spans(read(tmp_path / "school.ics", ics(canceled, repeats))) == [("261002", "261002"), ("261016", "261016")]
