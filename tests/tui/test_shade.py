"""ctrl+l hides names and notes: on every screen, in every dialog, inside every box, and with the text intact."""

import re
from pathlib import Path

import msgspec
import pytest
from app_case import (
    WIDE,
    case_screen,
    click,
    command,
    drawn,
    fill_in,
    go_to,
    highlight,
    message,
    open_app,
    press,
    resize,
    settle,
    wait_until,
)
from examples import some_of

from advisory.caseload.caseload import Caseload
from advisory.casework.partnership.add_sign import add_sign
from advisory.casework.partnership.edit_catalogue import add_to_catalogue
from advisory.casework.partnership.move_stage import move_stage
from advisory.casework.student.add import add_student
from advisory.model import CheckIn, Evidence, FollowUp, KnownWell, Pact, Partnership, StageMove
from advisory.model.words import Independence, MoveReason, Stage
from advisory.store import Store
from advisory.tui.app import AdvisoryApp
from advisory.tui.commands.registry import COMMAND
from advisory.tui.prose import Shade
from advisory.tui.screens.neutral import NeutralScreen
from advisory.tui.widgets.boxes.find_line import FindLine

NEUTRAL = "advisory ^l to come back"
NOTE = "Zanzibar was where her"
_TEXTS = (
    (CheckIn, ("line", "body", "student_says")),
    (FollowUp, ("text",)),
    (Pact, ("title", "learning_target", "why", "starting_point")),
    (Partnership, ("next_step",)),
    (StageMove, ("reason",)),
    (KnownWell, ("text",)),
    (Evidence, ("seen", "next_step")),
)


class Told:
    """What must not be seen: every name, and the beginning of every text that was written about anybody."""

    def __init__(self, caseload: Caseload) -> None:
        names = {
            name
            for student in caseload.everyone
            for name in (student.given_name, student.family_name, student.preferred_name, student.pronounce)
            if name
        }
        self._names = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names))
        self._texts = {
            getattr(record, field)[:18].strip()
            for kind, fields in _TEXTS
            for record in caseload.store.all(kind)
            for field in fields
        } - {""}

    def seen_in(self, shown: str) -> list[str]:
        return self._names.findall(shown) + [text for text in (*self._texts, NOTE[:8]) if text in shown]


@pytest.fixture(scope="module")
def told(demo_folder: Path) -> Told:
    store = Store.open(demo_folder)
    told = Told(Caseload(store))
    store.close()
    return told


@pytest.mark.parametrize("screen", COMMAND["check-in"].where)
async def test_a_screen_tells_no_name_and_no_note(demo: Caseload, told: Told, screen: str) -> None:
    async with open_app(demo, WIDE, screen=screen) as pilot:
        before, key = drawn(pilot), case_screen(pilot).body.key
        assert told.seen_in(before)
        await command(pilot, "shade")
        assert told.seen_in(drawn(pilot)) == []
        assert message(pilot).startswith("Hidden.")
        await press(pilot, "G")
        assert told.seen_in(drawn(pilot)) == []
        await press(pilot, "home")
        case_screen(pilot).body.go_to(key)
        await command(pilot, "shade")
        assert drawn(pilot).split() == NEUTRAL.split()
        await command(pilot, "shade")
        assert drawn(pilot) == before


@pytest.mark.parametrize("hidden", [1, 2])
async def test_one_key_shows_the_names_again_and_writes_nothing_that_is_being_typed(
    demo: Caseload, told: Told, hidden: int
) -> None:
    async with open_app(demo) as pilot:
        seq = demo.store.seq
        await press(pilot, "c", *NOTE, *["ctrl+l"] * hidden)
        assert told.seen_in(drawn(pilot)) == []
        await press(pilot, "ctrl+n")
        assert NOTE in drawn(pilot)
        assert pilot.app.desk.prose.shade is Shade.OFF
        assert demo.store.seq == seq
        await press(pilot, "ctrl+n", "ctrl+l", "ctrl+n", "ctrl+l")
        assert told.seen_in(drawn(pilot)) == []


