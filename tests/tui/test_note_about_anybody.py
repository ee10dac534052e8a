"""`+`: a note about anybody, begun with a name; and what the marks in a note do on every way in."""

from datetime import timedelta

import pytest
from app_case import case_screen, command, drawn, highlight, message, open_app, press, settle
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn, FollowUp
from advisory.model.words import CheckInState, Kind, NotMadeReason, Party, Tone, Visibility
from advisory.tui.commands.registry import COMMANDS

SCREENS = next(command.where for command in COMMANDS if command.id == "capture")


def newest(caseload: Caseload, count: int = 1) -> list[CheckIn]:
    return sorted(caseload.check_ins, key=lambda check_in: check_in.id)[-count:]


def typed(text: str) -> list[str]:
    return ["space" if character == " " else character for character in text]


def reading(pilot) -> str:
    return case_screen(pilot).query_one("#check-in-about").text


async def test_on_the_smallest_screen_every_mark_that_was_read_is_seen_before_enter(demo: Caseload) -> None:
    async with open_app(demo, (60, 20), screen="today") as pilot:
        await press(pilot, "+")
        case_screen(pilot).notes.line.put(
            "diego yest: did 3 * 4 #lab #essay ~15 * < %video !share >next period bring the blue book .."
        )
        await settle(pilot)
        shown = " ".join(drawn(pilot).split())
        for words in (
            "yesterday",
            "15 min",
            "they started it",
            "video",
            "#lab",
            "#essay",
            "celebrates",
            "bring the blue book",
            "to finish later",
        ):
            assert words in shown


