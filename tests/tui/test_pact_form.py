"""`P` drafts a pact, in the order of the conversation, and `p` picks it up; the pacts' own screen."""

from datetime import date

from app_case import (
    case_screen,
    command,
    drawn,
    fill_in,
    go_to,
    highlight,
    message,
    open_app,
    press,
    set_fields,
)

from advisory.caseload.caseload import Caseload
from advisory.casework.pact.draft import draft_pact
from advisory.model import Commitment, OtherHelp, Pact
from advisory.model.words import PactStatus, ReviewEvery
from advisory.tui.commands.registry import COMMAND

WHOLE = {
    "learning_target": "I can read a graph aloud",
    "title": "graphs",
    "area": "the lab",
    "why": "“So that the lab makes sense”",
    "starting_point": "Reads the axes",
    "success": "two graphs read to a friend\none drawn",
    "theirs": "bring one graph - every week",
    "mine": "find the graphs\nlook at them on Fridays",
    "others": "grandmother: hears it read",
    "confidence": "4",
    "review_every": "weekly",
    "next_review_on": "+7",
    "target_on": "12/18",
}


async def test_a_pact_is_drafted_with_the_highlighted_student_of_every_screen(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        for screen in COMMAND["draft-pact"].where:
            await go_to(pilot, screen)
            student_id = case_screen(pilot).highlighted.student
            await command(pilot, "draft-pact")
            assert f"A pact with {demo.names[student_id]}" in drawn(pilot), screen
            if screen != "pacts":
                await press(pilot, "escape")
                continue
            await fill_in(pilot, **WHOLE)
            assert message(pilot).endswith(demo.shorts[student_id])
            pact = max(demo.pacts, key=lambda pact: pact.id)
            assert pact.student == student_id
    assert (pact.status, pact.confidence, pact.area) == (PactStatus.DRAFT, 4, "the lab")
    assert (pact.learning_target, pact.called, pact.why) == (
        WHOLE["learning_target"],
        WHOLE["title"],
        WHOLE["why"],
    )
    assert [line.text for line in pact.success_evidence] == ["two graphs read to a friend", "one drawn"]
    assert pact.student_commitments == (Commitment(text="bring one graph", how_often="every week"),)
    assert [line.text for line in pact.advisor_commitments] == ["find the graphs", "look at them on Fridays"]
    assert pact.others == (OtherHelp(who="grandmother", text="hears it read"),)
    assert (pact.review_every, pact.next_review_on) == (ReviewEvery.WEEKLY, date(2026, 11, 30))
    assert pact.target_on == date(2026, 12, 18)


async def test_a_draft_is_gone_on_with(demo: Caseload) -> None:
    diego = demo.one("diego")
    draft = draft_pact(demo, diego.id, "I can read a graph aloud", title="graphs")
    async with open_app(demo) as pilot:
        await highlight(pilot, diego)
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


async def test_what_can_not_be_is_told_at_its_field_which_is_gone_to_and_the_form_keeps_what_was_typed(
    demo: Caseload,
) -> None:
    before = demo.store.seq
    async with open_app(demo) as pilot:
        await command(pilot, "draft-pact")
        for field, value, sentence in (
            ("learning_target", "", "A pact begins with its learning target"),
            ("others", "grandmother hears it read", "Line 1 needs who and what"),
            ("why", "x" * 20_001, "at most 20,000"),
            ("next_review_on", "soonish", "“soonish” is not a date"),
            ("next_review_on", "12/24", "review earlier, or end later"),
            ("target_on", "-3", "choose a later day"),
        ):
            values = {**WHOLE, field: value}
            await fill_in(pilot, **values)
            editor = pilot.app.screen
            assert sentence in editor.query_one(f"#problem-{field}").visual.plain
            assert editor.focused.id == f"field-{field}"
            assert editor.values == values
        await set_fields(pilot, learning_target="", others="nobody")
        await press(pilot, "ctrl+s")
        assert "3 fields need something. Here is the first." in drawn(pilot)
        assert editor.focused.id == "field-learning_target"
        await fill_in(pilot, **WHOLE)
    assert demo.store.seq == before + 1


async def test_a_drafted_pact_is_seen_on_the_student_s_line(demo: Caseload) -> None:
    diego = demo.one("diego")
    async with open_app(demo, (140, 40)) as pilot:
        await highlight(pilot, diego)
        await command(pilot, "draft-pact")
        await fill_in(pilot, **WHOLE)
        assert "graphs 0/2" in next(line for line in drawn(pilot).splitlines() if "▸" in line)
