"""`P` drafts a pact, in the order of the conversation; the pacts' own screen."""

from datetime import date

import pytest
from app_case import case_screen, command, drawn, fill_in, highlight, message, open_app, press

from advisory.casework.caseload import Caseload
from advisory.casework.draft_pact import draft_pact
from advisory.casework.record_check_in import record_check_in
from advisory.model import Pact
from advisory.model.words import PactStatus, ReviewEvery
from advisory.tui.commands import COMMAND

WHOLE = {
    "learning_target": "I can read a graph aloud",
    "title": "graphs",
    "why": "“So that the lab makes sense”",
    "starting_point": "Reads the axes",
    "success": "two graphs read to a friend\none drawn",
    "theirs": "bring one graph a week",
    "mine": "find the graphs\nlook at them on Fridays",
    "confidence": "4",
    "review_every": "weekly",
    "next_review_on": "+7",
    "target_on": "12/18",
}


@pytest.mark.parametrize("screen", COMMAND["draft-pact"].where)
async def test_a_pact_is_drafted_with_the_highlighted_student(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        student_id = case_screen(pilot).student_id
        await command(pilot, "draft-pact")
        assert f"A pact with {demo.names[student_id]}" in drawn(pilot)
        await fill_in(pilot, **WHOLE)
        assert message(pilot).endswith(demo.shorts[student_id])
    pact = max(demo.pacts, key=lambda pact: pact.id)
    assert (pact.student, pact.status, pact.confidence) == (student_id, PactStatus.DRAFT, 4)
    assert (pact.learning_target, pact.called, pact.why) == (
        WHOLE["learning_target"],
        WHOLE["title"],
        WHOLE["why"],
    )
    assert [line.text for line in pact.success_evidence] == ["two graphs read to a friend", "one drawn"]
    assert [line.text for line in pact.student_commitments] == ["bring one graph a week"]
    assert [line.text for line in pact.advisor_commitments] == ["find the graphs", "look at them on Fridays"]
    assert (pact.review_every, pact.next_review_on) == (ReviewEvery.WEEKLY, date(2026, 11, 30))
    assert pact.target_on == date(2026, 12, 18)


@pytest.mark.parametrize("screen", COMMAND["edit-pact"].where)
async def test_a_draft_is_gone_on_with(demo: Caseload, screen: str) -> None:
    diego = demo.one("diego")
    check_in = record_check_in(demo, diego.id, "Asked how a pact goes")
    draft = draft_pact(demo, diego.id, "I can read a graph aloud", title="graphs")
    place = {"today": f"circle:{diego.id}", "log": check_in.id, "pacts": draft.id}.get(screen, diego.id)
    async with open_app(demo, screen="caseload" if screen == "card" else screen) as pilot:
        case_screen(pilot).body.go_to(place)
        if screen == "card":
            await command(pilot, "open")
        if screen == "pacts":  # where drafts are folded
            case_screen(pilot).body.go_to("pacts begun")
            await press(pilot, "right")
            case_screen(pilot).body.go_to(place)
        await command(pilot, "edit-pact")
        assert pilot.app.screen.values["learning_target"] == draft.learning_target
        await fill_in(pilot, title="tables", mine="one thing\nanother")
    changed = demo.store.need(Pact, draft.id)
    assert (changed.title, changed.learning_target) == ("tables", draft.learning_target)
    assert [line.text for line in changed.advisor_commitments] == ["one thing", "another"]
    assert changed.next_review_on == draft.next_review_on


async def test_without_a_draft_there_is_nothing_to_go_on_with(demo: Caseload) -> None:
    before = demo.store.seq
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("jordan"))
        await command(pilot, "edit-pact")
        assert message(pilot)
        assert pilot.app.screen.id == "caseload"
    assert demo.store.seq == before


async def test_a_target_is_enough_and_the_usual_dates_are_filled_in(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await command(pilot, "draft-pact")
        await fill_in(pilot, learning_target="I can ask a question in class")
    pact = max(demo.pacts, key=lambda pact: pact.id)
    assert (pact.next_review_on, pact.target_on) == (
        date(2026, 12, 8),
        date(2027, 1, 4),
    )  # the 7th is a day without school


async def test_what_can_not_be_is_told_in_a_sentence_and_the_form_keeps_what_was_typed(demo: Caseload) -> None:
    before = demo.store.seq
    async with open_app(demo) as pilot:
        await command(pilot, "draft-pact")
        for field, value, sentence in (
            ("learning_target", "", "A pact begins with its learning target"),
            ("confidence", "very", "type a number from 1 to 5"),
            ("next_review_on", "soonish", "“soonish” is no day"),
            ("target_on", "11/24", "2026-11-24"),
        ):
            values = {**WHOLE, field: value}
            await fill_in(pilot, **values)
            assert sentence in pilot.app.screen.query_one(".dialog-problem").visual.plain
            assert pilot.app.screen.values == values
        await fill_in(pilot, **WHOLE)
    assert demo.store.seq == before + 1


async def test_a_drafted_pact_is_seen_on_the_student_s_line(demo: Caseload) -> None:
    diego = demo.one("diego")
    async with open_app(demo, (140, 40)) as pilot:
        await highlight(pilot, diego)
        await command(pilot, "draft-pact")
        await fill_in(pilot, **WHOLE)
        assert "graphs 0/2" in next(line for line in drawn(pilot).splitlines() if "▸" in line)