@pytest.mark.parametrize("screen", SCREENS)
async def test_a_prefix_the_text_and_enter(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        await press(pilot, *typed("+diego Hi"), "enter")
        assert message(pilot) == "Saved: one-to-one, today · Diego"
        assert not case_screen(pilot).notes.line.is_open
    (made,) = newest(demo)
    assert (made.student, made.line, made.kind) == (demo.one("diego").id, "Hi", Kind.ONE_TO_ONE)


async def test_how_it_is_read_stands_under_it_and_is_what_is_saved(demo: Caseload) -> None:
    async with open_app(demo, (120, 40), screen="today") as pilot:
        await press(pilot, *typed("+diego yest: Drew it #lab ~5 * < !share >fri bring notes"))
        assert set(reading(pilot).split(" · ")) == {
            "Diego Ramírez",
            "one-to-one",
            "yesterday",
            "5 min",
            "they started it",
            "celebrates",
            "#lab",
            "shareable",
            "you promise: bring notes, Fri Nov 27",
        }
        await press(pilot, "enter")
        assert message(pilot) == "Saved: one-to-one, yesterday, promise due Fri · Diego"
    (made,) = newest(demo)
    assert (made.line, made.happened_on, made.minutes, made.tags) == ("Drew it", TODAY - timedelta(days=1), 5, ("lab",))
    assert (made.tone, made.initiator, made.visibility) == (Tone.CELEBRATE, Party.STUDENT, Visibility.SHAREABLE)
    promise = max(demo.follow_ups, key=lambda one: one.id)
    assert (promise.text, promise.due_on, promise.source) == ("bring notes", TODAY + timedelta(days=4), made.id)


async def test_tab_takes_the_name_and_goes_through_those_that_fit(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        await press(pilot, *"+no", "tab")
        first = reading(pilot).split(" · ")[0]
        await press(pilot, "tab")
        second = reading(pilot).split(" · ")[0]
        assert {first, second} == {"Noah Brandt", "Noah Lindqvist"}
        await press(pilot, "shift+tab", *typed(" Hi"), "enter")
    (made,) = newest(demo)
    assert demo.names[made.student] == first


@pytest.mark.parametrize("pick", [0, 1])
async def test_a_name_that_fits_two_is_asked_about_and_only_the_one_chosen_is_written_about(
    demo: Caseload, pick: int
) -> None:
    before = len(demo.check_ins)
    async with open_app(demo, screen="today") as pilot:
        await press(pilot, *typed("+noah Hi"), "enter")
        assert len(demo.check_ins) == before
        shown = drawn(pilot)
        assert "Who is “noah”?" in shown
        await press(pilot, *["down"] * pick, "enter")
        assert message(pilot).startswith("Saved")
    (made,) = newest(demo)
    assert demo.names[made.student] == ("Noah Brandt", "Noah Lindqvist")[pick]
    assert len(demo.check_ins) == before + 1


async def test_without_a_choice_nothing_is_written_and_the_words_stay(demo: Caseload) -> None:
    before = len(demo.check_ins)
    async with open_app(demo, screen="today") as pilot:
        await press(pilot, *typed("+noah Hi"), "enter", "escape")
        assert message(pilot) == "Not saved yet. Type more of the name, or choose."
        assert case_screen(pilot).notes.line.area.text == "noah Hi"
    assert len(demo.check_ins) == before


async def test_several_names_are_one_note_each_and_one_undo(demo: Caseload) -> None:
    before = len(demo.check_ins)
    async with open_app(demo, screen="today") as pilot:
        await press(pilot, *typed("+diego,maya Built it"), "enter")
        assert message(pilot) == "Saved: small group, today: Diego and Maya"
        two = newest(demo, 2)
        assert {one.student for one in two} == {demo.one("diego").id, demo.one("maya").id}
        assert {one.group for one in two} == {two[0].id}
        await press(pilot, "u")
    assert len(demo.check_ins) == before


async def test_a_word_that_can_not_be_read_is_typed_over(demo: Caseload) -> None:
    before = len(demo.check_ins)
    async with open_app(demo, screen="today") as pilot:
        await press(pilot, *typed("+diego Hi >foo bar"), "enter")
        area = case_screen(pilot).notes.line.area
        assert (area.text, area.selected_text) == ("diego Hi >foo bar", ">foo")
        assert "“>foo”" in reading(pilot)
        assert message(pilot) == "Not saved yet."
        assert len(demo.check_ins) == before
        await press(pilot, *typed(">today"))
        assert (area.text, message(pilot)) == ("diego Hi >today bar", "")
        await press(pilot, "enter")
    assert len(demo.check_ins) == before + 1


async def test_without_a_word_to_type_over_the_cursor_goes_behind_the_mark(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        await press(pilot, *typed("+diego Hi >today #x"), "enter")
        area = case_screen(pilot).notes.line.area
        assert (area.selected_text, area.cursor_location) == ("", (0, len("diego Hi >today")))


@pytest.mark.parametrize("text", ["", "   ", "zzz hello", ", hi"])
async def test_nobody_named_is_refused_in_words(demo: Caseload, text: str) -> None:
    before = len(demo.check_ins)
    async with open_app(demo, screen="today") as pilot:
        await press(pilot, "+", *typed(text), "enter")
        assert message(pilot)
        assert case_screen(pilot).notes.line.is_open
    assert len(demo.check_ins) == before


async def test_two_dots_leave_a_jot(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        await press(pilot, "c", *typed("says the map .."), "enter")
        assert "a jot, J finishes it" in message(pilot)
    (made,) = newest(demo)
    assert (made.line, made.state) == ("says the map", CheckInState.JOT)
    assert made.id in [jot.id for jot in demo.jots]


async def test_f3_says_why_they_were_not_reached_and_no_clock_starts_anew(demo: Caseload) -> None:
    diego = demo.one("diego")
    age = demo.summary(diego.id).one_to_one_age
    async with open_app(demo) as pilot:
        await highlight(pilot, diego)
        await press(pilot, "c", *"Gone", "f3", "f3")
        assert "not reached (declined)" in reading(pilot)
        await press(pilot, "enter")
    (made,) = newest(demo)
    assert (made.contact_made, made.not_made_reason) == (False, NotMadeReason.DECLINED)
    assert demo.summary(diego.id).one_to_one_age == age


async def test_the_kind_and_the_names_are_in_the_draft(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        await press(pilot, *typed("+diego Hi"), "tab", "escape")
        assert "+ picks it up" in message(pilot)
    async with open_app(demo, screen="today") as pilot:
        assert "✎ a note that begins with names" in " ".join(drawn(pilot).split())
        await press(pilot, "+")
        assert case_screen(pilot).notes.line.area.text == "diego Hi"
        assert "seen briefly" in reading(pilot)
        await press(pilot, "enter")
    assert newest(demo)[0].kind is Kind.QUICK_TOUCH
    assert list((demo.store.folder / "drafts").glob("*.json")) == []


@pytest.mark.parametrize("keys", [["c", "?"], ["+", "?"], ["+", "a", "m", "a", "space", "?"], ["c", "h", "f1"]])
async def test_the_whole_grammar_stands_on_one_card(demo: Caseload, keys: list[str]) -> None:
    async with open_app(demo, screen="today") as pilot:
        await press(pilot, *keys)
        shown = drawn(pilot)
        for mark in (
            "#lab",
            "&family",
            "@aunt",
            "-no_answer",
            "~5",
            ">fri",
            "%pho",
            "!share",
            "..",
            "yest:",
            "ama,ben",
        ):
            assert mark in shown
        await press(pilot, "escape", "x")
        assert case_screen(pilot).notes.line.area.text.endswith("x")


async def test_a_question_mark_in_the_words_is_a_question_mark(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        await press(pilot, "c", *typed("Why ? he said?"), "enter")
    assert newest(demo)[0].line == "Why ? he said?"


async def test_under_the_shade_the_reading_names_nobody_and_says_no_words(demo: Caseload) -> None:
    async with open_app(demo, (120, 40), screen="today") as pilot:
        await press(pilot, "ctrl+l", *typed("+diego Hello #science >fri bring notes"))
        shown = drawn(pilot)
    for text in ("diego", "Diego", "Hello", "science", "bring notes"):
        assert text not in shown


async def test_under_the_shade_what_is_wrong_tells_no_word_and_nobody_is_chosen_blindly(demo: Caseload) -> None:
    before = len(demo.check_ins)
    async with open_app(demo, (120, 40), screen="today") as pilot:
        await press(pilot, "ctrl+l", *typed("+diego cried !sorrow"), "enter")
        assert "sorrow" not in drawn(pilot)
        await press(pilot, "escape", "ctrl+l", "ctrl+l", "+", "ctrl+d")
        case_screen(pilot).notes.line.put("noah Hi")
        await press(pilot, "ctrl+l", "enter")
        assert "Show the names to choose" in message(pilot)
    assert len(demo.check_ins) == before


@pytest.mark.parametrize("text", ["mon: maya told me", "9/14: maya", "yest: ama"])
async def test_a_day_before_the_name_is_nobody(demo: Caseload, text: str) -> None:
    before = len(demo.check_ins)
    async with open_app(demo, screen="today") as pilot:
        await press(pilot, *typed(f"+{text}"), "enter")
        assert "Type the name first" in reading(pilot)
    assert len(demo.check_ins) == before


async def test_with_nobody_in_the_caseload_it_says_how_to_begin(caseload: Caseload) -> None:
    async with open_app(caseload, screen="today") as pilot:
        await command(pilot, "capture")
        assert "caseload is empty" in message(pilot)


async def test_a_promise_alone_restarts_no_clock(demo: Caseload) -> None:
    before, age = len(demo.check_ins), demo.summary(demo.one("diego").id).one_to_one_age
    async with open_app(demo, screen="today") as pilot:
        await press(pilot, *typed("+diego >tomorrow bring tape"), "enter")
        assert message(pilot) == "Saved: promise due tomorrow · Diego"
    assert len(demo.check_ins) == before
    assert demo.summary(demo.one("diego").id).one_to_one_age == age
    assert max(demo.store.all(FollowUp), key=lambda one: one.id).text == "bring tape"


async def test_typing_over_a_draft_begins_another_note_and_the_draft_is_kept(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        await press(pilot, *typed("+diego first thought"), "escape", "+", *typed("maya saw her"))
        assert case_screen(pilot).notes.line.area.text == "maya saw her"
        await press(pilot, "enter")
        assert message(pilot) == "Saved: one-to-one, today · Maya"
        await press(pilot, "+")
        assert case_screen(pilot).notes.line.area.text == "diego first thought"
        await press(pilot, "end", "!", "enter")
        assert message(pilot) == "Saved: one-to-one, today · Diego"
    assert [(demo.shorts[one.student], one.line) for one in newest(demo, 2)] == [
        ("Maya", "saw her"),
        ("Diego", "first thought!"),
    ]
    assert list((demo.store.folder / "drafts").glob("*.json")) == []


async def test_several_notes_begun_are_all_kept_over_a_start_and_up_goes_round_them(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        for text in ("diego one", "maya two", "kai three"):
            await press(pilot, *typed(f"+{text}"), "escape")
    async with open_app(demo, screen="today") as pilot:
        await press(pilot, "+")
        seen = [case_screen(pilot).notes.line.area.text]
        for _ in range(3):
            await press(pilot, "up")
            seen.append(case_screen(pilot).notes.line.area.text)
    assert seen == ["kai three", "maya two", "diego one", "kai three"]


@pytest.mark.parametrize("keys", ["c", "+"])
async def test_at_sixty_columns_nothing_comes_between_the_keys_and_the_line(demo: Caseload, keys: str) -> None:
    async with open_app(demo, (60, 20), screen="today") as pilot:
        await press(pilot, keys, *typed("diego Hello >nonsense here"), "enter", "!")
        assert pilot.app.screen is case_screen(pilot)
        assert "!" in case_screen(pilot).notes.line.area.text


async def test_a_promise_to_several_is_asked_about_one_or_one_each(demo: Caseload) -> None:
    before = {promise.id for promise in demo.follow_ups}
    async with open_app(demo, screen="today") as pilot:
        await press(pilot, *typed("+maya,kai Hi >fri bring tea"), "enter")
        assert "one promise for the group, listed with Maya" in drawn(pilot)
        await press(pilot, "escape")
        assert message(pilot) == "Nothing is saved yet: choose whom the promise is for."
        await press(pilot, "enter", "enter")
        assert message(pilot).endswith("today: Maya and Kai; promised, with Maya: bring tea")
    (made,) = [promise for promise in demo.follow_ups if promise.id not in before]
    assert (made.text, made.student) == ("bring tea", demo.one("maya").id)
