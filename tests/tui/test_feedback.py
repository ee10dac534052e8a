"""The feedback conversation: its nine moves by every key, what they become, and that it can be left and gone on with."""

import pytest
from app_case import (
    NOBODY_YET,
    SIZES,
    WIDE,
    assert_fits,
    case_screen,
    click,
    command,
    drawn,
    go_to,
    highlight,
    message,
    open_app,
    press,
    set_fields,
    settle,
    wait_until,
)
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn, FollowUp, Pact, Partnership
from advisory.model.words import Kind
from advisory.rules.learning.feedback_moves import FEEDBACK_MOVES
from advisory.store import Drafts
from advisory.tui.commands.registry import COMMAND
from advisory.tui.dialogs.feedback import MOVE, FeedbackDialog
from advisory.tui.prose import wrap

AT = {move.key: number for number, move in enumerate(FEEDBACK_MOVES)}
WALK = ("", "", "difficulty", "saw", "student_says", "next_action", "whose", "student_says", "", "again_on")
"""What has the focus at each stop: the field, or "" for the list of moves."""


def here(pilot) -> str:
    focused = pilot.app.screen.focused.id or ""
    return focused.removeprefix("field-")


async def begin(pilot, caseload: Caseload, name: str = "maya") -> FeedbackDialog:
    await highlight(pilot, caseload.one(name))
    await command(pilot, "feedback")
    dialog = pilot.app.screen
    assert isinstance(dialog, FeedbackDialog)
    return dialog


