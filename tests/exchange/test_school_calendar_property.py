"""Whatever the bytes: events within the days asked for, or a refusal that names the file; and always in time."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ics_case import CALENDARS, FIRST, LAST, ics, read

from advisory.exchange.file.error import FileError

WITH_FILES = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
NAMES = sorted(str(path.relative_to(CALENDARS)) for path in CALENDARS.rglob("*.ics"))
LINES = st.sampled_from(
    ["BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "END:VALARM", "begin:vevent", "BEGIN:", "END:X",
     "DTSTART:20261126", "DTSTART;VALUE=DATE:20261126", "DTSTART:20261126T000000Z", "DTSTART;TZID=X:20261126T000000", "DTSTART:",
     "DTSTART;VALUE=PERIOD:20261126T000000Z/P1D", "DTEND:20261128", "DTEND:99991231T235959Z", "DTEND:00010101", "DURATION:P2D",
     "DURATION:-P99999D", "DURATION:x", "SUMMARY:No school", 'SUMMARY;X="a:b":c\\n\\,', "SUMMARY", " folded", "\tfolded", ":", ";", "=",
     "RRULE:FREQ=WEEKLY", "RRULE:FREQ=DAILY;COUNT=3", "RRULE:FREQ=YEARLY;UNTIL=20270101T000000Z", "RRULE:", "RRULE;X=1:FREQ=MONTHLY",
     "EXDATE:20261126", "EXDATE;VALUE=DATE:20261203,x", "RDATE;VALUE=PERIOD:20261126T000000Z/P1D", "RDATE:20270101T000000",
     "RECURRENCE-ID:20261126", "UID:1", "STATUS:CANCELLED", "X-WR-TIMEZONE:Pacific/Kiritimati", "X-WR-TIMEZONE:", "", "\x0b", "é" * 40]
)  # fmt: skip


def read_or_refuse(path, data):
    try:
        calendar = read(path, data)
    except FileError as refused:
        told = str(refused)
    else:
        told = ""
        assert list(calendar.events) == sorted(set(calendar.events))
        for event in calendar.events:
            assert event.starts_on <= event.ends_on
            assert event.starts_on <= LAST
            assert event.ends_on >= FIRST
            assert event.title
            assert event.title.isprintable() or not event.title.isascii()
        assert all(odd.line > 0 and odd.why for odd in calendar.refused)
    if told:
        assert told.startswith(str(path))
        assert "\n" not in told


@given(st.binary(max_size=300))
@WITH_FILES
def test_any_bytes_at_all(tmp_path, data):
    read_or_refuse(tmp_path / "school.ics", data)
    read_or_refuse(tmp_path / "school.ics", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + data + b"\nEND:VEVENT\n")


@given(st.lists(LINES, max_size=25).map("\r\n".join), st.sampled_from(["utf-8", "utf-16", "utf-8-sig", "cp1252"]))
@WITH_FILES
def test_any_text_that_looks_a_little_like_a_calendar(tmp_path, text, encoding):
    read_or_refuse(tmp_path / "school.ics", text.encode(encoding, errors="replace"))


@given(st.lists(st.lists(LINES, max_size=8).map("\r\n".join), max_size=4))
@WITH_FILES
def test_any_events(tmp_path, events):
    read_or_refuse(tmp_path / "school.ics", ics(*(event or "UID:0" for event in events)))


@given(st.sampled_from(NAMES), st.integers(0, 4000), st.binary(max_size=8), st.integers(0, 40))
@WITH_FILES
def test_any_damage_to_a_calendar(tmp_path, name, at, put, cut):
    whole = (CALENDARS / name).read_bytes()
    at %= len(whole) + 1
    read_or_refuse(tmp_path / "school.ics", whole[:at] + put + whole[at + cut :])
