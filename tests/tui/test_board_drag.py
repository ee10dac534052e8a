"""Dragging a card: it asks what `>` and `<` ask, marks the column aimed at, and skips no stage on its way on."""

from app_case import case_screen, command, drawn, fill_in, message, open_app, press, settle, strips
from textual.pilot import Pilot

from advisory.caseload.caseload import Caseload
from advisory.model import Student
from advisory.model.words import Direction, MoveReason, Stage
from advisory.tui.commands.registry import COMMAND


async def hold(pilot: Pilot[None], student: Student) -> int:
    """Take a card with the mouse; the line of the board it was taken at."""
    columns = case_screen(pilot).columns
    columns.go_to(student.id)
    await settle(pilot)
    line = columns.top_of(columns.column, columns.row) + 1
    strips(pilot)
    await pilot.mouse_down("#body", offset=(middle(pilot, columns.column), line))
    return line


def middle(pilot: Pilot[None], column: int) -> int:
    cells = case_screen(pilot).columns.cells // 3
    return column * cells + cells // 2


async def drag(pilot: Pilot[None], student: Student, by: int) -> None:
    line = await hold(pilot, student)
    x = middle(pilot, case_screen(pilot).columns.column + by)
    strips(pilot)
    await pilot.hover("#body", offset=(x, line))
    strips(pilot)
    await pilot.mouse_up("#body", offset=(x, line))
    await settle(pilot)


async def test_the_column_aimed_at_says_so_until_the_card_is_let_go(demo: Caseload) -> None:
    diego = demo.one("diego")
    async with open_app(demo, screen="board") as pilot:
        line = await hold(pilot, diego)
        assert "let go here" not in drawn(pilot)
        strips(pilot)
        await pilot.hover("#body", offset=(middle(pilot, 1), line))
        assert "▸ Alliance · let go here" in drawn(pilot)
        strips(pilot)
        await pilot.hover("#body", offset=(middle(pilot, 0), line))
        assert "let go here" not in drawn(pilot)
        strips(pilot)
        await pilot.mouse_up("#body", offset=(middle(pilot, 0), line))
        await settle(pilot)
        assert pilot.app.screen.id == "board"
        assert case_screen(pilot).highlighted.student == diego.id
        assert pilot.app.mouse_captured is None


async def test_on_through_a_gate_met_and_not_met_back_and_all_three_undone(demo: Caseload) -> None:
    diego, jun, amina = (demo.one(name) for name in ("diego", "jun", "amina"))
    before = {student.id: demo.summary(student.id).stage for student in (diego, jun, amina)}
    moves = len(demo.stage_moves)
    async with open_app(demo, screen="board") as pilot:
        await drag(pilot, jun, 1)
        assert "The signs are there." in drawn(pilot)
        await press(pilot, "ctrl+s")
        await drag(pilot, diego, 1)
        assert "Not all there yet: 2 of 3 Rapport signs seen; one must still come from the student." in " ".join(
            drawn(pilot).replace("│", " ").split()
        )
        await fill_in(pilot, reason="He asked me to look at the essay")
        assert case_screen(pilot).highlighted.student == diego.id
        await drag(pilot, amina, -1)
        await press(pilot, "b")
        await fill_in(pilot, reason="I missed our talk twice")
        assert message(pilot) == "Partnership back to Rapport: tending trust · Amina"
        made = sorted(demo.stage_moves, key=lambda move: move.id)[-3:]
        assert [(move.student, move.direction, move.override, move.reason_key.value) for move in made] == [
            (jun.id, Direction.FORWARD, False, "signs_seen"),
            (diego.id, Direction.FORWARD, True, "other"),
            (amina.id, Direction.BACK, False, "i_broke_a_commitment"),
        ]
        await command(pilot, "undo", "undo", "undo")
    assert {student_id: demo.summary(student_id).stage for student_id in before} == before
    assert len(demo.stage_moves) == moves


async def test_on_over_two_columns_is_refused_in_words(demo: Caseload) -> None:
    before = demo.store.seq
    async with open_app(demo, screen="board") as pilot:
        await drag(pilot, demo.one("diego"), 2)
        assert message(pilot) == "One stage at a time: from Rapport to Alliance · Diego"
        assert pilot.app.screen.id == "board"
    assert demo.store.seq == before


async def test_back_over_two_columns_asks_for_the_reason_as_any_move_back_does(demo: Caseload) -> None:
    kai = demo.one("kai")
    async with open_app(demo, (100, 24), screen="board") as pilot:  # where the second pane begins
        await drag(pilot, kai, -2)
        assert "Kai Tran: back to Rapport: tending trust" in drawn(pilot)
        await press(pilot, "a", "ctrl+s")
        assert message(pilot) == "Partnership back to Rapport: tending trust · Kai"
    move = max(demo.stage_moves, key=lambda move: move.id)
    assert (move.from_stage, move.to_stage) == (Stage.COGNITIVE_INSIGHT, Stage.RAPPORT)
    assert (move.direction, move.reason_key) == (Direction.BACK, MoveReason.LONG_ABSENCE)


async def test_escape_leaves_the_card_where_it_was(demo: Caseload) -> None:
    diego, before = demo.one("diego"), demo.store.seq
    async with open_app(demo, screen="board") as pilot:
        await drag(pilot, diego, 1)
        await press(pilot, "escape")
        assert case_screen(pilot).highlighted.student == diego.id
    assert (demo.summary(diego.id).stage, demo.store.seq) == (Stage.RAPPORT, before)


async def test_one_column_at_a_time_has_nothing_to_drag_to(demo: Caseload) -> None:
    async with open_app(demo, (60, 20), screen="board") as pilot:
        strips(pilot)
        await pilot.mouse_down("#body", offset=(5, 2))
        strips(pilot)
        await pilot.hover("#body", offset=(50, 2))
        assert "let go here" not in drawn(pilot)
        strips(pilot)
        await pilot.mouse_up("#body", offset=(50, 2))
        await settle(pilot)
        assert pilot.app.screen.id == "board"


async def test_while_a_note_is_typed_a_card_stays_where_it_is(demo: Caseload) -> None:
    async with open_app(demo, screen="board") as pilot:
        await press(pilot, COMMAND["check-in"].keys)
        strips(pilot)
        await pilot.mouse_down("#body", offset=(5, 2))
        strips(pilot)
        await pilot.mouse_up("#body", offset=(40, 2))
        await settle(pilot)
        assert case_screen(pilot).notes.line.is_open
        assert pilot.app.screen.id == "board"
