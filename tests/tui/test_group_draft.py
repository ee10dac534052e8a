"""What was ticked and typed in a group entry and not saved is there again, also when the app is opened anew."""

import pytest
from app_case import WIDE, do, drawn, message, open_app, press, settle, wait_until
from hypothesis import given
from hypothesis import strategies as st

from advisory.caseload.caseload import Caseload
from advisory.casework.student.add import add_student
from advisory.casework.student.archive import archive_student
from advisory.model import CheckIn
from advisory.model.words import Kind
from advisory.store import Drafts
from advisory.tui.dialogs.group_entry import GroupEntry, with_words
from advisory.tui.widgets.lists.ticks import Tick

TYPED = ("down", "space", *"Circle", "tab", "down", "enter", *"Led it", "tab", "right")
"""Without the second one; a text; a line about the third; the kind after whole group."""


@pytest.fixture
def four(caseload: Caseload) -> Caseload:
    for name in ("Ann", "Ben", "Cal", "Dee"):
        add_student(caseload, given_name=name, family_name="Lee")
    return caseload


def drafts(caseload: Caseload) -> list:
    return Drafts(caseload.store.folder).all()


def is_as_typed(pilot, caseload: Caseload) -> None:
    ids = {caseload.shorts[student.id]: student.id for student in caseload.students}
    assert pilot.app.screen.entry == GroupEntry(
        "Circle",
        Kind.PACT_REVIEW,
        frozenset({ids["Ann"], ids["Cal"], ids["Dee"]}),
        {ids["Cal"]: "Led it"},
    )


async def test_escape_keeps_it_and_it_goes_on_also_at_the_next_start(four: Caseload) -> None:
    seq = four.store.seq
    async with open_app(four, WIDE) as pilot:
        await do(pilot, "group")
        await press(pilot, *TYPED, "escape")
        assert message(pilot).startswith("Not saved yet. The group note is kept")
        await do(pilot, "group")
        is_as_typed(pilot, four)
        await press(pilot, "escape")
    async with open_app(four, WIDE, screen="today") as pilot:
        assert "✎ a group entry" in " ".join(drawn(pilot).split())
        await do(pilot, "group")
        is_as_typed(pilot, four)
        assert "[x] Cal ✎" in drawn(pilot)
        assert "^d discards it" in drawn(pilot)
        await press(pilot, "ctrl+d")
        assert pilot.app.screen.entry == GroupEntry.begun(pilot.app.screen.ticks.ticks)
        assert "throws it away" not in drawn(pilot)
        await press(pilot, "escape")
        assert message(pilot) != "Not saved yet. The group note is kept as a draft."
    assert (drafts(four), four.store.seq) == ([], seq)


@pytest.mark.parametrize("keys", [("x",), ("space",), ("tab", "enter", "x"), ("tab", "-")])
async def test_it_is_on_the_disk_half_a_second_after_the_last_key(four: Caseload, keys: tuple[str, ...]) -> None:
    async with open_app(four) as pilot:
        await do(pilot, "group")
        await press(pilot, *keys)
        await wait_until(pilot, lambda: drafts(four))
        (draft,) = drafts(four)
        entry = GroupEntry.drafted(draft.fields, pilot.app.screen.ticks.ticks)
        assert entry == pilot.app.screen.entry


async def test_what_was_refused_is_on_the_disk_at_once(four: Caseload) -> None:
    async with open_app(four) as pilot:
        await do(pilot, "group")
        await press(pilot, "tab", "-", "shift+tab", *"Circle", "enter")
        assert "Nobody is ticked" in drawn(pilot)
        assert [draft.fields["text"] for draft in drafts(four)] == ["Circle"]


async def test_it_is_kept_when_the_terminal_is_closed_in_the_middle(four: Caseload) -> None:
    async with open_app(four) as pilot:
        await do(pilot, "group")
        await press(pilot, *TYPED)
        pilot.app.leave(129)  # as on SIGHUP
    async with open_app(four, WIDE, screen="today") as pilot:
        await do(pilot, "group")
        is_as_typed(pilot, four)


async def test_saving_leaves_no_draft_and_looking_leaves_none_either(four: Caseload) -> None:
    async with open_app(four) as pilot:
        await do(pilot, "group")
        await press(pilot, *"hi", "escape")
        await do(pilot, "group")
        await press(pilot, "enter")
        assert message(pilot).startswith("Saved")
        await do(pilot, "group")
        await press(pilot, "down", "tab", "enter", "escape")
        assert message(pilot) == "Saved: whole group, today: Ann, Ben +2; it marks nobody as seen"
    assert drafts(four) == []


async def test_who_came_since_is_ticked_and_words_about_who_left_can_still_be_saved(four: Caseload) -> None:
    async with open_app(four) as pilot:
        await do(pilot, "group")
        await press(pilot, *TYPED, "escape")
        archive_student(four, four.one("cal").id)
        add_student(four, given_name="Eve", family_name="Lee")
        pilot.app.screen.redraw()
        await settle(pilot)
        await do(pilot, "group")
        assert "[x] Cal ✎" in drawn(pilot)
        assert "[x] Eve" in drawn(pilot)
        await press(pilot, "ctrl+s")
    lines = {four.shorts[c.student]: c.line for c in four.store.all(CheckIn)}
    assert lines == {"Ann": "Circle", "Cal": "Led it", "Dee": "Circle", "Eve": "Circle"}


async def test_a_draft_that_makes_no_sense_is_read_as_far_as_it_does(four: Caseload) -> None:
    Drafts(four.store.folder).save("group", "", {"text": "x", "kind": "party", "line-s0000099": "y"}, four.now())
    async with open_app(four, screen="today") as pilot:
        await do(pilot, "group")
        begun = GroupEntry.begun(pilot.app.screen.ticks.ticks)
        assert pilot.app.screen.entry == begun._replace(text="x", lines={"s0000099": "y"})
        assert "(no longer" in drawn(pilot)


KEYS = [f"s000000{number}" for number in range(1, 6)]


@given(
    text=st.text(),
    kind=st.sampled_from(Kind),
    ticked=st.sets(st.sampled_from(KEYS)),
    lines=st.dictionaries(st.sampled_from(KEYS), st.text(min_size=1)),
    here=st.lists(st.booleans(), min_size=5, max_size=5),
)
def test_any_entry_comes_back_from_its_draft(text, kind, ticked, lines, here):
    ticks = [Tick(key, key, is_here) for key, is_here in zip(KEYS, here, strict=True)]
    entry = GroupEntry(text, kind, frozenset(ticked), lines)
    fields = entry.fields(ticks)
    assert GroupEntry.drafted(fields, ticks) == entry
    assert sorted(with_words(fields)) == sorted(lines)
    assert (fields == {}) == (entry == GroupEntry.begun(ticks))
