"""B and Del: what was deleted, kind by kind, and the way back; a student with their whole file."""

from datetime import date

import pytest
from app_case import SIZES, assert_fits, case_screen, command, drawn, highlight, message, open_app, press, settle

from advisory.caseload.caseload import Caseload
from advisory.caseload.trash import counted
from advisory.casework.check_in.record import record_check_in
from advisory.casework.learning.learn_fact import learn_fact
from advisory.casework.student.delete import whole_file
from advisory.casework.trash import move_to_trash
from advisory.model import CheckIn, KnownWell, Student
from advisory.model.words import Facet, LearnedHow
from advisory.tui.commands.registry import COMMAND


@pytest.fixture
def gone(demo: Caseload) -> list[CheckIn]:
    made = [
        record_check_in(demo, demo.one("maya").id, "Drew a trough", happened_on=date(2019, 9, 12)),
        record_check_in(demo, demo.one("kai").id, "", tags=("maths",)),
    ]
    fact = learn_fact(demo, demo.one("kai").id, Facet.STRESS, "Never told", how=LearnedHow.TOLD_ME, sensitive=True)
    for check_in in made:
        move_to_trash(demo, CheckIn, check_in.id)
    move_to_trash(demo, KnownWell, fact.id)
    return made


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_list_tells_by_kind_who_and_what_and_when_it_ends(
    demo: Caseload, gone: list[CheckIn], size: tuple[int, int]
) -> None:
    async with open_app(demo, size, screen="log") as pilot:
        await command(pilot, "trash")
        shown = drawn(pilot)
        assert_fits(pilot)
        for text in ("Check-ins · 2", "Facts · 1", "Maya", "Drew a", "Kai", "maths", "stress", "After 30 days"):
            assert text in shown
        assert "Never told" not in shown


async def test_enter_brings_one_back_where_it_was_and_u_takes_it_away_again(
    demo: Caseload, gone: list[CheckIn]
) -> None:
    async with open_app(demo, screen="log") as pilot:
        screen = case_screen(pilot)
        await command(pilot, "trash")
        await press(pilot, "j", "enter")
        assert message(pilot).startswith("Brought back: ")
        assert message(pilot).endswith(" · Maya")
        assert screen.highlighted.check_in.line == "Drew a trough"
        assert screen.focused is screen.body
        assert [check_in.id for check_in in demo.store.trash(CheckIn)] == [gone[1].id]
        await command(pilot, "undo")
        assert message(pilot).startswith("Undid: Brought back from the trash")
        assert len(demo.store.trash(CheckIn)) == 2


@pytest.mark.parametrize("screen", COMMAND["trash"].where)
async def test_an_empty_trash_says_so_and_under_the_shade_it_has_initials_and_no_words(
    demo: Caseload, screen: str
) -> None:
    async with open_app(demo, screen=screen) as pilot:
        await command(pilot, "trash")
        assert message(pilot) == "The trash is empty."
        gone = record_check_in(demo, demo.one("maya").id, "Drew a trough")
        move_to_trash(demo, CheckIn, gone.id)
        await command(pilot, "shade", "trash")
        assert "MO" in drawn(pilot)
        assert not any(text in drawn(pilot) for text in ("Maya", "trough"))
        await press(pilot, "escape")
        assert demo.store.need(CheckIn, gone.id).deleted_at


async def test_a_student_is_deleted_with_their_whole_file_once_its_size_was_seen_and_comes_back_whole(
    demo: Caseload,
) -> None:
    maya = demo.one("maya")
    before = [replaced.id for replaced in whole_file(demo, maya.id)]
    many = counted(whole_file(demo, maya.id))
    async with open_app(demo, (120, 30)) as pilot:
        await highlight(pilot, maya)
        await command(pilot, "delete-student")
        assert f"Delete Maya Okafor, with {many}"[:40] in drawn(pilot)
        await press(pilot, "enter")  # "no" comes first
        assert maya.id in demo.names
        await command(pilot, "delete-student")
        await press(pilot, "down", "enter")
        assert message(pilot) == "Deleted: Maya Okafor, with the whole file; u brings them back"
        assert maya.id not in demo.names
        await settle(pilot)
        await command(pilot, "unarchive-student")
        assert "Maya Okafor" in drawn(pilot)
        await press(pilot, "enter")
        assert message(pilot).startswith("Brought back: with ")
        assert case_screen(pilot).highlighted.student == maya.id
    assert demo.store.need(Student, maya.id).deleted_at is None
    assert [one.id for one in whole_file(demo, maya.id)] == before
