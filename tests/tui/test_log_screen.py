"""The log: folded by school year, narrowed at every letter, and no slower for the years behind it."""

from datetime import date

import pytest
from app_case import WIDE, assert_fits, case_screen, click, command, drawn, message, open_app, press, settle
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.caseload.log import Log
from advisory.casework.check_in.record import record_check_in
from advisory.casework.check_in.record_group import record_group
from advisory.model import CheckIn, Student
from advisory.rules.log.query import read_query
from advisory.tui.screens.log.rows import group_key, year_key
from advisory.tui.screens.log.screen import LogScreen
from advisory.tui.widgets.boxes.find_line import FindLine

LAST_YEAR, LONG_AGO = date(2026, 3, 9), date(2019, 10, 7)


@pytest.fixture
def years(demo: Caseload) -> Caseload:
    """The demo, and two notes from years before."""
    for day, text in ((LAST_YEAR, "Her xylophone"), (LONG_AGO, "His xylophone")):
        record_check_in(demo, demo.one("maya").id, text, happened_on=day)
    return demo


async def seek(pilot, text: str) -> None:
    if not case_screen(pilot).query(FindLine):
        await command(pilot, "find")
    case_screen(pilot).query_one(FindLine).value = text
    await settle(pilot)


def body(pilot) -> str:
    return "\n".join(line[:79] for line in drawn(pilot).splitlines()[1:-2])


def line_of(pilot, text: str) -> str:
    return next(line for line in body(pilot).splitlines() if text in line)


async def test_the_years_before_are_folded_to_one_line_each(years: Caseload) -> None:
    async with open_app(years, (80, 100), screen="log") as pilot:
        screen = case_screen(pilot)
        assert screen.highlighted.check_in.happened_on.year == 2026
        count = len(years.check_ins) - 2
        assert f"2026-27 {count} check-ins" in line_of(pilot, "2026-27")
        await press(pilot, "G")
        assert "› 2019-20 1 check-in" in line_of(pilot, "2019-20")
        assert "xylophone" not in body(pilot)
        assert (screen.highlighted.check_in, screen.highlighted.student) == (None, "")
        await press(pilot, "c")
        assert message(pilot) == "No student is highlighted."


@pytest.mark.parametrize("key", ["enter", "l", "right"])
async def test_a_year_unfolds_to_its_newest_check_in_and_folds_again(years: Caseload, key: str) -> None:
    async with open_app(years, screen="log") as pilot:
        screen = case_screen(pilot)
        await press(pilot, "G", key)
        assert screen.highlighted.check_in.line == "His xylophone"
        assert "His xylophone" in body(pilot)
        await press(pilot, "h")
        assert screen.body.key == year_key(2019)
        assert "His xylophone" not in body(pilot)
        await press(pilot, "h")
        assert screen.body.key == year_key(2019)
        await press(pilot, "home", "left")
        assert screen.body.key == year_key(2026)
        assert len([row for row in screen.body.rows if row.key]) == 3
        assert_fits(pilot)


async def test_unfolding_a_check_in_does_nothing(years: Caseload) -> None:
    async with open_app(years, screen="log") as pilot:
        before = case_screen(pilot).body.key
        await command(pilot, "unfold")
        assert case_screen(pilot).body.key == before


async def test_what_only_folded_years_have_is_shown_from_the_newest_of_them_and_counted_in_the_others(
    years: Caseload,
) -> None:
    record_check_in(years, years.one("maya").id, "Something else", happened_on=LONG_AGO)
    async with open_app(years, screen="log") as pilot:
        await seek(pilot, "xylophone")
        screen = case_screen(pilot)
        assert "No check-in of 2026-27 fits. Press Esc to show them all." in body(pilot)
        assert "1 of 1" in line_of(pilot, "2025-26")
        assert screen.highlighted.check_in.line == "Her xylophone"
        assert "1 of 2" in line_of(pilot, "2019-20")
        assert "His xylophone" not in body(pilot)
        await press(pilot, "enter", "G", "l")
        assert screen.highlighted.check_in.line == "His xylophone"
        assert "Something else" not in body(pilot)
        await seek(pilot, "something")
        assert "none of 1" in line_of(pilot, "2025-26")
        assert "Something else" in body(pilot)
        await press(pilot, "escape")
        assert "› 2025-26 1 check-in" in line_of(pilot, "2025-26")
        await press(pilot, "G")
        assert screen.highlighted.check_in.line == "His xylophone"


async def test_a_year_that_was_unfolded_for_what_was_found_is_folded_again(years: Caseload) -> None:
    async with open_app(years, screen="log") as pilot:
        await seek(pilot, "xylophone")
        assert "› 2025-26" not in line_of(pilot, "2025-26")
        await press(pilot, "escape", "G")
        assert "› 2025-26 1 check-in" in line_of(pilot, "2025-26")


async def test_a_group_entry_is_one_row_that_opens(demo: Caseload) -> None:
    there = [student.id for student in demo.students[:3]]
    first, second, _ = record_group(demo, text="Circle", student_ids=there, lines={there[1]: "Led it"})
    async with open_app(demo, WIDE, screen="log") as pilot:
        screen = case_screen(pilot)
        assert body(pilot).count("Circle") == 1
        assert "› 3 students        whole group     Circle" in drawn(pilot)
        assert all(demo.shorts[one] in drawn(pilot) for one in there)  # who was there, in the second pane
        assert (screen.highlighted.student, screen.body.key) == ("", group_key(first.group))
        await press(pilot, "enter")
        assert "› 3 students" not in body(pilot)
        assert "Led it" in body(pilot)
        await press(pilot, "down", "down")
        assert screen.highlighted.check_in == second
        await press(pilot, "h")
        assert screen.body.key == group_key(first.group)
        assert "Led it" not in body(pilot)
        screen.go_to_check_in(second)
        assert screen.highlighted.check_in == second
        await press(pilot, "h")
        await seek(pilot, "led")
        assert screen.highlighted.check_in == second  # found alone, it is its own row


