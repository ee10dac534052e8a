"""`U`: two records of one student become one by asking which, after what would happen can be read."""

from app_case import case_screen, command, drawn, message, open_app, press

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.student.add import add_student
from advisory.model import CheckIn


def _two(caseload: Caseload) -> tuple[str, str]:
    """Tamsin, and the second record of her; Ana stands before both in the caseload."""
    add_student(caseload, given_name="Ana", family_name="Berg")
    one = add_student(caseload, given_name="Tamsin", family_name="Quillon", grade="9")
    other = add_student(caseload, given_name="Tamsin R", family_name="Quillon", student_number="71", grade="10")
    record_check_in(caseload, other.id, "Asked about crew")
    return one.id, other.id


async def test_the_likeliest_record_stands_first_and_one_undo_takes_them_apart(caseload: Caseload) -> None:
    one, other = _two(caseload)
    async with open_app(caseload) as pilot:
        case_screen(pilot).body.go_to(one)
        await press(pilot, "U")
        assert "Tamsin Quillon stays. Which record is the same student?" in drawn(pilot)
        await press(pilot, "enter")
        shown = drawn(pilot)
        assert "Tamsin Quillon stays, with everything of Tamsin R Quillon: 1 check-in" in " ".join(shown.split())
        assert "student number “71”" in shown
        assert len(caseload.students) == 3
        await press(pilot, "enter")
        assert message(pilot).startswith("Merged into one record; u separates them again")
        assert [check_in.student for check_in in caseload.store.all(CheckIn)] == [one]
        assert case_screen(pilot).highlighted.student == one
        await command(pilot, "undo")
        assert [check_in.student for check_in in caseload.store.all(CheckIn)] == [other]
        assert len(caseload.students) == 3


async def test_on_the_card_too_it_is_the_student_shown_and_escape_merges_nothing(caseload: Caseload) -> None:
    one, other = _two(caseload)
    async with open_app(caseload) as pilot:
        for keys in (["U", "escape"], ["U", "enter", "escape"]):
            case_screen(pilot).body.go_to(one)
            before = caseload.store.seq
            await press(pilot, *keys)
            assert caseload.store.seq == before
        assert message(pilot) == "Nothing was merged."
        await case_screen(pilot).open_over("card", one)
        await press(pilot, "U", "enter", "enter")
        assert message(pilot).startswith("Merged into one record")
        assert (case_screen(pilot).stem, case_screen(pilot).highlighted.student) == ("card", one)
        assert [check_in.student for check_in in caseload.store.all(CheckIn)] == [one]
        assert "Asked about crew" in drawn(pilot)
        await command(pilot, "undo")
        assert [check_in.student for check_in in caseload.store.all(CheckIn)] == [other]


async def test_what_is_typed_about_the_other_is_saved_or_discarded_first(caseload: Caseload) -> None:
    one, other = _two(caseload)
    async with open_app(caseload) as pilot:
        pilot.app.desk.unsaved.keep("note", other, {"line": "Asked for"}, caseload.now())
        case_screen(pilot).body.go_to(one)
        before = caseload.store.seq
        await press(pilot, "U", "enter")
        assert message(pilot).startswith("Something you typed about Tamsin R Quillon isn't saved yet.")
        assert caseload.store.seq == before


async def test_alone_there_is_nobody_to_merge_with(caseload: Caseload) -> None:
    add_student(caseload, given_name="Ana", family_name="Berg")
    async with open_app(caseload) as pilot:
        await press(pilot, "U")
        assert message(pilot) == "There is no one else to merge with."


async def test_under_the_shade_no_name_and_no_number_shows(caseload: Caseload) -> None:
    one, _ = _two(caseload)
    async with open_app(caseload) as pilot:
        case_screen(pilot).body.go_to(one)
        await command(pilot, "shade")
        await press(pilot, "U")
        await press(pilot, "enter")
        shown = drawn(pilot)
    assert "goes to the trash" in shown
    assert not any(word in shown for word in ("Tamsin", "Quillon", "71"))
