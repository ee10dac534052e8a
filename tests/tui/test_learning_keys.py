"""`e`, `m` and `M`: evidence and insight written down, gone on with, found again and taken out."""

from datetime import timedelta

import pytest
from app_case import (
    SIZES,
    assert_fits,
    case_screen,
    command,
    drawn,
    fill_in,
    go_to,
    highlight,
    message,
    open_app,
    press,
    settle,
    wait_until,
)
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.learning.note_insight import note_insight
from advisory.casework.learning.record_evidence import record_evidence
from advisory.casework.student.add import add_student
from advisory.model import CognitiveInsight, Evidence
from advisory.model.words import AttemptResult, EvidenceSource, Independence, InsightStatus, Level, PactStatus
from advisory.rules.learning.trend import bars
from advisory.store import Drafts
from advisory.tui.commands.registry import COMMAND, STUDENT_SCREENS

WHERE = COMMAND["evidence"].where
CAUSE = "That an event has one cause, and the rest is background."
WORDS = {"thinking": "When it is longer, they take it for larger", "misconception": "A longer decimal is larger"}


def newest(caseload: Caseload, kind):
    return max(caseload.store.all(kind), key=lambda record: record.id)


async def open_card(pilot, student_id: str) -> None:
    await case_screen(pilot).open_over("card", student_id)
    await settle(pilot)


def samirs(caseload: Caseload) -> CognitiveInsight:
    return next(one for one in caseload.insights if one.misconception == CAUSE)


