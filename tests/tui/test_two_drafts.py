"""Two terminals that type into the same form: the next start offers what both typed."""

import pytest
from app_case import case_screen, command, highlight, open_app, press

from advisory.casework.caseload import Caseload
from advisory.store import Drafts
from advisory.tui.unsaved import NOTE, Unsaved, joined


def typed_by_two(caseload: Caseload, form: str, about: str) -> None:
    two = [Unsaved(Drafts(caseload.store.folder)) for _ in range(2)]
    for unsaved, text in zip(two, ("eva from one", "leo from two"), strict=True):
        unsaved.keep(form, about, {"text": text}, caseload.now())


@pytest.mark.parametrize("leaves_by", ["saving", "throwing it away", "escape"])
async def test_a_note_of_two_is_offered_whole_and_goes_whole(demo: Caseload, leaves_by: str) -> None:
    maya = demo.one("maya")
    typed_by_two(demo, NOTE, maya.id)
    async with open_app(demo) as pilot:
        await highlight(pilot, maya)
        await command(pilot, "check-in")
        area = case_screen(pilot).check_in_line.area
        assert area.text == "eva from one\nleo from two"
        if leaves_by == "throwing it away":
            area.text = ""
        await press(pilot, "enter" if leaves_by == "saving" else "escape")
    left = [draft.fields["text"] for draft in Drafts(demo.store.folder).all()]
    assert left == (["eva from one\nleo from two"] if leaves_by == "escape" else [])
    assert len(list((demo.store.folder / "drafts").iterdir())) == len(left)


async def test_a_group_entry_of_two_is_offered_whole(demo: Caseload) -> None:
    typed_by_two(demo, "group", "")
    async with open_app(demo) as pilot:
        await command(pilot, "group")
        await press(pilot, "escape")
    assert [draft.fields["text"] for draft in Drafts(demo.store.folder).all()] == ["eva from one\nleo from two"]


async def test_what_another_terminal_keeps_is_not_overwritten_by_this_one(demo: Caseload) -> None:
    maya = demo.one("maya")
    async with open_app(demo) as pilot:
        Drafts(demo.store.folder).save(NOTE, maya.id, {"text": "from the other"}, demo.now())
        await highlight(pilot, maya)
        await command(pilot, "check-in")
        case_screen(pilot).check_in_line.area.text = "from this one"
        await press(pilot, "escape")
    assert {draft.fields["text"] for draft in Drafts(demo.store.folder).all()} == {"from the other", "from this one"}


@pytest.mark.parametrize(
    ("older", "newer", "both"),
    [
        ({"text": "a", "kind": "quick_touch"}, {"text": "b", "kind": "note"}, {"text": "a\nb", "kind": "note"}),
        ({"text": "a"}, {"text": "a"}, {"text": "a"}),
        ({"mine": "a\nb"}, {"mine": "a\nc"}, {"mine": "a\nb\nc"}),
        ({"text": "ab"}, {"text": "a"}, {"text": "ab"}),
        ({"text": "a"}, {"text": ""}, {"text": "a"}),
        ({"line-s0000001": "x"}, {"line-s0000002": "y"}, {"line-s0000001": "x", "line-s0000002": "y"}),
        ({"ticked": "s1"}, {"ticked": "s2"}, {"ticked": "s2"}),
    ],
)
def test_sentences_are_put_under_each_other_and_the_rest_is_the_newer(
    older: dict[str, str], newer: dict[str, str], both: dict[str, str]
) -> None:
    assert joined(older, newer) == both
