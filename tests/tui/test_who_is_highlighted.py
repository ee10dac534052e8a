"""After every command that writes, the highlighted student is the one written about, and the message names what was written."""

import pytest
from app_case import case_screen, command, do, drawn, fill_in, highlight, message, open_app, press
from defense_case import near_plan, without_season
from record_case import TODAY
from textual.pilot import Pilot

from advisory.caseload.caseload import Caseload
from advisory.casework.promise.make import make_promise
from advisory.model import CheckIn, FollowUp
from advisory.model.words import PromiseStatus
from advisory.tui.commands.registry import COMMANDS, MODES, commands_of
from advisory.tui.dialogs.dialog import Dialog
from advisory.tui.dialogs.form.form import FormDialog
from advisory.tui.dialogs.pick import PickDialog

WRITES: dict[str, tuple[dict[str, str], str]] = {
    "touch": ({}, "een today"),
    "not-here": ({}, "Not here"),
    "away": ({"until": "fri"}, "Not here until Fri"),
    "move-on": ({"key": "", "reason": "A good talk"}, "Partnership"),
    "move-back": ({"key": "", "reason": "A hard week"}, "Partnership"),
    "add-sign": ({"line": "Half a page, unasked"}, "Sign noted: "),
    "set-step": ({"step": "Walk past the boathouse"}, "Walk past"),
    "focal": ({}, "ocal"),
    "plan": ({"on": "+14"}, "Planned for "),
    "promise": ({"text": "bring the atlas"}, "Promised: bring the atlas"),
    "promise-done": ({}, "Done: "),
    "snooze": ({}, "Snoozed until tomorrow: "),
    "promise-drop": ({"why": "Somebody else did"}, "Promise dropped: "),
    "mark-line": ({}, "today: "),
    "mark-day": ({"on": "yest"}, "yesterday: "),
    "review-pact": ({"line": "Two of three"}, "Review saved: "),
    "set-aside": ({}, "Pact paused: "),
    "close-pact": ({"outcome": "met", "said": "I can do it", "comes_next": "rest"}, "Closed, met: "),
    "evidence": ({"seen": "Drew the bar first", "source": "quiz"}, "Evidence noted: "),
    "insight": ({"thinking": "Adds across", "misconception": "Tops and bottoms add"}, "Insight "),
    "know": ({"text": "Rows before school"}, "Saved: "),
    "delete-check-in": ({}, "Deleted: "),
    "edit-student": ({"grade": "9"}, "Student edited"),
    "choose-focal": ({}, "ocal"),
    "step-milestone": ({}, ": "),
    "practice": ({"glows": "Clear start"}, "Practice 2 noted"),
    "milestone-day": ({"on": "11/25"}, "Another day: "),
    "waive-milestone": ({}, ": "),
    "edit-defense": ({"place": "Room 12"}, "edited"),
    "delete-defense": ({}, "; u brings it back"),
}
"""Command → what is filled into its form, and what its message says of what was written."""
OTHERWISE = {
    "check-in", "capture", "group", "undo", "redo",
    "feedback", "draft-pact", "reword-pact", "agreements", "discard-pact", "discard-draft", "edit-fact", "forget-fact", "trash",
    "archive-student", "unarchive-student", "delete-student", "put-away", "merge-students", "survey", "add-student", "import-roster",
    "change-setting", "add-to-calendar", "remove-from-calendar", "import-days-off",
    "change-words", "add-words", "say-yes", "own-mark", "own-hand",
    "end-pacts", "pause-pacts", "carry-on", "leave-together",
    "add-defense", "add-to-plan", "close-defense", "rename-tag", "merge-tags", "hide-tag", "transition",
}  # fmt: skip
"""Commands that write, but go through more than one form, write about several students or nobody, or stand beside one."""
WRITES_NOTHING = {
    "search-everything", "found-sensitive", "private-notes", "tags", "copy", "sheet", "shared", "delete-share-file",
    "take-next", "open", "finish-jots", "edit-pact", "next-pact", "pact-history", "pact-page", "panel-page", "calendar-file", "beside", "covered",
    "other-pact", "turn-back", "turn-back-now", "sensitive-facts", "last-note", "time", "families", "picture", "open-insights", "student-card", "sort",
    "previous-student", "next-student", "history", "export", "find", "shade", "unshade", "backup", "timer", "week-review", "step-on",
    "step-back", "year", "year-end", "tick", "settings", "theme", "suspend", "help", "palette", "back", "quit", "line-up", "line-up-k", "line-down",
    "column-left", "column-right", "next-section", "previous-section", "fold", "unfold", "page-up", "page-down",
    "first-line", "last-line", *(f"show-{mode.replace('_', '-')}" for mode in MODES),
}  # fmt: skip


