"""A school year on the command line: what each command prints, whole, as story.txt has it."""

import time

import pytest
from kept_text import kept
from story_case import STORY, words


@pytest.fixture
def by_its_own_clock():
    yield
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows keeps its time zone, and writes paths otherwise")
@pytest.mark.usefixtures("by_its_own_clock")
def test_a_year_is_told_as_written_down(tmp_path):
    said = words(tmp_path)
    assert said.splitlines() == kept(STORY, said)
