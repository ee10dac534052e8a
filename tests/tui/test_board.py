"""The cards of the board: what they say at every size, whom they are about, and that no note stands on them."""

import pytest
from app_case import SIZES, WIDE, assert_fits, case_screen, command, drawn, highlight, open_app, press, resize, settle
from record_case import make
from test_layout import FAMILY
from textual.events import MouseEvent, MouseScrollDown, MouseScrollUp
from textual.widget import Widget

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.partnership.add_sign import add_sign
from advisory.casework.partnership.move_stage import move_stage
from advisory.casework.partnership.set_next_step import set_next_step
from advisory.casework.student.add import add_student
from advisory.casework.student.edit import edit_student
from advisory.casework.student.import_roster import import_roster
from advisory.casework.student.set_focal import set_focal
from advisory.model import Indicator
from advisory.model.words import Stage
from advisory.rules.overview.summary import by_stage
from advisory.rules.partnership.stage_gate import derive_gate
from advisory.tui.screens.board.card import SHORTER, SHORTEST, card_text


def text_of(pilot, student, cells: int, lines: int) -> list[str]:
    desk = case_screen(pilot).desk
    said = card_text(desk, desk.caseload.summary(student.id), cells, lines)
    return ["".join(span.text for span in line) for line in said]


async def test_what_a_card_says_where_there_is_room_and_where_there_is_little(demo: Caseload) -> None:
    diego, amina, kai = demo.one("diego"), demo.one("amina"), demo.one("kai")
    async with open_app(demo, screen="board") as pilot:
        assert text_of(pilot, diego, 55, 3) == [
            "▲▲△ 2 of 3: one more sign, from the student",
            "next: Ask about rowing crew, and leave it there",
        ]
        assert text_of(pilot, diego, 21, 3) == ["▲▲△ one more sign,", "from the student", "next: Ask about rowi…"]
        assert text_of(pilot, diego, 21, 2)[0] == "▲▲△ 2 of 3 signs"
        assert text_of(pilot, diego, 21, 4)[2:] == ["next: Ask about", "rowing crew, and lea…"]
        assert text_of(pilot, amina, 21, 3)[1] == "◷ fractions of a… 1/3"
        assert text_of(pilot, amina, 60, 3)[1].endswith("1/3 · review waiting")
        assert text_of(pilot, kai, 21, 3)[0] == "self-corrected Nov 18"
        assert text_of(pilot, kai, 18, 3)[0] == "3 signs"


async def test_the_next_step_is_whole_where_the_pact_can_stand_beside_what_was_seen(demo: Caseload) -> None:
    amina = demo.one("amina")
    async with open_app(demo, screen="board") as pilot:
        beside, *step = text_of(pilot, amina, 54, 3)
        assert beside.startswith("▲▲▲ 3 of 3: all there · ")
        assert beside.endswith("fractions of an amount 1/3")
        assert " ".join(step) == "next: Hold the review, and ask which picture she would use"


async def test_how_alone_a_target_was_worked_on_stands_beside_its_name_or_not_at_all(demo: Caseload) -> None:
    kai = demo.one("kai")
    async with open_app(demo, screen="board") as pilot:
        assert text_of(pilot, kai, 70, 4)[1] == "essay that a stranger follows 2/3 · on their own Nov 16"
        assert not any("own" in text for text in text_of(pilot, kai, 24, 4))