def test_every_command_is_known_to_write_or_not() -> None:
    known = [*WRITES, *OTHERWISE, *WRITES_NOTHING]
    assert sorted(known) == sorted(one.id for one in COMMANDS)


async def answered(pilot: Pilot[None], values: dict[str, str]) -> None:
    """Pick what is offered first, or something new, and fill in the form."""
    for _ in range(12):  # more would be a form that is never taken
        dialog = pilot.app.screen
        if not isinstance(dialog, Dialog):
            return
        if isinstance(dialog, PickDialog):
            await press(pilot, *["down"] * (len(dialog._options) if dialog._options[-1][0] == "new" else 0), "enter")
        elif isinstance(dialog, FormDialog):
            there = {field.name for field in dialog._fields}
            await fill_in(pilot, **{name: value for name, value in values.items() if name in there})
            assert pilot.app.screen is not dialog, drawn(pilot)
        else:
            pytest.fail(drawn(pilot))
    pytest.fail(drawn(pilot))


@pytest.mark.parametrize(
    "screen",
    [
        "today",
        "week",
        "pact",
        "caseload",
        "board",
        "log",
        "pacts",
        "known_well",
        "defenses",
        "card",
        "insights",
        "defense",
    ],
)
async def test_the_highlight_stays_with_whoever_was_written_about(demo: Caseload, screen: str) -> None:
    for student in demo.students:
        make_promise(demo, student.id, "carry the boat", due_on=TODAY)
    if screen in {"defenses", "defense"}:
        without_season(demo)
        near_plan(demo)
    async with open_app(demo, screen=screen) as pilot:
        if screen == "defenses":
            await press(pilot, "right", "right")  # to a milestone that is open: a day that is ready stays
        for one in commands_of(screen):
            if one.id not in WRITES or not case_screen(pilot).highlighted.has(one.needs):
                continue
            values, says = WRITES[one.id]
            student_id, seq = case_screen(pilot).highlighted.student, demo.store.seq
            await do(pilot, one.id)
            await answered(pilot, values)
            if one.id == "promise-done" and demo.store.seq == seq:  # named first
                await do(pilot, one.id)
            if demo.store.seq == seq:
                continue  # not in this stage, or not on this line
            assert tuple(next(iter(demo.store.changes())).students) == (student_id,), one.id
            assert says in message(pilot), (one.id, message(pilot))
            assert message(pilot).endswith(f" · {demo.shorts[student_id]}"), (one.id, message(pilot))
            assert case_screen(pilot).highlighted.student == student_id, one.id
            await do(pilot, "undo")
            assert message(pilot).endswith(demo.shorts[student_id]), (one.id, message(pilot))
            assert case_screen(pilot).highlighted.student == student_id, one.id
            await do(pilot, "redo", "undo")
            assert case_screen(pilot).highlighted.student == student_id, one.id


