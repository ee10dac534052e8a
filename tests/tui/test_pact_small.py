"""On the smallest screen, and where the columns change: every field is reached in order, seen whole, and saved."""

import pytest
from app_case import assert_fits, command, drawn, highlight, open_app, press, resize, settle, strips

from advisory.caseload.caseload import Caseload
from advisory.tui.dialogs.pact.editor import PactEditor
from advisory.tui.widgets.boxes.note_area import NoteArea

LONG = (
    "as long as two people say it when they sit side by side and take their time, and even then there is an end to it"
)
WORDS = {
    "learning_target": f"I can say it {LONG}",
    "title": "graphs",
    "area": "the lab",
    "why": f"So that it is {LONG}",
    "starting_point": f"Begins {LONG}",
    "success": "one read\ntwo drawn\nthree told",
    "theirs": "bring one - every week\nread it",
    "mine": "find some\nlook at them",
    "others": "grandmother: hears it read\ncoach: asks about it",
    "confidence": "4",
    "review_every": ["right"],
    "next_review_on": "",
    "target_on": "",
}


@pytest.mark.parametrize("size", [(60, 20), (100, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_field_is_reached_with_tab_seen_whole_while_it_is_written_and_saved(
    demo: Caseload, size: tuple[int, int]
) -> None:
    async with open_app(demo, size) as pilot:
        await highlight(pilot, demo.one("diego"))
        await command(pilot, "draft-pact")
        editor = pilot.app.screen
        assert list(editor.values) == list(WORDS)
        for name, words in WORDS.items():
            assert editor.focused.id == f"field-{name}"
            if isinstance(editor.focused, NoteArea):
                editor.focused.insert(words)
                await settle(pilot)
            else:
                await press(pilot, *words)
            assert_seen_whole(pilot, name)
            assert_fits(pilot)
            await press(pilot, "tab")
        await press(pilot, "shift+tab", "ctrl+s")
        assert not isinstance(pilot.app.screen, PactEditor)
    pact = max(demo.pacts, key=lambda pact: pact.id)
    assert pact.learning_target == WORDS["learning_target"]
    assert [line.text for line in pact.success_evidence] == ["one read", "two drawn", "three told"]
    assert (len(pact.student_commitments), len(pact.advisor_commitments), len(pact.others)) == (2, 2, 2)
    assert (pact.confidence, pact.review_every.value, pact.next_review_on.isoformat()) == (4, "monthly", "2026-12-23")


def assert_seen_whole(pilot, name: str) -> None:
    """The field's row lies inside what is in sight, and its last word is drawn."""
    editor = pilot.app.screen
    row, sight = editor.query_one(f"#row-{name}"), editor.query_one(".dialog-fields")
    assert sight.content_region.contains_region(row.region), name
    shown = " ".join(
        strip.crop(row.region.x, row.region.right).text for strip in strips(pilot)[row.region.y : row.region.bottom]
    )
    last = editor.values[name].split()[-1:]
    assert not last or not isinstance(editor.focused, NoteArea) or last[0] in shown


async def test_the_columns_change_with_the_screen_and_what_is_written_stays_in_sight(demo: Caseload) -> None:
    async with open_app(demo, (120, 40)) as pilot:
        await highlight(pilot, demo.one("maya"))
        await command(pilot, "edit-pact", "reword-pact")
        editor = pilot.app.screen
        left, right = (column.region for column in editor.query(".pact-column"))
        assert (left.y, left.right <= right.x) == (right.y, True)
        editor.set_focus(editor.query_one("#field-others"))
        await resize(pilot, 60, 20)
        left, right = (column.region for column in editor.query(".pact-column"))
        assert left.bottom <= right.y
        assert_seen_whole(pilot, "others")
        assert "Who else" in drawn(pilot)


async def test_the_arrows_go_from_field_to_field_past_the_ends_of_a_box(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("maya"))
        await command(pilot, "edit-pact", "reword-pact")
        editor = pilot.app.screen
        visited = []
        for _ in range(40):
            visited += [editor.focused.id] if editor.focused.id not in visited[-1:] else []
            if editor.focused.id == "field-target_on":
                break
            await press(pilot, "down")
        assert visited == [f"field-{name}" for name in WORDS]
        await press(pilot, "up", "up", "up", "up")
        assert editor.focused.id == "field-others"