@pytest.mark.parametrize("lines", [3, 4])
@pytest.mark.parametrize("cells", [8, 14, 21, 34, 55])
async def test_a_card_never_has_more_lines_than_there_are(demo: Caseload, cells: int, lines: int) -> None:
    async with open_app(demo, screen="board") as pilot:
        for student in demo.students:
            assert 1 <= len(text_of(pilot, student, cells, lines)) <= lines


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_no_note_stands_on_the_board(demo: Caseload, size: tuple[int, int]) -> None:
    for student in demo.students:
        record_check_in(demo, student.id, "Secretnote", body="Secretbody", student_says="Secretwords")
        add_sign(demo, student.id, "listened", line="Secretline")
        move_stage(
            demo,
            student.id,
            Stage.RAPPORT if demo.summary(student.id).stage is Stage.ALLIANCE else Stage.ALLIANCE,
            "Secretreason",
        )
    async with open_app(demo, size, screen="board") as pilot:
        for _ in range(3):
            for _ in range(12):
                assert "Secret" not in drawn(pilot)
                await press(pilot, "down")
            await press(pilot, "tab")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_forty_are_told_apart_and_nothing_is_wider_than_the_screen(
    caseload: Caseload, size: tuple[int, int]
) -> None:
    given = ("Maya", "José", "雨桐", "Anneliese-Katharina", "👩‍👩‍👧", "שרה", "Noah", "Ada")
    import_roster(caseload, new=[{"given_name": name, "family_name": family} for name in given for family in FAMILY])
    assert len(caseload.students) == 40
    add_student(caseload, given_name="Anneliese-Katharina", family_name="Featherstonehaugh-Smith")
    add_student(caseload, given_name="Anneliese-Katharina", family_name="Featherstonehaugh-Jones")
    async with open_app(caseload, size, screen="board") as pilot:
        edges: list[str] = []
        for student in caseload.students:
            case_screen(pilot).body.go_to(student.id)
            await settle(pilot)
            assert_fits(pilot)
            (edge,) = [line for line in drawn(pilot).splitlines() if "┏" in line]
            edges.append(edge.split("┏━ ")[1].split(" ━")[0].split(" ┓")[0])
        assert len(set(edges)) == len(caseload.students)


async def test_a_focal_student_is_marked_and_how_long_it_has_stood_there_is_told(demo: Caseload) -> None:
    diego = demo.one("diego")
    set_focal(demo, diego.id, focal=True)
    async with open_app(demo, (80, 60), screen="board") as pilot:
        assert "─ ◆ Diego Ramírez ─" in drawn(pilot)
        assert f"─ {demo.summary(diego.id).stage_age} d here ─" in drawn(pilot)
        await resize(pilot, 96, 24)
        edge = next(line for line in drawn(pilot).splitlines() if "◆ Diego Ramírez" in line)
        assert f" {demo.summary(diego.id).stage_age} d ─┐" in edge


async def test_a_name_that_is_too_long_gives_way_to_the_one_they_go_by(demo: Caseload) -> None:
    diego = demo.one("diego")
    edit_student(demo, diego, family_name="Ramírez de la Encarnación y Figueroa")
    async with open_app(demo, screen="board") as pilot:
        assert "─ Diego ─" in drawn(pilot)


async def test_the_aside_says_the_gate_whole_the_signs_the_step_and_the_moves(demo: Caseload) -> None:
    diego = demo.one("diego")
    set_next_step(demo, diego.id, "Walk past the boathouse on a rowing day, and say nothing about essays")
    async with open_app(demo, WIDE, screen="board") as pilot:
        case_screen(pilot).body.go_to(diego.id)
        await press(pilot)
        aside = " ".join(" ".join(line.split("│")[-1].split()) for line in drawn(pilot).splitlines())
        assert "For Alliance: 2 of 3 Rapport signs seen; one must still come from the student." in aside
        assert "Next: Walk past the boathouse on a rowing day, and say nothing about essays" in aside
        assert "told something true about yourself, Nov 17" in aside
        case_screen(pilot).body.go_to(demo.one("kai").id)
        await press(pilot)
        assert "on to Cognitive insight · " in drawn(pilot)


async def test_cards_are_as_tall_as_the_screen_makes_good_use_of(demo: Caseload) -> None:
    async with open_app(demo, (60, 20), screen="board") as pilot:
        columns = case_screen(pilot).columns
        for size, lines in (
            ((60, 20), [2, 2, 2]),
            ((80, 24), [2, 2, 2]),
            ((99, 30), [2, 2, 4]),
            ((100, 60), [4, 2, 4]),
        ):
            await resize(pilot, *size)
            assert [columns.lines_of(column) for column in range(3)] == lines, size
            assert_fits(pilot)