async def test_a_note_saved_on_another_screen_is_found(years: Caseload) -> None:
    async with open_app(years, screen="log") as pilot:
        await seek(pilot, "xylophone")
        await press(pilot, "enter", "2")
        record_check_in(years, years.one("kai").id, "The third xylophone")
        await press(pilot, "4")
        assert "The third xylophone" in body(pilot)
        await command(pilot, "undo")
        assert "The third xylophone" not in body(pilot)
        assert "1 of 1" in line_of(pilot, "2025-26")


async def test_a_clean_slate_says_where_the_rest_is(caseload: Caseload) -> None:
    from advisory.casework.student.add import add_student

    ada = add_student(caseload, given_name="Ada", family_name="Stone")
    async with open_app(caseload, (60, 20), screen="log") as pilot:
        assert "No notes yet." in body(pilot)
        record_check_in(caseload, ada.id, "Long ago", happened_on=LONG_AGO)
        await press(pilot, "2", "4")
        assert "No notes in 2026-27 yet. Press Enter to unfold" in body(pilot)
        assert case_screen(pilot).body.key == year_key(2019)


async def test_a_query_names_student_kind_tag_and_day(demo: Caseload) -> None:
    async with open_app(demo, screen="log") as pilot:
        await seek(pilot, "who:oka kind:one from:9/1")
        shown = [demo.store.need(CheckIn, row.key) for row in case_screen(pilot).body.rows if row.key]
        wanted = [c for c in demo.store.recent_check_ins() if demo.store.need(Student, c.student).given_name == "Maya"]
        assert shown == [c for c in wanted if c.kind.value == "one_to_one" and c.happened_on >= date(2026, 9, 1)]
        assert shown


async def test_what_cannot_be_read_yet_is_told_once_and_hidden_under_the_shade(demo: Caseload) -> None:
    async with open_app(demo, screen="log") as pilot:
        count = len(case_screen(pilot).body.rows)
        await seek(pilot, "kind:zz")
        assert message(pilot) == "kind: needs a kind, such as quick, not “zz”."
        assert len(case_screen(pilot).body.rows) == count
        await seek(pilot, "kind:q")
        assert message(pilot) == ""
        await seek(pilot, "from:9/")
        await press(pilot, "enter", "d")
        assert message(pilot).startswith("Deleted")
        await command(pilot, "shade")
        await seek(pilot, "from:zelda")
        assert "zelda" not in drawn(pilot)
        assert message(pilot) == "Part of this can't be read yet."


async def test_day_first_is_obeyed(demo: Caseload) -> None:
    from app_case import settings_of

    settings_of(demo.store.folder, '{"day_first": true}')
    async with open_app(demo, screen="log") as pilot:
        await seek(pilot, "from:20/11")
        rows = [demo.store.need(CheckIn, row.key) for row in case_screen(pilot).body.rows if row.key]
        assert {c.happened_on for c in rows} <= {date(2026, 11, 20), TODAY}


async def test_an_unfolded_year_too_long_to_look_through_at_once_comes_after_the_letter(
    years: Caseload, monkeypatch: pytest.MonkeyPatch
) -> None:
    from advisory.tui.screens.log import screen as log

    monkeypatch.setattr(log, "AT_ONCE", 0)
    async with open_app(years, screen="log") as pilot:
        await press(pilot, "G", "l")
        drawn_at_first: list[int] = []
        show = LogScreen._rows

        def rows(screen: LogScreen) -> object:
            made = show(screen)
            drawn_at_first.append(sum(bool(row.key) and not row.key.startswith("year") for row in made))
            return made

        monkeypatch.setattr(LogScreen, "_rows", rows)
        await seek(pilot, "xylophone")
        assert drawn_at_first[0] == 0
        assert drawn_at_first[-1] == 2
        assert "His xylophone" in body(pilot)


async def test_a_click_on_a_folded_year_highlights_it_and_two_unfold_it(years: Caseload) -> None:
    async with open_app(years, screen="log") as pilot:
        await press(pilot, "h")
        await click(pilot, "#body", offset=(5, 2), times=2)
        await settle(pilot)
        assert case_screen(pilot).highlighted.check_in.line == "His xylophone"


async def test_the_search_ends_with_the_app(years: Caseload) -> None:
    async with open_app(years, screen="log") as pilot:
        screen = case_screen(pilot)
        assert isinstance(screen, LogScreen)
        lines, search = screen.lines, screen._log.search(read_query("a", TODAY))
    assert list(screen._search_rest(search, lines)) == []


async def test_what_has_been_read_ahead_is_not_read_again(years: Caseload, monkeypatch: pytest.MonkeyPatch) -> None:
    times: list[int] = []
    read_ahead = Log.read_ahead

    def counted(log: Log) -> object:
        times.append(1)
        return read_ahead(log)

    monkeypatch.setattr(Log, "read_ahead", counted)
    async with open_app(years, screen="log") as pilot:
        await settle(pilot)
        await seek(pilot, "xylophone")
        await seek(pilot, "")
    assert times == [1]