async def test_a_note_about_another_highlights_them(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        kai = demo.one("kai")
        await press(pilot, "+", *"kai hi", "enter")
        assert case_screen(pilot).highlighted.student == kai.id
        await press(pilot, "u")
        assert case_screen(pilot).highlighted.student == kai.id
        await press(pilot, "+", *"maya,kai hi", "enter")
        assert case_screen(pilot).highlighted.student == demo.one("maya").id, drawn(pilot)


async def test_a_row_that_left_its_list_stays_until_the_cursor_leaves_it(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        student_id = case_screen(pilot).highlighted.student
        await press(pilot, "c", *"Hi", "enter")
        assert f"▸ {demo.names[student_id]} · seen today" in drawn(pilot)
        await press(pilot, "ctrl+l")
        assert demo.names[student_id] not in drawn(pilot)
        assert "· seen today" in drawn(pilot)
        await press(pilot, "ctrl+l", "ctrl+l", "j")
        assert "· seen today" not in drawn(pilot)


async def test_who_was_archived_is_not_followed_by_the_next_one(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("diego"))
        await do(pilot, "archive-student")
        await fill_in(pilot, how="archived")
        seq = demo.store.seq
        await command(pilot, "focal")
        assert demo.store.seq == seq
        assert message(pilot) == "No student is highlighted."


async def test_who_was_archived_while_finding_stays_highlighted_when_everybody_is_shown_again(demo: Caseload) -> None:
    async with open_app(demo, screen="caseload") as pilot:
        await press(pilot, "slash", *"kai", "enter", "A")
        await fill_in(pilot, how="graduated")
        await press(pilot, "escape")
        assert "Kai Tran · left your caseload" in drawn(pilot)
        before = len(demo.check_ins)
        await press(pilot, "space")
        assert len(demo.check_ins) == before
        await press(pilot, "down")
        assert "left your caseload" not in drawn(pilot)


@pytest.mark.parametrize("screen", ["caseload", "board"])
async def test_x_twice_never_closes_a_promise_that_was_not_named(demo: Caseload, screen: str) -> None:
    maya = demo.one("maya")
    make_promise(demo, maya.id, "carry the boat", due_on=TODAY)

    def left() -> int:
        return sum(one.is_mine and one.status is PromiseStatus.OPEN for one in demo.store.of_student(FollowUp, maya.id))

    async with open_app(demo, screen=screen) as pilot:
        await highlight(pilot, maya)
        before, first, then = left(), *demo.summary(maya.id).promises[:2]
        if screen == "board":  # the card shows no promise
            await command(pilot, "promise-done")
            assert message(pilot).startswith(f"x again marks this as done: {first.text[:10]}")
        await command(pilot, "promise-done")
        assert message(pilot).startswith(f"Done: {first.text[:10]}")
        assert f"next: {then.text[:10]}" in message(pilot)
        await command(pilot, "promise-done")
        assert left() == before - 1
        assert message(pilot).startswith(f"x again marks this as done: {then.text[:10]}")
        await command(pilot, "promise-done")
        assert left() == before - 2
        assert message(pilot).startswith(f"Done: {then.text[:10]}")


async def test_nobody_is_seen_and_not_here_at_once(demo: Caseload) -> None:
    diego = demo.one("diego")
    async with open_app(demo) as pilot:
        await highlight(pilot, diego)
        await command(pilot, "touch", "not-here")
        assert message(pilot).startswith("Not here today: no longer marked as seen")
        assert demo.check_ins_on(diego.id, TODAY) == []
        await command(pilot, "undo")
        assert len(demo.check_ins_on(diego.id, TODAY)) == 1
        assert not demo.calendar.is_away(diego.id, TODAY)
        await command(pilot, "undo", "not-here", "touch")
        assert message(pilot).startswith("Here after all, seen today")
        assert not demo.calendar.is_away(diego.id, TODAY)
        await command(pilot, "undo")
        await press(pilot, "c", *"Hi", "enter")
        assert message(pilot).startswith("Saved: one-to-one, today; here after all")
        assert not demo.calendar.is_away(diego.id, TODAY)
        await command(pilot, "not-here")
        assert message(pilot).startswith("Already seen today: one-to-one")
        assert "Diego" in message(pilot)
        assert not demo.calendar.is_away(diego.id, TODAY)


@pytest.mark.parametrize("screen", ["log", "card"])
async def test_d_twice_never_deletes_a_record_that_was_not_named(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        if screen == "log":
            await press(pilot, "slash", *"maya", "enter")
        before = len(demo.store.trash(CheckIn))

        def deleted() -> int:
            return len(demo.store.trash(CheckIn)) - before

        for key, count, said in (
            ("d", 1, "Deleted: "),
            ("d", 1, "d again deletes this: "),
            ("d", 2, "Deleted: "),
            ("d", 2, "d again deletes this: "),
        ):
            await press(pilot, key)
            assert (deleted(), message(pilot).startswith(said)) == (count, True), message(pilot)
        await press(pilot, "j", "d")
        assert deleted() == 3


async def test_the_highlight_goes_along_from_screen_to_screen(demo: Caseload) -> None:
    kai, diego = demo.one("kai"), demo.one("diego")
    async with open_app(demo, screen="today") as pilot:
        await press(pilot, "2")
        await highlight(pilot, kai)
        await press(pilot, "c", *"Hi", "enter")
        for key in "136425":
            await press(pilot, key)
            screen = case_screen(pilot)
            if screen.key_of(kai.id):
                assert screen.highlighted.student == kai.id, (key, drawn(pilot))
            else:
                instead = screen.highlighted.student
                assert message(pilot).startswith(f"{demo.shorts[kai.id]} has no line here"), message(pilot)
                assert not instead or demo.shorts[instead] in message(pilot)
        await press(pilot, "2")
        await highlight(pilot, diego)
        for stem in ("time", "week", "year"):
            await case_screen(pilot).open_over(stem)
            screen = case_screen(pilot)
            assert screen.highlighted.student == diego.id or not screen.key_of(diego.id), drawn(pilot)
            await press(pilot, "3" if stem == "year" else "escape")
        assert case_screen(pilot).highlighted.student == diego.id


async def test_the_row_that_stands_in_goes_when_the_screen_is_left(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        key = next(key for key in case_screen(pilot).body.keys if key.startswith("promises:"))
        case_screen(pilot).body.go_to(key)
        await press(pilot, "x")
        assert f"▸ {demo.names[case_screen(pilot).highlighted.student]} · promise done" in drawn(pilot)
        student_id = case_screen(pilot).highlighted.student
        await press(pilot, "2", "1")
        assert "· promise done" not in drawn(pilot)
        assert case_screen(pilot).highlighted.student == student_id
