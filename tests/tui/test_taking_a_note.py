"""The check-in line: `c`, the text, Enter; on every screen, for the student who is highlighted."""

import pytest
from app_case import NOBODY_YET, case_screen, command, drawn, fill_in, highlight, message, open_app, press, set_fields
from record_case import TODAY
from textual import events

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn
from advisory.model.words import Kind, Visibility
from advisory.store import WriteError
from advisory.tui.commands.registry import COMMAND


def newest(caseload: Caseload) -> CheckIn:
    return max(caseload.check_ins, key=lambda check_in: check_in.id)


@pytest.mark.parametrize("screen", COMMAND["check-in"].where)
async def test_two_keys_and_the_note(demo: Caseload, screen: str) -> None:
    before = len(demo.check_ins)
    async with open_app(demo, screen=screen) as pilot:
        student_id = case_screen(pilot).highlighted.student
        await command(pilot, "check-in")
        assert demo.names[student_id] in drawn(pilot)
        await press(pilot, *"So q.", "enter")
        assert message(pilot) == f"Saved: one-to-one, today · {demo.shorts[student_id]}"
        assert case_screen(pilot).focused is case_screen(pilot).body
    check_in = newest(demo)
    assert len(demo.check_ins) == before + 1
    assert (check_in.student, check_in.line, check_in.happened_on) == (student_id, "So q.", TODAY)
    assert (check_in.kind, check_in.visibility) == (Kind.ONE_TO_ONE, Visibility.PRIVATE)
    assert check_in.counts_contact
    assert check_in.counts_one_to_one


async def test_five_students_in_a_row(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        for number in range(5):
            await press(pilot, "c", str(number), "enter", "down")
    five = sorted(demo.check_ins, key=lambda check_in: check_in.id)[-5:]
    assert [check_in.student for check_in in five] == [student.id for student in demo.students[:5]]
    assert [check_in.line for check_in in five] == list("01234")


@pytest.mark.parametrize("text", ["", "   "])
async def test_a_note_that_says_nothing_is_refused_in_words(demo: Caseload, text: str) -> None:
    before = len(demo.check_ins)
    async with open_app(demo) as pilot:
        await command(pilot, "check-in")
        case_screen(pilot).notes.line.area.text = text
        await press(pilot, "enter")
        assert message(pilot)
        assert case_screen(pilot).notes.line.is_open
    assert len(demo.check_ins) == before


async def test_what_the_other_keys_mean_is_text_while_a_note_is_typed(demo: Caseload) -> None:
    keys = "q2u?/xP>"
    async with open_app(demo) as pilot:
        await command(pilot, "check-in")
        await press(pilot, *keys)
        assert case_screen(pilot).notes.line.area.text == keys
        assert pilot.app.is_running


@pytest.mark.parametrize("line_end", ["\n", "\r", "\r\n"])
async def test_a_paste_of_several_lines_is_kept_as_it_was(demo: Caseload, line_end: str) -> None:
    text = "First, “this”.\n\n\tThen = that 👩‍👩‍👧 שלום"
    async with open_app(demo) as pilot:
        await command(pilot, "check-in")
        pilot.app.post_message(events.Paste(text.replace("\n", line_end)))
        await press(pilot, "enter")
    assert newest(demo).line == text


async def test_a_paste_into_one_line_of_a_form_comes_whole_and_once(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await command(pilot, "promise")
        pilot.app.post_message(events.Paste("bring\nlab notes"))
        await press(pilot)
        assert pilot.app.screen.values["text"] == "bring lab notes"


async def test_with_nobody_highlighted_it_says_so(caseload: Caseload) -> None:
    async with open_app(caseload) as pilot:
        await command(pilot, "check-in")
        assert message(pilot) == NOBODY_YET


async def test_a_disk_that_does_not_take_it_leaves_the_text_in_the_box(
    demo: Caseload, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise WriteError("The disk is full: make room, then save again.")

    async with open_app(demo) as pilot:
        await command(pilot, "check-in")
        case_screen(pilot).notes.line.area.text = "Brought the lab notes"
        monkeypatch.setattr(demo.store, "_transaction", full)
        await press(pilot, "enter")
        assert message(pilot) == "The disk is full: make room, then save again."
        assert case_screen(pilot).notes.line.area.text == "Brought the lab notes"
        monkeypatch.undo()
        await press(pilot, "enter")
    assert newest(demo).line == "Brought the lab notes"


@pytest.mark.parametrize("screen", ["log", "card"])
async def test_enter_opens_a_check_in_and_what_is_changed_is_kept(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        shown = case_screen(pilot).highlighted.check_in
        await command(pilot, "open")
        await fill_in(pilot, line="Said it differently", kind="quick_touch", tags="#maths lab", minutes="5")
        assert message(pilot).startswith("Check-in edited")
    edited = demo.store.need(CheckIn, shown.id)
    assert (edited.line, edited.kind, edited.minutes) == ("Said it differently", Kind.QUICK_TOUCH, 5)
    assert edited.tags == ("maths", "lab")
    assert edited.revisions[-1].was["line"] == shown.line


async def test_a_value_that_can_not_be_is_refused_in_words_and_the_form_keeps_it(demo: Caseload) -> None:
    async with open_app(demo, screen="log") as pilot:
        shown = case_screen(pilot).highlighted.check_in
        await command(pilot, "open")
        usual = pilot.app.screen.values
        for field, value in (
            ("minutes", "many"),
            ("happened_on", "32/1"),
            ("happened_on", "Jan 1, 2027"),
            ("feeling", "9"),
        ):
            await fill_in(pilot, line="Said it differently", **{field: value})
            assert value in pilot.app.screen.query_one(".dialog-problem").visual.plain
            assert pilot.app.screen.values == usual | {"line": "Said it differently", field: value}
            await set_fields(pilot, **{field: usual[field]})
        await press(pilot, "escape")
    assert demo.store.need(CheckIn, shown.id) == shown


@pytest.mark.parametrize("screen", ["log", "card"])
@pytest.mark.parametrize("key", ["delete", "d"])
async def test_a_check_in_is_put_into_the_trash_and_brought_back(demo: Caseload, screen: str, key: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        shown = case_screen(pilot).highlighted.check_in
        await press(pilot, key)
        assert message(pilot).startswith("Deleted: ")
        assert "; u brings it back" in message(pilot)
        assert shown.id in {check_in.id for check_in in demo.store.trash(CheckIn)}
        assert case_screen(pilot).highlighted.check_in != shown
        await command(pilot, "undo")
    assert demo.store.need(CheckIn, shown.id).deleted_at is None


async def test_the_clocks_on_the_screen_start_anew(demo: Caseload) -> None:
    diego = demo.one("diego")
    async with open_app(demo) as pilot:
        await highlight(pilot, diego)
        assert "11 d" in next(line for line in drawn(pilot).splitlines() if "▸" in line)
        await press(pilot, "c", "A", "enter")
        assert "● today" in next(line for line in drawn(pilot).splitlines() if "▸" in line)
