"""Which titles are ticked beforehand: those that say it clearly, and no other."""

from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st

from advisory.exchange.calendar.day_off_words import looks_like_no_school

CLEAR = """
    No School|NO SCHOOL - Labor Day|Labor Day|Labor Day (observed)|Thanksgiving|Thanksgiving Break|Fall Break|Winter recess
    Mid-Winter Break|February Vacation|Spring  Break|Spring Break - no school|Easter break|Break|Half-term|School closed
    Schools Closed: snow|All schools and offices closed|CLOSED|Student holiday|Student-Free Day|Non-student day|Snow day
    No classes (staff development)|Teacher Work Day|Teacher workday|Staff Development|Professional Learning Day|In-service
    Inservice day|PD Day|Holiday|Federal holiday|Bank Holidays|Memorial Day|MLK Day|Martin Luther King, Jr. Day|Presidents’ Day
    Veterans' Day|New Year's Day|Parent-teacher conferences, no school|No students: conferences
"""
UNCLEAR = """
    First day of school|Last day before winter break|School resumes after break|Winter break begins|Spring break ends|Back from break
    Return from Thanksgiving Break|Early release|Half Day|Minimum day - staff development|Late start (professional learning)
    Holiday concert|Holiday Party|Holiday sweater day|Spring Break Camp|Thanksgiving Feast|Vacation Bible School|Recess|Coffee break
    Break the silence|Breakfast with books|No school uniform day|No school lunch today|Parent-teacher conferences|Conferences
    Registration closed|Library closed|School office closed|No school: kindergarten|Elementary: no school|No school for grade 9
    Snow make-up day (no school if not needed)|Possible snow day|Tentative: Spring Break|Report cards|Picture day|Spirit week
    Diwali|Yom Kippur|Earth Day|Pi day|Finals||No one is late|Student council|Teacher appreciation week|Staff meeting
"""


def titles(text):
    return [title.strip() for line in text.strip().splitlines() for title in line.split("|")]


@each_row("title", titles(CLEAR))
def test_a_clear_title_is_ticked(title):
    assert looks_like_no_school(title)


@each_row("title", titles(UNCLEAR))
def test_a_title_that_may_mean_something_else_is_not(title):
    assert not looks_like_no_school(title)


@given(st.sampled_from(titles(CLEAR)), st.sampled_from(["", " ", "  "]), st.booleans())
def test_case_and_blanks_make_no_difference(title, blanks, shouted):
    written = blanks + (title.upper() if shouted else title).replace(" ", f" {blanks}") + blanks
    assert looks_like_no_school(written) == looks_like_no_school(title)


@given(st.text())
def test_any_title_has_an_answer(title):
    assert looks_like_no_school(title) in {True, False}