async def test_beside_the_student_and_over_a_hidden_form_that_key_does_nothing(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await press(pilot, "ctrl+l", "o", "ctrl+n")
        assert pilot.app.desk.prose.is_shaded
        await press(pilot, "escape", "ctrl+n", "v", "ctrl+l", "ctrl+n")
        assert drawn(pilot).split() == NEUTRAL.split()


async def test_what_was_chosen_from_a_list_about_a_student_is_hidden_too(demo: Caseload) -> None:
    maya, kai = demo.one("maya"), demo.one("kai")
    own = add_to_catalogue(demo, Stage.RAPPORT, "came on the rainy day")
    move_stage(demo, maya.id, Stage.RAPPORT, "", reason_key=MoveReason.I_BROKE_A_COMMITMENT)
    add_sign(demo, maya.id, own.key)
    assert demo.summary(kai.id).stage is Stage.COGNITIVE_INSIGHT
    labels = {sign.label for sign in demo.catalogue.values()} | {MoveReason.I_BROKE_A_COMMITMENT.label}
    labels |= {word.label for word in Independence}

    def seen(shown: str) -> set[str]:
        return {label for label in labels if label in " ".join(shown.split())}

    async with open_app(demo, WIDE, screen="board") as pilot:
        await highlight(pilot, maya)
        assert {"came on the rainy day", "you broke a commitment"} <= seen(drawn(pilot))
        await command(pilot, "shade")
        await highlight(pilot, kai)
        assert seen(drawn(pilot)) == set()
        await highlight(pilot, maya)
        assert seen(drawn(pilot)) == set()
        await press(pilot, "i")
        assert "✓" not in drawn(pilot)
        await press(pilot, "enter")
        assert seen(pilot.app.screen._opening.heading) == set()
        await press(pilot, "escape", "enter")
        card = ["".join(span.text for span in row.draw(100)) for row in case_screen(pilot).body.rows]
        assert any(text.strip().startswith("── The partnership") for text in card)
        assert seen(" ".join(card)) == set()


@pytest.mark.parametrize("screen", COMMAND["check-in"].where)
async def test_inside_the_check_in_box(demo: Caseload, told: Told, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        student_id = case_screen(pilot).highlighted.student
        await command(pilot, "check-in")
        case_screen(pilot).notes.line.area.text = NOTE
        await press(pilot, "end", "s")
        await press(pilot, "ctrl+l")
        assert told.seen_in(drawn(pilot)) == []
        await press(pilot, "x", "ctrl+l")
        assert drawn(pilot).split() == NEUTRAL.split()
        await press(pilot, "ctrl+l")
        area = case_screen(pilot).notes.line.area
        assert area.text == f"{NOTE}sx"
        assert f"{NOTE}sx" in drawn(pilot)
        assert pilot.app.screen.focused is area
        await press(pilot, "enter")
    assert f"{NOTE}sx" in {check_in.line for check_in in demo.store.check_ins_of(student_id)}


@pytest.mark.parametrize("screen", ["caseload", "board", "log", "pacts"])
async def test_inside_the_find_box(demo: Caseload, told: Told, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        await command(pilot, "find")
        case_screen(pilot).query_one(FindLine).value = "Maya"
        await press(pilot, "ctrl+l")
        assert told.seen_in(drawn(pilot)) == []
        await press(pilot, "ctrl+l", "ctrl+l")
        assert case_screen(pilot).query_one(FindLine).value == "Maya"
        assert "Maya" in drawn(pilot)
        assert isinstance(pilot.app.screen.focused, FindLine)


async def test_another_size_under_a_screen_that_lies_over_it_leaves_nothing_drawn_as_it_was_hidden_there(
    demo: Caseload, told: Told
) -> None:
    async with open_app(demo, screen="today") as pilot:
        names = ["Jordan Reed", "Teddy Papadakis       you promised: find three sample poems"]
        await press(pilot, "E", "ctrl+l")
        await resize(pilot, 79, 24)
        await press(pilot, "ctrl+l")
        assert names[0] in drawn(pilot)  # above the form
        await press(pilot, "escape")
        assert all(name in drawn(pilot) for name in names)
        await press(pilot, "ctrl+l", "enter", "ctrl+n")
        assert told.seen_in(drawn(pilot))
        await resize(pilot, 80, 24)
        await press(pilot, "ctrl+l", "escape")
        assert case_screen(pilot).stem == "today"
        assert told.seen_in(drawn(pilot)) == []


DIALOGS = ("E", "N", "P", "o", "z z", "Z", "D", "g", "t", "greater_than_sign", "X", "I", "question_mark", "ctrl+p")
"""Keys that open one; the first z puts a promise off without asking."""


async def test_over_a_dialog_there_is_only_the_neutral_screen(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("maya"))
        for key in some_of(DIALOGS):
            await press(pilot, *key.split())
            dialog, before = pilot.app.screen, drawn(pilot)
            assert dialog.id != "caseload", key
            await press(pilot, "ctrl+l")
            assert drawn(pilot).split() == NEUTRAL.split(), key
            await press(pilot, "escape", "a", "enter")
            assert drawn(pilot).split() == NEUTRAL.split(), key
            await press(pilot, "ctrl+l")
            assert pilot.app.screen is dialog, key
            assert drawn(pilot).split() == before.split(), key
            await press(pilot, "escape")


async def test_a_dialog_opened_under_the_shade_tells_nothing_either(demo: Caseload, told: Told) -> None:
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("maya"))
        await press(pilot, "ctrl+l")
        for key in some_of(DIALOGS, 1):
            await press(pilot, *key.split())
            assert pilot.app.screen.id != "caseload", key
            assert set(told.seen_in(drawn(pilot))) <= {"fractions"}, key  # an example in the form for a pact
            if key == "ctrl+p":
                await press(pilot, *"Maya")
                assert told.seen_in(drawn(pilot)) == []
            await press(pilot, "escape")


@pytest.mark.parametrize("screen", ["log", "card"])
async def test_a_check_in_opened_under_the_shade_is_covered_and_can_be_saved_whole(
    demo: Caseload, told: Told, screen: str
) -> None:
    async with open_app(demo, screen=screen) as pilot:
        shown = case_screen(pilot).highlighted.check_in
        await press(pilot, "ctrl+l", "enter")
        assert told.seen_in(drawn(pilot)) == []
        await fill_in(pilot, minutes="7")
        assert told.seen_in(drawn(pilot)) == []
    changed = demo.store.need(CheckIn, shown.id)
    assert (changed.line, changed.minutes) == (shown.line, 7)


async def test_what_is_said_names_only_initials(demo: Caseload, told: Told) -> None:
    maya = demo.one("maya")
    async with open_app(demo) as pilot:
        await highlight(pilot, maya)
        await press(pilot, "ctrl+l")
        for keys in (("c", "h", "i", "enter"), ("u",), ("ctrl+r",), ("x",), ("c", "h", "escape"), ("A",)):
            await press(pilot, *keys)
            assert message(pilot)
            assert told.seen_in(drawn(pilot)) == []
        assert "MO" in message(pilot).replace(".", "").replace(" ", "")


@pytest.mark.parametrize("screen", ["board", "log", "pacts", "card"])
async def test_what_was_said_before_is_not_left_standing_on_another_screen(
    demo: Caseload, told: Told, screen: str
) -> None:
    async with open_app(demo) as pilot:
        await press(pilot, "c", "A", "enter")
        assert told.seen_in(message(pilot))
        await go_to(pilot, screen)
        await press(pilot, "ctrl+l", "escape", "2")
        assert told.seen_in(drawn(pilot)) == []


async def test_a_refusal_that_names_somebody_names_initials(demo: Caseload, told: Told) -> None:
    number = demo.one("kai").student_number
    assert number
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("maya"))
        await press(pilot, "ctrl+l", "E")
        await fill_in(pilot, student_number=number)
        assert "belongs to" in drawn(pilot)
        assert told.seen_in(drawn(pilot)) == []
        await press(pilot, "escape")
        assert told.seen_in(drawn(pilot)) == []


async def test_a_roster_read_under_the_shade_tells_how_many_and_not_who(caseload: Caseload, tmp_path) -> None:
    add_student(caseload, given_name="Maya", family_name="Okafor")
    (tmp_path / "names.txt").write_text("Kai Tran\nKai Tran\nMaya Okafor\n")
    async with open_app(caseload) as pilot:
        await press(pilot, "ctrl+l", "I")
        await fill_in(pilot, file=str(tmp_path / "names.txt"))
        assert "new" in drawn(pilot)
        assert not re.search("Kai|Tran|Maya|Okafor", drawn(pilot))


async def test_on_the_neutral_screen_every_other_key_is_dead(demo: Caseload) -> None:
    before = demo.store.seq
    async with open_app(demo) as pilot:
        await press(pilot, "ctrl+l", "ctrl+l")
        await press(pilot, "escape", "enter", "q", "c", "u", "2", "ctrl+p", "question_mark", "tab", "x")
        assert isinstance(pilot.app.screen, NeutralScreen)
        assert drawn(pilot).split() == NEUTRAL.split()
        assert not pilot.app._exit
        await click(pilot, offset=(10, 3))
        await press(pilot, "ctrl+l")
        assert pilot.app.screen.id == "caseload"
    assert demo.store.seq == before


async def test_left_alone_it_hides_everything(demo: Caseload) -> None:
    app = AdvisoryApp(demo)
    settings = app.desk.configuration.settings
    app.desk.configuration.settings = msgspec.structs.replace(settings, idle_shade=1)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "c", "h")
        app.touched_at -= 50
        await press(pilot, "i")
        app.touched_at -= 50
        app._shade_when_idle()
        await settle(pilot)
        assert pilot.app.screen.id == "today"  # a key counts as being there
        app.desk.configuration.settings = msgspec.structs.replace(settings, idle_shade=0.1 / 60)
        app.action_watch_idle()
        await wait_until(pilot, lambda: isinstance(app.screen, NeutralScreen))
        assert drawn(pilot).split() == NEUTRAL.split()
        assert app.desk.prose.shade is Shade.NEUTRAL
        await press(pilot, "ctrl+l")
        assert case_screen(pilot).notes.line.area.text == "hi"


async def test_no_idle_shade_when_it_was_chosen_away(demo: Caseload) -> None:
    (demo.store.folder / "settings.json").write_text('{"idle_shade": 0}')
    async with open_app(demo) as pilot:
        await pilot.pause(0.3)
        assert pilot.app.desk.configuration.settings.idle_shade == 0
        assert pilot.app.screen.id == "caseload"


async def test_two_with_the_same_initials_are_both_hidden(caseload: Caseload) -> None:
    for given_name in ("Maya", "Mona"):
        add_student(caseload, given_name=given_name, family_name="Okafor")
    async with open_app(caseload) as pilot:
        await press(pilot, "ctrl+l")
        assert len(case_screen(pilot).body.rows) == 3
        assert "Okafor" not in drawn(pilot)