@pytest.mark.parametrize("screen", COMMAND["feedback"].where)
async def test_its_key_opens_it_on_each_screen_for_the_highlighted(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        student_id = case_screen(pilot).highlighted.student
        await press(pilot, "F")
        assert f"Feedback with {demo.names[student_id]}" in drawn(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen.id == screen
        assert message(pilot) != "Not saved yet. What you typed is kept as a draft."


async def test_with_nobody_highlighted_it_says_so(caseload: Caseload) -> None:
    async with open_app(caseload) as pilot:
        await press(pilot, "F")
        assert message(pilot) == NOBODY_YET


@pytest.mark.parametrize(("on", "back"), [("down", "up"), ("tab", "shift+tab"), ("enter", "up")])
async def test_the_keys_walk_through_the_moves_and_their_fields_and_stay_at_the_ends(
    demo: Caseload, on: str, back: str
) -> None:
    async with open_app(demo) as pilot:
        dialog = await begin(pilot, demo)
        walked = [here(pilot)]
        for _ in WALK[1:]:
            await press(pilot, on)
            walked.append(here(pilot))
            assert f"▸ {dialog.move + 1}  {FEEDBACK_MOVES[dialog.move].label}" in drawn(pilot)
        assert walked == list(WALK)
        if on != "enter":  # which writes it down behind the last move
            await press(pilot, on)
            assert here(pilot) == WALK[-1]
        for field in reversed(WALK[:-1]):
            await press(pilot, back)
            assert here(pilot) == field
        await press(pilot, back)
        assert dialog.move == 0


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_each_move_says_what_it_is_for_and_how_to_begin_on_every_size(
    demo: Caseload, size: tuple[int, int]
) -> None:
    async with open_app(demo, size) as pilot:
        dialog = await begin(pilot, demo)
        for move in FEEDBACK_MOVES:
            dialog._go_to_move(AT[move.key])
            await press(pilot)
            await settle(pilot)
            assert_fits(pilot)
            shown = " ".join(drawn(pilot).replace("│", " ").split())
            for text in (move.label, *move.purpose.split(". "), *wrap(f"“{move.opener}”", 54)):
                assert text in shown, move.key
            for name in move.writes:
                region = dialog.query_one(f"#field-{name}").region
                assert region.height
                assert dialog.query_one("#feedback-move").region.contains_region(region), (move.key, name)
            assert "^s save" in shown


async def test_a_move_is_marked_for_words_of_its_own_and_shared_ones_once_it_is_reached(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        dialog = await begin(pilot, demo)

        def marked() -> set[str]:
            lines = [line for line in drawn(pilot).splitlines() if "✎" in line]
            return {move.key for move in FEEDBACK_MOVES if any(move.label in line for line in lines)}

        dialog._go_to_move(AT["room"])
        await press(pilot, *"Ok")
        assert marked() == {"room"}
        await press(pilot, "down", "down", "down")
        assert (dialog.move, marked()) == (AT["say_back"], {"room", "say_back"})
        await press(pilot, "ctrl+d")
        assert marked() == set()
        dialog._go_to_move(AT["room"])
        await press(pilot, *"Ok")
        assert marked() == {"room"}


async def test_what_is_typed_where_there_is_no_box_goes_into_the_nearest_one(demo: Caseload) -> None:
    async with open_app(demo, (60, 20)) as pilot:
        dialog = await begin(pilot, demo)
        for key, name, move in (("reconnect", "difficulty", "difficulty"), ("encourage", "student_says", "say_back")):
            dialog._go_to_move(AT[key])
            await press(pilot, *"So")
            assert (dialog.values[name], dialog.move) == ("So", AT[move])
            assert "There is no box at that move: you write here." in drawn(pilot)


async def test_what_helps_stands_at_its_move(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await begin(pilot, demo)
        assert "They said, Nov 18: “Give me the hard page.”" in drawn(pilot)
        await press(pilot, "down")
        assert "You saw, Nov 13: Five of six sums" in drawn(pilot)
        await press(pilot, "down", "down")
        assert "The target: I can add and compare fractions" in drawn(pilot)
        await press(pilot, *["down"] * 6)
        assert "The pact says Fri. Another day becomes its next review" in drawn(pilot)


async def test_at_its_end_all_of_it_is_one_change_that_one_undo_takes_back(demo: Caseload) -> None:
    maya, before = demo.one("maya"), demo.store.seq
    pact = demo.summary(maya.id).pact
    async with open_app(demo) as pilot:
        await begin(pilot, demo)
        await press(pilot, "down", "enter", *"Step two", "enter", *"Step one holds", "enter", *"I skip it", "enter")
        await press(pilot, *"Draw it", "enter", "right", "right", "enter", "enter", "enter", *"+9", "enter")
        assert message(pilot) == "Saved: pact review, next step, next review Dec 2, promise · Maya"
        assert demo.store.seq == before + 1
        said = demo.store.check_ins_of(maya.id)[-1]
        assert (said.line, said.body, said.student_says) == ("Step one holds", "Step two", "I skip it")
        assert (said.kind, said.pact, said.happened_on) == (Kind.PACT_REVIEW, pact.id, TODAY)
        promises = {one.text: one.due_on.isoformat() for one in demo.store.all(FollowUp) if one.source == said.id}
        assert promises == {"Draw it": "2026-12-02"}
        assert demo.summary(maya.id).partnership.next_step == "Draw it"
        assert demo.store.need(Pact, pact.id).next_review_on.isoformat() == "2026-12-02"
        await press(pilot, "u")
        assert message(pilot) == "Undid: Feedback conversation: pact review, today · Maya"
    assert demo.store.need(Pact, pact.id) == pact
    assert demo.store.get(CheckIn, said.id) is None
    assert demo.store.need(Pact, pact.id) == pact
    assert "Draw it" not in {one.next_step for one in demo.store.all(Partnership)}
    assert Drafts(demo.store.folder).all() == []


async def test_a_few_words_on_what_was_seen_are_enough_from_any_move(demo: Caseload) -> None:
    diego = demo.one("diego")
    async with open_app(demo) as pilot:
        await begin(pilot, demo, "diego")
        await press(pilot, *["down"] * 3, *"Two of three done", "up", "up", "ctrl+s")
        assert message(pilot) == "Saved: one-to-one · Diego"
    assert demo.store.check_ins_of(diego.id)[-1].line == "Two of three done"


async def test_without_them_it_goes_to_where_they_are_asked_for_and_keeps_the_rest(demo: Caseload) -> None:
    before = demo.store.seq
    async with open_app(demo) as pilot:
        await begin(pilot, demo)
        await press(pilot, "down", "down", *"Step two", "ctrl+s")
        assert "What did you see?" in drawn(pilot)
        assert here(pilot) == "saw"
        assert pilot.app.screen.values["difficulty"] == "Step two"
    assert demo.store.seq == before


async def test_a_day_gone_by_is_refused_with_every_word_in_its_place(demo: Caseload) -> None:
    before = demo.store.seq
    async with open_app(demo) as pilot:
        dialog = await begin(pilot, demo)
        await set_fields(pilot, saw="Two done", again_on="2026-01-05")
        dialog._go_to_move(AT["date"])
        await press(pilot, "enter")
        assert "is in the past" in drawn(pilot)
        assert (here(pilot), pilot.app.screen.values["saw"]) == ("again_on", "Two done")
    assert demo.store.seq == before


async def test_in_a_long_text_the_arrows_move_in_it_first(demo: Caseload) -> None:
    async with open_app(demo, (60, 20)) as pilot:
        dialog = await begin(pilot, demo)
        await press(pilot, "down", "down")
        dialog.query_one("#field-difficulty").text = "word " * 30
        downs = 0
        while here(pilot) == "difficulty" and downs < 9:
            await press(pilot, "down")
            downs += 1
        assert (here(pilot), downs > 2) == ("saw", True)
        await press(pilot, "up")
        assert here(pilot) == "difficulty"


async def test_a_click_comes_to_a_move_and_to_a_field(demo: Caseload) -> None:
    async with open_app(demo, WIDE) as pilot:
        dialog = await begin(pilot, demo)
        await click(pilot, "MoveList", offset=(4, AT["next"]))
        assert here(pilot) == "next_action"
        await click(pilot, "#field-whose", offset=(2, 0))
        assert (dialog.values["whose"], here(pilot)) == ("ours", "whose")
        await press(pilot, "down")
        assert dialog.move == AT["say_back"]


# --- drafts ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("downs", [0, 1, 3, 6, 9])
async def test_left_at_any_move_it_goes_on_there_also_at_the_next_start(demo: Caseload, downs: int) -> None:
    seq = demo.store.seq
    async with open_app(demo, WIDE) as pilot:
        dialog = await begin(pilot, demo)
        await set_fields(pilot, student_says="I skip it", whose="both")
        await press(pilot, *["down"] * downs, "escape")
        assert message(pilot).startswith("Not saved yet")
    async with open_app(demo, WIDE, screen="today") as pilot:
        assert "✎ Maya a feedback conversation" in " ".join(drawn(pilot).split())
        await go_to(pilot, "caseload")
        dialog = await begin(pilot, demo)
        assert f"▸ {dialog.move + 1}  " in drawn(pilot)
        stop = next(at for at, (move, _) in enumerate(dialog._stops) if move == dialog._stops[downs][0])
        assert (dialog._at, here(pilot)) == (stop, WALK[stop])
        assert (dialog.values["student_says"], dialog.values["whose"]) == ("I skip it", "both")
        assert "^d discards it" in drawn(pilot)
        await press(pilot, "ctrl+d")
        assert (dialog.move, dialog.values) == (0, dialog.initial_values)
        await press(pilot, "escape")
    assert (Drafts(demo.store.folder).all(), demo.store.seq) == ([], seq)


async def test_it_is_on_the_disk_half_a_second_after_the_last_key(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await begin(pilot, demo)
        await press(pilot, "down", "down", *"ab")
        await wait_until(pilot, Drafts(demo.store.folder).all)
        fields = Drafts(demo.store.folder).all()[0].fields
        assert (fields["difficulty"], fields[MOVE]) == ("ab", "difficulty")


async def test_it_is_kept_when_the_terminal_is_closed_in_the_middle(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await begin(pilot, demo)
        await press(pilot, *["down"] * 3, *"ab")
        pilot.app.leave(129)  # as on SIGHUP
    async with open_app(demo, WIDE) as pilot:
        dialog = await begin(pilot, demo)
        assert (dialog.values["saw"], here(pilot)) == ("ab", "saw")


async def test_each_student_has_a_conversation_of_their_own(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await begin(pilot, demo)
        await set_fields(pilot, saw="ab")
        await press(pilot, "escape")
        dialog = await begin(pilot, demo, "kai")
        assert dialog.values == dialog.initial_values


# --- the shade ------------------------------------------------------------------------------------------------------


async def test_under_the_shade_nothing_of_it_is_seen_and_it_can_be_saved(demo: Caseload) -> None:
    maya = demo.one("maya")
    async with open_app(demo) as pilot:
        await highlight(pilot, maya)
        await press(pilot, "ctrl+l", "F")
        dialog = pilot.app.screen
        for _ in WALK:
            for text in ("Maya", "Okafor", "hard page", "Five of six", "fractions"):
                assert text not in drawn(pilot), text
            await press(pilot, "down")
        for move, text in ((AT["difficulty"], "Zanzibar"), (AT["feedback"], "Quilimane"), (AT["next"], "Mombasa")):
            dialog._go_to_move(move)
            await press(pilot, *text)
            assert text not in drawn(pilot)
        await press(pilot, "ctrl+s")
        assert "Maya" not in drawn(pilot)
    assert demo.store.check_ins_of(maya.id)[-1].line == "Quilimane"


async def test_over_it_there_is_only_the_neutral_screen(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        dialog = await begin(pilot, demo)
        await press(pilot, "down", "ctrl+l")
        assert drawn(pilot).split() == ["advisory", "^l", "to", "come", "back"]
        await press(pilot, "ctrl+l")
        assert (pilot.app.screen, dialog.move) == (dialog, 1)


async def test_the_card_tells_it_at_once(demo: Caseload) -> None:
    async with open_app(demo, WIDE) as pilot:
        await go_to(pilot, "card")
        await command(pilot, "feedback")
        await set_fields(pilot, saw="Two of three stand")
        await press(pilot, "ctrl+s")
        assert "Two of three stand" in drawn(pilot)
