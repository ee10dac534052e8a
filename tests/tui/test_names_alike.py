"""Two students of one name can be told apart on every screen, also where the name is cut."""

import pytest
from app_case import caseload_in, command, drawn, open_app, press

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.pact.draft import draft_pact
from advisory.casework.promise.make import make_promise
from advisory.casework.student.add import add_student
from advisory.store import Store

SCREENS = ("today", "caseload", "board", "log", "pacts", "week")


@pytest.fixture
def alike(tmp_path):
    store = Store.open(tmp_path / "home")
    caseload = caseload_in(store)
    for _ in range(2):
        student = add_student(caseload, given_name="Maximiliane", family_name="Featherstone")
        record_check_in(caseload, student.id, "Said hello")
        make_promise(caseload, student.id, "the atlas")
        draft_pact(caseload, student.id, "I can read a graph")
    yield caseload
    store.close()


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
@pytest.mark.parametrize("screen", SCREENS)
async def test_both_are_told_apart(alike: Caseload, screen: str, size: tuple[int, int]) -> None:
    async with open_app(alike, size, screen=screen) as pilot:
        if screen == "week":
            await press(pilot, "right", "right")
        shown = drawn(pilot)
    for student in alike.students:
        assert f"{student.id[-6:]}" in shown, shown


async def test_the_ticks_of_a_group_tell_them_apart(alike: Caseload) -> None:
    async with open_app(alike, (60, 20)) as pilot:
        await command(pilot, "group")
        shown = drawn(pilot)
    for student in alike.students:
        assert student.id in shown


async def test_an_initial_stays_when_the_name_before_it_is_cut(caseload: Caseload) -> None:
    for family in ("Brown", "Clark"):
        student = add_student(caseload, given_name="Anneliese-Feathersto", family_name=family)
        record_check_in(caseload, student.id, "Said hello")
    async with open_app(caseload, (60, 20), screen="log") as pilot:
        shown = drawn(pilot)
    assert "… B." in shown
    assert "… C." in shown
