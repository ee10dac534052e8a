"""Days and instants that school days can be counted with: in every field of every kind, and in the pieces of records."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from each_row import each_row
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from record_case import make
from record_strategy import records

from advisory.model import (
    KINDS,
    CheckIn,
    Commitment,
    FollowUp,
    MeetingPattern,
    Pact,
    PactRevision,
    PactWording,
    RecordError,
    Revision,
    Snooze,
    Term,
)
from advisory.model.plausible import need_plausible, need_year

DAY, EARLY, LATE = date(2026, 11, 23), date(1899, 12, 31), date(2200, 1, 1)
AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def refused(noun, struct) -> str:
    with pytest.raises(RecordError) as refusal:
        need_plausible(noun, struct)
    return str(refusal.value)


@each_row("day", [date(1, 1, 1), EARLY, LATE, date(9999, 12, 31)])
def test_a_day_outside_is_named_with_its_field(day):
    said = f"check-in: happened on is {day}; it must be in the years 1900 to 2199"
    assert refused("check-in", make(CheckIn, happened_on=day)) == said


@each_row("day", [EARLY + timedelta(1), DAY, LATE - timedelta(1)])
def test_a_day_within_is_none_of_its_business(day):
    need_plausible("check-in", make(CheckIn, happened_on=day))


@each_row(
    ("record", "field"),
    [
        (make(Term, starts_on=EARLY, ends_on=DAY), "starts on"),
        (make(Term, starts_on=DAY, ends_on=LATE), "ends on"),
        (make(FollowUp, snoozed=(Snooze(on=DAY, was_due_on=None, due_on=LATE),)), "due on"),
        (make(Pact, student_commitments=(Commitment(text="a"), Commitment(text="b", kept=(DAY, EARLY)))), "kept"),
        (make(Pact, revisions=(PactRevision(at=AT, revision=1, was=PactWording(target_on=LATE)),)), "target on"),
        (make(CheckIn, revisions=(Revision(at=AT.replace(year=1), was={}),)), "at"),
        (replace(make(CheckIn), deleted_at=AT.replace(year=2200)), "deleted at"),
    ],
)
def test_it_is_found_in_every_field_and_piece(record, field):
    assert refused(record.noun, record).startswith(f"{record.noun}: {field} is ")


def test_an_instant_has_a_time_zone_and_a_time_of_the_school_day_has_none():
    said = refused("check-in", replace(make(CheckIn), created_at=AT.replace(tzinfo=None)))
    assert said.endswith("it must be an instant with a time zone, such as 2026-11-23T09:05:00Z")
    need_plausible("check-in", replace(make(CheckIn), created_at=AT.astimezone(timezone(timedelta(hours=-5)))))
    aware = make(MeetingPattern, starts=time(8, tzinfo=UTC), ends=time(9, tzinfo=UTC))
    assert "without a time zone" in refused("meeting pattern", aware)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10)
@given(data=st.data())
def test_every_record_of_our_time_passes(kind, data):
    need_plausible(kind.noun, data.draw(records(kind)))


@pytest.mark.every
@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_each_of_a_hundred_records_of_our_time_passes(kind, data):
    need_plausible(kind.noun, data.draw(records(kind)))


@each_row(("year", "is_right"), [(1899, False), (1900, True), (2199, True), (2200, False), (10**18, False)])
def test_a_year_is_held_to_the_same_bounds(year, is_right):
    if is_right:
        need_year("partnership", "school_year", year)
    else:
        with pytest.raises(RecordError, match="school year is"):
            need_year("partnership", "school_year", year)
