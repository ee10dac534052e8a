"""Weekdays and hours: what people type is understood or refused in a sentence, and what is shown can be typed again."""

from contextlib import suppress
from datetime import time

import pytest
from each_row import each_row
from hypothesis import example, given
from hypothesis import strategies as st

from advisory.rules.days.hour_words import hour_words, read_hour, read_hours, read_weekdays, weekday_words
from advisory.rules.refusal import Refusal

MINUTES = st.times().map(lambda wall: wall.replace(second=0, microsecond=0))


@each_row(
    ("text", "days"),
    [
        ("mon wed fri", (0, 2, 4)),
        ("Mon, Wed and Fri", (0, 2, 4)),
        ("mon-fri", (0, 1, 2, 3, 4)),
        ("Monday – Friday", (0, 1, 2, 3, 4)),
        ("mon to wed, fri", (0, 1, 2, 4)),
        ("tu/th", (1, 3)),
        ("thurs & tues", (1, 3)),
        ("M-F", (0, 1, 2, 3, 4)),
        ("MWF", (0, 2, 4)),
        ("M W Th", (0, 2, 3)),
        ("TTh", (1, 3)),
        ("mtwrf", (0, 1, 2, 3, 4)),
        ("Monday through Friday", (0, 1, 2, 3, 4)),
        ("fri-mon", (0, 4, 5, 6)),
        ("wed wed", (2,)),
        ("  SUN  ", (6,)),
    ],
)
def test_weekdays(text, days):
    assert read_weekdays(text) == days


@each_row("text", ["", "  ", "-", "and", "s", "mxf", "someday", "mon-", "mon-wed-fri", "monn", "1", "mon;x"])
def test_what_names_no_weekday_is_refused(text):
    with pytest.raises(Refusal, match="is not a weekday: type them as mon wed fri"):
        read_weekdays(text)


@each_row(
    ("text", "starts", "ends"),
    [
        ("10:05-10:35", time(10, 5), time(10, 35)),
        ("10.05 - 10.35", time(10, 5), time(10, 35)),
        ("10h05 – 10h35", time(10, 5), time(10, 35)),
        ("1005-1035", time(10, 5), time(10, 35)),
        ("0940 until 1010", time(9, 40), time(10, 10)),
        ("9-9:30", time(9), time(9, 30)),
        ("9:40 to 10:10", time(9, 40), time(10, 10)),
        ("13:05-13:35", time(13, 5), time(13, 35)),
        ("1:05-1:35 pm", time(13, 5), time(13, 35)),
        ("9-9:30 pm", time(21), time(21, 30)),
        ("1:05pm-1:35pm", time(13, 5), time(13, 35)),
        ("1:05 P.M. - 1:35 P.M.", time(13, 5), time(13, 35)),
        ("11:45-12:15 pm", time(11, 45), time(12, 15)),
        ("12:45-1:15 pm", time(12, 45), time(13, 15)),
        ("11:45 am - 1:15 pm", time(11, 45), time(13, 15)),
        ("9:40-10:10 am", time(9, 40), time(10, 10)),
        ("9:40-10:10a", time(9, 40), time(10, 10)),
        ("12:05-12:35 am", time(0, 5), time(0, 35)),
        ("02:00-02:30", time(2), time(2, 30)),
        ("13:05-1:35 pm", time(13, 5), time(13, 35)),
    ],
)
def test_hours(text, starts, ends):
    assert read_hours(text) == (starts, ends)


@each_row(
    "text",
    ["", "-", "10:05", "10:05-", "10:05-10:35-11", "25:00-26:00", "10:75-11:00", "13:05 pm-1:35 pm", "noon-1 pm"],
)
def test_what_is_no_pair_of_hours_is_refused(text):
    with pytest.raises(Refusal, match="is not a start and an end: type them as 10:05-10:35"):
        read_hours(text)


@each_row("text", ["10:35-10:05", "10:05-10:05", "1:35-1:05 pm", "12:45-12:15 pm"])
def test_hours_that_end_before_they_start_are_refused(text):
    with pytest.raises(Refusal, match="must end after it starts"):
        read_hours(text)


@each_row(("text", "hour"), [("1:05-1:35", "13:05"), ("12:50-1:20", "13:20"), ("3-3:30", "15:00")])
def test_what_may_be_at_night_is_asked_about(text, hour):
    with pytest.raises(Refusal, match=f"may be at night or in the afternoon: type it as {hour}"):
        read_hours(text)


@each_row(
    ("days", "words"),
    [
        ((0, 2, 4), "Mon Wed Fri"),
        ((3, 4), "Thu Fri"),
        ((0, 1, 2, 3, 4), "Mon-Fri"),
        ((0, 2, 3, 4, 6), "Mon Wed-Fri Sun"),
    ],
)
def test_weekdays_in_words(days, words):
    assert weekday_words(days) == words


@given(st.lists(st.integers(0, 6), min_size=1))
def test_weekdays_that_are_shown_can_be_typed(days):
    assert read_weekdays(weekday_words(set(days))) == tuple(sorted(set(days)))


@given(st.lists(MINUTES, min_size=2, max_size=2, unique=True))
def test_hours_that_are_shown_can_be_typed(minutes):
    starts, ends = sorted(minutes)
    assert read_hours(hour_words(starts, ends)) == (starts, ends)


WEEKDAYS = st.lists(
    st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun", "Monday", "-", ",", "and", "to"])
).map(" ".join)
HOURS = st.lists(
    st.sampled_from(["9", "9:40", "10", "13:05", "12:50", "1:20", "3", "–", "-", "to", "am", "pm"]), max_size=5
).map("".join)


@given(st.text(max_size=30) | st.text("montuewd-, ", max_size=20) | WEEKDAYS)
@example("wed - Fri")
def test_anything_at_all_is_read_as_weekdays_or_refused(text):
    with suppress(Refusal):
        weekdays = read_weekdays(text)
        assert read_weekdays(weekday_words(weekdays)) == weekdays


@given(st.text(max_size=30) | st.text("0123456789:.-– apm", max_size=20) | HOURS)
@example("9:40–10")
def test_anything_at_all_is_read_as_hours_or_refused(text):
    with suppress(Refusal):
        hours = read_hours(text)
        assert read_hours(hour_words(*hours)) == hours


@each_row(("text", "named"), [("mon foo", "foo"), ("mon s", "s"), (" - ", "-"), ("12/7", "12/7")])
def test_the_word_that_is_no_weekday_is_named(text, named):
    with pytest.raises(Refusal, match=f"^“{named}” is not a weekday"):
        read_weekdays(text)


@each_row(("text", "hour"), [("9", time(9)), ("1:30 pm", time(13, 30)), (" Noon ", time(12)), ("14.15", time(14, 15))])
def test_one_hour(text, hour):
    assert read_hour(text) == hour


@each_row("text", ["25:00", "noonish", "", "9-10"])
def test_what_is_no_hour_is_refused(text):
    with pytest.raises(Refusal, match="is not a time: type it as 9:00"):
        read_hour(text)
