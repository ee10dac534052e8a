"""`>` and `<`: the gate in words, a reason, and what is recorded."""

from itertools import cycle

import pytest
from app_case import case_screen, command, drawn, fill_in, highlight, message, open_app, press
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.partnership.move_stage import move_stage
from advisory.model import Pact, StageMove
from advisory.model.words import Direction, MoveReason, PactStatus, Stage
from advisory.tui.commands.registry import COMMAND


def row_text(pilot) -> str:
    return "\n".join("".join(span.text for span in row.draw(78)) for row in case_screen(pilot).body.rows)


def newest(caseload: Caseload) -> StageMove:
    return max(caseload.stage_moves, key=lambda move: move.id)


async def test_a_gate_not_met_is_told_in_words_and_a_move_through_it_is_marked(demo: Caseload) -> None:
    diego = demo.one("diego")
    assert not demo.summary(diego.id).gate.is_met
    async with open_app(demo) as pilot:
        await highlight(pilot, diego)
        await command(pilot, "move-on")
        shown = drawn(pilot)
        assert "Diego Ramírez: on to Alliance" in shown
        assert "Not all there yet: 2 of 3 Rapport signs seen" in shown
        assert "You decide" in shown
        await fill_in(pilot, reason="He asked me to look at the essay")
        assert message(pilot) == "Partnership on to Alliance · Diego"
    move = newest(demo)
    assert (move.student, move.from_stage, move.to_stage) == (diego.id, Stage.RAPPORT, Stage.ALLIANCE)
    assert (move.direction, move.override, move.moved_on) == (Direction.FORWARD, True, TODAY)
    assert move.reason == "He asked me to look at the essay"
    assert demo.summary(diego.id).stage is Stage.ALLIANCE


async def test_a_gate_that_is_met_is_no_override(demo: Caseload) -> None:
    jun = demo.one("jun")
    assert demo.summary(jun.id).gate.is_met
    async with open_app(demo) as pilot:
        await highlight(pilot, jun)
        await command(pilot, "move-on")
        assert "The signs are there." in drawn(pilot)
        await fill_in(pilot, reason="Told me about the debate unasked")
    assert (newest(demo).override, newest(demo).reason_key) == (False, MoveReason.SIGNS_SEEN)


async def test_back_to_rapport_reads_tending_trust_and_can_pause_the_pact(demo: Caseload) -> None:
    amina = demo.one("amina")
    pact = demo.summary(amina.id).pact
    assert pact.status is PactStatus.ACTIVE
    async with open_app(demo, screen="board") as pilot:
        await highlight(pilot, amina)
        await command(pilot, "move-back")
        assert "Nothing is deleted." in drawn(pilot)
        await fill_in(pilot, key="i_broke_a_commitment", reason="I missed our talk twice", pact="pause")
        assert message(pilot) == "Partnership back to Rapport: tending trust · Amina"
        await press(pilot, "enter")
        told = " ".join(row_text(pilot).split())
        assert "▰▱▱ today back to Rapport: tending trust │ you broke a commitment: I missed our talk twice" in told
    move = newest(demo)
    assert (move.direction, move.reason_key) == (Direction.BACK, MoveReason.I_BROKE_A_COMMITMENT)
    assert not move.override
    assert demo.store.need(Pact, pact.id).status is PactStatus.PAUSED


async def test_back_keeps_the_pact_unless_asked_otherwise(demo: Caseload) -> None:
    amina = demo.one("amina")
    pact = demo.summary(amina.id).pact
    async with open_app(demo) as pilot:
        await highlight(pilot, amina)
        await command(pilot, "move-back")
        await fill_in(pilot, reason="A long absence")
    assert demo.store.need(Pact, pact.id).status is PactStatus.ACTIVE
    assert newest(demo).reason_key is MoveReason.OTHER


async def test_the_reason_for_going_back_is_the_advisors_and_none_is_chosen_beforehand(demo: Caseload) -> None:
    amina, before = demo.one("amina"), demo.store.seq
    async with open_app(demo) as pilot:
        await highlight(pilot, amina)
        await command(pilot, "move-back")
        assert "none chosen yet" in drawn(pilot)
        await press(pilot, "ctrl+s")
        assert "pick one by its letter" in drawn(pilot)
        await press(pilot, "enter", "enter", "enter")
        assert "pick one by its letter" in drawn(pilot)
        assert demo.store.seq == before
        await press(pilot, "shift+tab", "shift+tab", "m")
        assert "moved too fast" in drawn(pilot)
        assert "3/9" in drawn(pilot)
        await press(pilot, "ctrl+s")
    assert (newest(demo).reason_key, newest(demo).reason) == (MoveReason.MOVED_TOO_FAST, "moved too fast")


@pytest.mark.parametrize(
    ("screen", "way"), zip(COMMAND["move-on"].where, cycle(["move-on", "move-back"]), strict=False)
)
async def test_a_move_is_made_undone_and_made_again_on_every_screen(demo: Caseload, screen: str, way: str) -> None:
    for student in demo.students:  # so that there is room both ways
        if demo.summary(student.id).stage is not Stage.ALLIANCE:
            move_stage(demo, student.id, Stage.ALLIANCE, "to begin with")
    to_stage = Stage.COGNITIVE_INSIGHT if way == "move-on" else Stage.RAPPORT
    async with open_app(demo, screen=screen) as pilot:
        student_id = case_screen(pilot).highlighted.student
        await command(pilot, way)
        await fill_in(pilot, reason="Because")
        assert demo.summary(student_id).stage is to_stage
        moves = len(demo.stage_moves)
        await command(pilot, "undo")
        assert message(pilot).startswith("Undid: Partnership: ")
        assert message(pilot).endswith(demo.shorts[student_id])
        assert (demo.summary(student_id).stage, len(demo.stage_moves)) == (Stage.ALLIANCE, moves - 1)
        await command(pilot, "redo")
        assert message(pilot).startswith("Redid: Partnership: ")
        assert demo.summary(student_id).stage is to_stage


async def test_without_a_reason_it_is_refused_and_escape_leaves_everything_as_it_was(demo: Caseload) -> None:
    before = demo.store.seq
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("diego"))
        await command(pilot, "move-on")
        await fill_in(pilot, reason="  ")
        assert "Why does it move?" in drawn(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen.id == "caseload"
    assert demo.store.seq == before


@pytest.mark.parametrize(("name", "way", "word"), [("kai", "move-on", "last"), ("diego", "move-back", "first")])
async def test_at_either_end_there_is_nothing_to_ask(demo: Caseload, name: str, way: str, word: str) -> None:
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one(name))
        await command(pilot, way)
        assert f"the {word} stage" in message(pilot)
        assert pilot.app.screen.id == "caseload"


async def test_the_cursor_of_the_board_goes_with_the_student(demo: Caseload) -> None:
    diego = demo.one("diego")
    async with open_app(demo, screen="board") as pilot:
        await highlight(pilot, diego)
        await command(pilot, "move-on")
        await fill_in(pilot, reason="Because")
        assert case_screen(pilot).highlighted.student == diego.id
        assert case_screen(pilot).columns.column == 1