async def test_six_cards_of_a_long_column_show_at_80_by_24_and_each_column_scrolls_by_itself(demo: Caseload) -> None:
    names = {stage: [line.student.called for line in lines] for stage, lines in by_stage(demo.summaries).items()}
    rapport, alliance, insight = names[Stage.RAPPORT], names[Stage.ALLIANCE], names[Stage.COGNITIVE_INSIGHT]
    async with open_app(demo, (86, 24), screen="board") as pilot:
        shown = drawn(pilot)
        assert [sum(name in shown for name in column) for column in (rapport, alliance, insight)] == [6, 6, 4]
        assert f"Rapport {len(rapport)} ↓ {len(rapport) - 6}" in shown
        await press(pilot, "right", "G")
        shown = drawn(pilot)
        assert alliance[-1] in shown
        assert alliance[0] not in shown
        assert rapport[0] in shown
        assert f"Alliance {len(alliance)} ↑ {len(alliance) - 6}" in shown
        for kind in (MouseScrollDown, MouseScrollDown, MouseScrollDown, MouseScrollUp):
            case_screen(pilot).columns.post_message(mouse(case_screen(pilot).columns, kind, 3, 5))
        await settle(pilot)
        shown = drawn(pilot)
        assert rapport[1] in shown
        assert rapport[0] not in shown
        assert alliance[-1] in shown


def mouse(widget: Widget, kind: type[MouseEvent], x: int, y: int) -> MouseEvent:
    return kind(widget, x, y, 0, 0, 0, shift=False, meta=False, ctrl=False)


async def test_the_columns_stand_side_by_side_whether_or_not_there_is_a_second_pane(demo: Caseload) -> None:
    async with open_app(demo, (60, 30), screen="board") as pilot:
        for width, abreast in ((60, 1), (61, 3), (99, 3), (100, 3), (101, 3)):
            await resize(pilot, width, 30)
            upper = next(line for line in drawn(pilot).splitlines() if "┏" in line)
            assert upper.count("┌") + upper.count("┏") == abreast, width
            aside = case_screen(pilot).query_one("#detail")
            assert (aside.display, aside.region.x > 0) == (width > 60, width >= 100), width


async def test_below_three_columns_the_next_step_is_told_whole(demo: Caseload) -> None:
    diego, leila = demo.one("diego"), demo.one("leila")
    async with open_app(demo, screen="board") as pilot:
        await highlight(pilot, diego)
        *_, step, gate, _, _ = drawn(pilot).splitlines()
        assert step.strip() == "next: Ask about rowing crew, and leave it there"
        assert gate.strip() == "for Alliance: 2 of 3 Rapport signs seen; one must still come from the student"
        await highlight(pilot, leila)
        assert "next: Sit down with her properly; she has been doing well on her own" in drawn(pilot)
        await highlight(pilot, demo.one("caleb"))
        assert "for Cognitive insight: a pact, evidence, your part kept" in drawn(pilot)
        set_next_step(demo, diego.id, "Walk past the boathouse on a rowing day, and say nothing of essays, " * 3)
        await highlight(pilot, diego)
        case_screen(pilot).redraw()
        await press(pilot)
        assert drawn(pilot).splitlines()[-3].strip().endswith("…")
        await command(pilot, "shade")
        assert drawn(pilot).splitlines()[-4].strip() == "next: ····"


def test_what_a_card_shortens_are_words_that_a_gate_has() -> None:
    """A gate that is reworded would otherwise stay long, and nothing would tell."""
    seen = [
        [make(Indicator, number, key=key, stage=Stage.RAPPORT) for number, key in enumerate(keys, 1)]
        for keys in ((), ("listened",), ("listened", "helped"), ("listened", "helped", "saved_a_seat"))
    ]
    gates = [derive_gate(Stage.RAPPORT, signs, [], []) for signs in seen] + [derive_gate(Stage.ALLIANCE, [], [], [])]
    words = " / ".join([text for gate in gates for text in (gate.words, gate.briefly)])
    shortened = words
    for long, short in SHORTER:
        assert long in words
        shortened = shortened.replace(long, short)
    assert SHORTEST[0] in shortened