# --- evidence ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("screen", WHERE)
async def test_e_is_the_text_and_the_save_key_and_everything_else_has_a_value(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        student_id = case_screen(pilot).highlighted.student
        pact = case_screen(pilot).highlighted.pact
        runs = pact is not None and pact.status is PactStatus.ACTIVE
        await press(pilot, "e", *"Drew it", "ctrl+s")
        made = newest(demo, Evidence)
        assert message(pilot).startswith("Evidence noted: conversation, today")
        assert (made.level, made.independence) == (None, None)
        assert (made.student, made.seen, made.seen_on) == (student_id, "Drew it", TODAY)
        assert (made.pact, made.target) == ((pact.id, pact.learning_target) if runs else ("", ""))
        await press(pilot, "u")
        assert newest(demo, Evidence) != made


async def test_the_form_asks_for_the_target_and_its_lines_how_far_how_alone_and_where(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("maya"))
        pact = demo.summary(demo.one("maya").id).pact
        line = pact.success_evidence[2].text
        await press(pilot, "e")
        targets = [key for key, _ in pilot.app.screen.query_one("#field-against")._choices]
        assert targets == ["", pact.id, *(f"{pact.id}:{one.text}" for one in pact.success_evidence)]
        await fill_in(pilot, seen="", level="there")
        assert "What did you see or hear? One line is enough." in drawn(pilot)
        await fill_in(
            pilot, seen="Solved three", against=f"{pact.id}:{line}", level="there", independence="on_own",
            source="work_sample", seen_on="yesterday", next_step="teach it",
        )  # fmt: skip
    made = newest(demo, Evidence)
    assert (made.success_line, made.level, made.independence) == (line, Level.THERE, Independence.ON_OWN)
    assert (made.source, made.seen_on) == (EvidenceSource.WORK_SAMPLE, TODAY - timedelta(days=1))
    assert made.next_step == "teach it"


async def test_on_the_card_enter_changes_a_piece_d_takes_it_out_and_u_brings_it_back(demo: Caseload) -> None:
    maya = demo.one("maya")
    piece = demo.store.of_student(Evidence, maya.id)[-1]
    async with open_app(demo) as pilot:
        await open_card(pilot, maya.id)
        case_screen(pilot).body.go_to(piece.id)
        await press(pilot, "enter")
        assert pilot.app.screen.values["seen"] == piece.seen
        await fill_in(pilot, seen="Six of six", against="")
        edited = demo.store.need(Evidence, piece.id)
        assert (edited.seen, edited.pact, edited.success_line, edited.target) == ("Six of six", "", "", "")
        assert (edited.level, edited.seen_on) == (piece.level, piece.seen_on)
        assert "no target" in drawn(pilot)
        await press(pilot, "u")
        case_screen(pilot).body.go_to(piece.id)
        await press(pilot, "d")
        assert message(pilot).startswith("Deleted: ")
        assert message(pilot).endswith("; u brings it back · Maya")
        assert piece.id not in {one.id for one in demo.store.of_student(Evidence, maya.id)}
        await press(pilot, "u")
    assert demo.store.of_student(Evidence, maya.id)[-1] == piece


async def test_the_card_and_the_pacts_tell_how_the_target_goes_in_bars_numbers_and_words(demo: Caseload) -> None:
    maya = demo.one("maya")
    pact = demo.summary(maya.id).pact
    told = (
        "▂▅▇ 1 3 4 of 4",
        "not yet → getting there → there",
        "with you Oct 19 → with prompts Oct 29 → you checked after",
    )
    async with open_app(demo, (120, 60)) as pilot:
        await open_card(pilot, maya.id)
        await press(pilot, "G")
        assert all(words in drawn(pilot) for words in told)
        await press(pilot, "5")
        case_screen(pilot).body.go_to(pact.id)
        await press(pilot)
        aside = " ".join(line[81:] for line in drawn(pilot).splitlines())
        assert all(words in " ".join(aside.split()) for words in told)
        await press(pilot, "ctrl+l")
        assert "▂▅▇" not in drawn(pilot)


async def test_the_caseload_has_the_bars_where_there_is_room_and_the_shade_hides_them(demo: Caseload) -> None:
    line = demo.summary(demo.one("maya").id)
    assert bars(line.trend) == "▂▅▇"
    for columns, is_there in ((96, True), (80, False)):
        async with open_app(demo, (columns, 24)) as pilot:
            assert ("fractions ▂▅▇ 2/3" in drawn(pilot)) is is_there
            await press(pilot, "ctrl+l")
            assert "▂▅▇" not in drawn(pilot)


async def test_two_targets_of_one_student_stand_under_each_other_each_with_its_own_trend(demo: Caseload) -> None:
    maya = demo.one("maya")
    way = {"source": EvidenceSource.QUIZ, "level": Level.BEGINNING, "independence": Independence.ON_OWN}
    record_evidence(demo, maya.id, "Asked before I did", **way)
    async with open_app(demo, (100, 60)) as pilot:
        await open_card(pilot, maya.id)
        await press(pilot, "G")
        shown = drawn(pilot)
        assert "▂▅▇ 1 3 4 of 4" in shown
        assert shown.index("no target") > shown.index("▂▅▇")


# --- insight -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("screen", [screen for screen in WHERE if screen != "insights"])
async def test_m_notes_an_insight_and_then_asks_which_is_meant(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        student_id = case_screen(pilot).highlighted.student
        await press(pilot, "m")
        await fill_in(pilot, **WORDS, area="math", strategy="Line them up")
        assert message(pilot).startswith("Insight noted")
        made = newest(demo, CognitiveInsight)
        assert (made.student, made.misconception, made.status) == (
            student_id,
            WORDS["misconception"],
            InsightStatus.OPEN,
        )
        assert [(one.strategy, one.result, one.on) for one in made.attempts] == [
            ("Line them up", AttemptResult.NOT_TRIED, None)
        ]
        await press(pilot, "m")
        assert "a new insight" in drawn(pilot)
        await press(pilot, "enter")
        assert pilot.app.screen.values["thinking"] == WORDS["thinking"]
        await press(pilot, "escape", "m", "down", "enter")
        assert pilot.app.screen.values["thinking"] == ""
        await press(pilot, "escape", "m", "escape")
        assert pilot.app.screen is case_screen(pilot)
    assert newest(demo, CognitiveInsight) == made


async def test_an_insight_goes_from_a_result_to_resolved_and_not_before(demo: Caseload) -> None:
    note_insight(demo, demo.one("diego").id, **WORDS)
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("diego"))
        await press(pilot, "m", "enter")
        await fill_in(pilot, strategy="Line them up", status="resolved")
        assert "To mark it resolved, first record" in " ".join(drawn(pilot).replace("│", " ").split())
        await fill_in(pilot, status="open")
        await press(pilot, "m", "enter")
        assert "How it went: Line them up" in drawn(pilot)
        await fill_in(pilot, last_result="worked", last_note="twice", status="resolved", transferred_to="chemistry")
        assert message(pilot).startswith("Insight resolved: noticed ")
        assert message(pilot).endswith(" · Diego")
        made = newest(demo, CognitiveInsight)
        assert (made.status, made.transferred_to) == (InsightStatus.RESOLVED, "chemistry")
        assert [(one.result, one.note, one.on) for one in made.attempts] == [(AttemptResult.WORKED, "twice", TODAY)]
        await press(pilot, "u")
        assert newest(demo, CognitiveInsight).status is InsightStatus.OPEN


async def test_on_the_card_enter_changes_an_insight_and_d_takes_it_out(demo: Caseload) -> None:
    insight = samirs(demo)
    async with open_app(demo) as pilot:
        await open_card(pilot, insight.student)
        case_screen(pilot).body.go_to(insight.id)
        await press(pilot, "enter")
        assert "Web of causes" in drawn(pilot)
        await fill_in(pilot, self_corrects_on="yesterday", strategy="Ask for two", result="some")
        edited = demo.store.need(CognitiveInsight, insight.id)
        assert edited.self_corrects_on == TODAY - timedelta(days=1)
        assert (edited.attempts[:-1], edited.attempts[-1].strategy) == (insight.attempts, "Ask for two")
        await press(pilot, "d")
        assert demo.store.of_student(CognitiveInsight, insight.student) == []
        assert "No insight yet" in drawn(pilot)
        await press(pilot, "u")
        assert demo.store.of_student(CognitiveInsight, insight.student) == [edited]


async def test_a_resolved_insight_is_one_line_of_the_card_and_opens_as_well(demo: Caseload) -> None:
    resolved = next(one for one in demo.insights if one.status is InsightStatus.RESOLVED)
    async with open_app(demo) as pilot:
        await open_card(pilot, resolved.student)
        case_screen(pilot).body.go_to(resolved.id)
        await press(pilot)
        assert "▸ resolved: That the last steps" in drawn(pilot)
        assert resolved.thinking[:20] not in drawn(pilot)
        await press(pilot, "enter")
        assert pilot.app.screen.values["status"] == "resolved"


# --- the open insights ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("screen", STUDENT_SCREENS)
async def test_the_open_insights_lie_over_the_screen_and_enter_opens_the_card(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        await press(pilot, "M")
        assert pilot.app.screen.id == "insights"
        assert "Open insights  2, about 2 students" in drawn(pilot)
        assert message(pilot) == "Enter their card · m the insight · Esc leave"
        student_id = case_screen(pilot).highlighted.student
        await press(pilot, "enter")
        assert (pilot.app.screen.id, case_screen(pilot).highlighted.student) == ("card", student_id)
        await press(pilot, *["escape"] * (1 if screen == "card" else 2))
        assert pilot.app.screen.id == ("today" if screen == "card" else screen)


async def test_no_screen_lies_over_itself_however_one_goes_about(demo: Caseload) -> None:
    async with open_app(demo, screen="card") as pilot:
        await press(pilot, "M", "G")
        student_id = case_screen(pilot).highlighted.student
        await press(pilot, "enter")
        assert (pilot.app.screen.id, case_screen(pilot).highlighted.student) == ("card", student_id)
        await press(pilot, "escape", "M", "enter", "M")
        assert pilot.app.screen.id == "insights"
        await press(pilot, "enter", "w", "enter")
        assert pilot.app.screen.id == "card"
        await press(pilot, "w", "escape", "escape", "escape")
        assert pilot.app.screen.id == "today"


async def test_students_with_the_same_misconception_stand_under_it_and_m_goes_on_with_the_highlighted(
    demo: Caseload,
) -> None:
    same, much_like = (
        "That an event has one cause and the rest is background",
        "An event has one cause, it is background",
    )
    note_insight(demo, demo.one("diego").id, "Asks who began it", much_like, area="History")
    note_insight(demo, demo.one("maya").id, "Looks for who did it", same, area="History")
    async with open_app(demo, (120, 40), screen="insights") as pilot:
        shown = drawn(pilot)
        assert "  2 students│" in shown
        assert shown.index("Samir Qureshi") < shown.index("Maya Okafor") < shown.index("writing")
        assert shown.index("Maya Okafor") < shown.index("possibly the same: An event has") < shown.index("Diego Ram")
        case_screen(pilot).body.go_to(newest(demo, CognitiveInsight).id)
        await press(pilot)
        assert "Looks for who did it" in drawn(pilot)
        await press(pilot, "m")
        await fill_in(pilot, status="parked")
        assert message(pilot).startswith("Insight parked: noticed ")
        assert message(pilot).endswith(" · Maya")
        await press(pilot, "down")
        assert "Maya Okafor" not in drawn(pilot)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_form_and_list_fits(demo: Caseload, size: tuple[int, int]) -> None:
    async with open_app(demo, size) as pilot:
        await highlight(pilot, demo.one("samir"))
        for keys in (("e",), ("m",), ("m", "enter"), ("M",), ("M", "ctrl+l")):
            await press(pilot, *keys)
            assert_fits(pilot)
            await press(pilot, "escape")


async def test_where_nothing_is_open_a_line_says_how_to_begin(caseload: Caseload) -> None:
    add_student(caseload, given_name="Maya", family_name="Okafor")
    async with open_app(caseload) as pilot:
        await press(pilot, "M")
        assert "No open insights. Press m on a student" in drawn(pilot)
        await press(pilot, "m", "e", "enter")
        assert pilot.app.screen.id == "insights"


async def test_under_the_shade_no_word_of_an_insight_is_told(demo: Caseload) -> None:
    texts = {
        text[:14]
        for one in demo.insights
        for text in (one.thinking, one.misconception, one.builds_on, *(attempt.strategy for attempt in one.attempts))
        if text
    }
    async with open_app(demo, (120, 40), screen="insights") as pilot:
        assert any(text in drawn(pilot) for text in texts)
        await command(pilot, "shade")
        assert not any(text in drawn(pilot) for text in texts)
        await press(pilot, "enter", "G")
        assert not any(text in drawn(pilot) for text in texts)
        await press(pilot, "m")
        assert not any(text in drawn(pilot) for text in texts)
        await press(pilot, "enter")
        assert not any(text in drawn(pilot) for text in texts)


# --- drafts --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("keys", "field"), [("e", "seen"), ("m", "misconception")], ids=["evidence", "a new insight"])
async def test_what_was_typed_is_there_again_and_told_at_the_next_start(demo: Caseload, keys: str, field: str) -> None:
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("amina"))
        await press(pilot, keys)
        pilot.app.screen.query_one(f"#field-{field}").text = "half a thou"
        await press(pilot, "escape")
        assert message(pilot).startswith("Not saved yet")
    async with open_app(demo, screen="today") as pilot:
        await said(pilot, "✎ 1 draft waits on Today: Tab to it, Enter picks it up, d discards it.")
        await go_to(pilot, "caseload")
        await highlight(pilot, demo.one("amina"))
        await press(pilot, keys)
        assert pilot.app.screen.values[field] == "half a thou"
        await press(pilot, "ctrl+d", "escape")
    assert Drafts(demo.store.folder).all() == []


async def said(pilot, words: str) -> None:
    """Wait for what is told at the start, after the first screen."""
    await wait_until(pilot, lambda: words in " ".join(drawn(pilot).replace("│", " ").split()))


async def test_a_change_of_a_piece_and_of_an_insight_is_kept_as_well(demo: Caseload) -> None:
    insight = samirs(demo)
    piece = demo.store.of_student(Evidence, insight.student)[-1]
    async with open_app(demo) as pilot:
        await open_card(pilot, insight.student)
        for record, field in ((piece, "seen"), (insight, "thinking")):
            case_screen(pilot).body.go_to(record.id)
            await press(pilot, "enter")
            pilot.app.screen.query_one(f"#field-{field}").text = "half a thou"
            await press(pilot, "escape")
    assert {draft.student for draft in Drafts(demo.store.folder).all()} == {piece.id, insight.id}
    async with open_app(demo, screen="today") as pilot:
        await said(pilot, "✎ Samir a change to evidence")
        await said(pilot, "✎ Samir a change to an insight")
