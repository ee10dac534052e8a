"""A picture of the log with years before it, of finding in it, of its trash, and of a check-in's forms, as in test_snapshot."""

import time
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pytest
from test_snapshot import SMALL, USUAL, WIDE, picture

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.edit import edit_check_in
from advisory.casework.check_in.record import record_check_in
from advisory.casework.check_in.record_group import record_group
from advisory.casework.trash import move_to_trash
from advisory.model import CheckIn
from advisory.model.words import Kind

SIZES = pytest.mark.parametrize("size", [SMALL, USUAL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture(autouse=True)
def at_greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The hour of an edit is told by the clock on the wall."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def years(demo: Caseload) -> Caseload:
    """The demo, with notes of years before, one that was edited, and two in the trash."""
    everybody = [student.id for student in demo.students]
    for number, student_id in enumerate(everybody):
        happened_on = date(2026 - number % 3, 3, 9)
        record_check_in(demo, student_id, "Read the first page aloud to everybody", happened_on=happened_on)
    for line in ("Drew the fraction as a trough", "A line by mistake"):
        move_to_trash(demo, CheckIn, record_check_in(demo, demo.one("jun").id, line).id)
    first, *_ = record_group(demo, text="Circle about sleep", student_ids=[demo.one("maya").id, *everybody[:17]])
    edit_check_in(demo, first, line="Circle about sleep: she began", kind=Kind.SMALL_GROUP, minutes=20)
    return demo


@SIZES
@pytest.mark.parametrize("query", ["", "aloud kind:one"], ids=["all", "found"])
def test_the_log(snap_compare: Any, years: Caseload, query: str, size: tuple[int, int]) -> None:
    keys: Sequence[str] = ("slash", *query) if query else ("G",)
    assert picture(snap_compare, years, "log", *keys, size=size)


@SIZES
def test_the_form_of_a_check_in(snap_compare: Any, years: Caseload, size: tuple[int, int]) -> None:
    to_maya = ("slash", *"who:maya circle", "enter")
    assert picture(snap_compare, years, "log", *to_maya, "enter", *["tab"] * 4, size=size)


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_trash(snap_compare: Any, years: Caseload, size: tuple[int, int]) -> None:
    assert picture(snap_compare, years, "log", "B", size=size)


def test_finishing_a_jot(snap_compare: Any, years: Caseload) -> None:
    assert picture(snap_compare, years, "log", "J", size=USUAL)
