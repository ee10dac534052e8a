"""Beside a student nobody else's name is drawn, whatever is pressed, clicked or called: 25 students, all named everywhere."""

import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from app_case import caseload_in, copied, drawn, resize, settle
from beside_case import Unseen, beside, click, every_key, everybody_named, type_key
from examples import some_of
from record_case import TODAY
from textual.pilot import Pilot
from textual.widgets import Input

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.promise.make import make_promise
from advisory.model import Student
from advisory.rules.names.covering.other_names import OtherNames
from advisory.rules.names.finding import fold
from advisory.store import Store, StoreError
from advisory.tui.app import AdvisoryApp
from advisory.tui.commands import moving
from advisory.tui.commands.beside.beside import agree_dialog
from advisory.tui.commands.palette.palette import Palette, PaletteProvider
from advisory.tui.commands.registry import COMMANDS
from advisory.tui.dialogs.pact.both_agree import BothAgreeDialog
from advisory.tui.dialogs.pact.own_words import OwnWordsDialog
from advisory.tui.dialogs.pick import PickDialog
from advisory.tui.screens.base.opening import open_over
from advisory.tui.screens.beside.screen import BesideScreen
from advisory.tui.screens.neutral import NeutralScreen
from advisory.tui.widgets.text.wrapped_text import WrappedText

KEYS = list(every_key())
SLOW, PROOF = pytest.mark.slow, pytest.mark.proof
PARTLY = pytest.mark.parametrize("share", [5, pytest.param(1, marks=SLOW)], ids=["partly", "all"])
"""Each fifth usually, and all of them when there is time."""
SCENES = ("page", "words", "agreeing", "own", "leaving")


@pytest.fixture(scope="module")
def class_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("class") / "home"
    store = Store.open(folder)
    everybody_named(caseload_in(store))
    store.close()
    return folder


@pytest.fixture
def everybody(class_folder: Path, tmp_path: Path) -> Iterator[Caseload]:
    yield from copied(class_folder, tmp_path)


async def come_to(pilot: Pilot[None], app: AdvisoryApp, scene: str) -> None:
    """Stand where the next key is to be pressed, wherever the last one led."""
    for _ in range(6):
        if isinstance(app.screen, NeutralScreen):
            await type_key(pilot, "ctrl+l")
        elif not isinstance(app.screen, BesideScreen):
            await type_key(pilot, "escape")
    screen = app.screen
    assert isinstance(screen, BesideScreen), f"{screen} is open"
    if scene == "words":
        await screen.action_do("change-words")
    elif scene == "own":
        await screen.action_do("own-hand")
    elif scene == "agreeing":
        screen.run_in_background(_ask_to_agree(screen))
    elif scene == "leaving":
        screen.begin_to_leave()
    await settle(pilot)


async def _ask_to_agree(screen: BesideScreen) -> None:
    pact = screen.pact
    assert pact is not None
    await screen.ask(agree_dialog(screen, "This is what changes", [(pact.learning_target, ""), (pact.why, "muted")]))


def is_in(app: AdvisoryApp, scene: str) -> bool:
    opened = {"words": OwnWordsDialog, "own": PickDialog, "agreeing": BothAgreeDialog}
    return isinstance(app.screen, opened.get(scene, BesideScreen)) and scene != "leaving"


async def leaks_by_key(
    pilot: Pilot[None], app: AdvisoryApp, unseen: Unseen, scene: str, keys: list[tuple[str, str | None]]
) -> dict[str, set[str]]:
    """Press every key in a scene; key → the names that were drawn then."""
    found = {}
    for name, character in keys:
        if not is_in(app, scene) or name == "b":
            await come_to(pilot, app, scene)
        if scene == "leaving" and name == "b":
            continue  # the one way out
        await type_key(pilot, name, character)
        if names := unseen.in_app(app):
            found[name] = names
        assert any(isinstance(screen, BesideScreen) for screen in app.screen_stack), f"{name} left the view"
    return found


def whose(caseload: Caseload, number: int) -> Student:
    """One of those with a pact in life (1), or with a draft (0)."""
    return sorted(caseload.students, key=lambda student: student.id)[number]


@pytest.mark.parametrize(
    ("scene", "number", "size", "keys"),
    [
        *((scene, 1, (80, 24), KEYS[at::4]) for at, scene in enumerate(SCENES[:4])),
        *(pytest.param(scene, 1, (60, 20), KEYS, marks=SLOW) for scene in SCENES),
        *(
            pytest.param(scene, number, size, KEYS * 2, marks=PROOF)
            for scene in SCENES
            for number in (0, 1, 8)
            for size in ((60, 20), (120, 40))
        ),
    ],
)
async def test_no_key_draws_another_name(
    everybody: Caseload, scene: str, number: int, size: tuple[int, int], keys: list[tuple[str, str | None]]
) -> None:
    student = whose(everybody, number)
    unseen = Unseen(everybody, student)
    async with beside(everybody, student, size) as (pilot, app):
        assert await leaks_by_key(pilot, app, unseen, scene, keys) == {}
        if scene == "page" and size == (80, 24):  # also those that come after the first key to leave
            assert await leaks_by_key(pilot, app, unseen, "leaving", keys[::4]) == {}


@PARTLY
async def test_nobody_s_page_names_another(everybody: Caseload, share: int) -> None:
    async with beside(everybody, whose(everybody, 0)) as (pilot, app):
        desk = app.desk
        app.screen.dismiss()
        await settle(pilot)
        beneath = drawn(pilot)
        for student in everybody.students[::share]:
            await open_over(app, desk, "beside", student.id)  # the screen that was turned to the one before
            await settle(pilot)
            screen = app.screen
            whole = "\n".join("".join(span.text for span in row.draw(80)) for row in screen.body.rows)
            unseen = Unseen(everybody, student)
            assert student.called in whole
            assert "nother student" in whole
            has_asked = any(seen.question for seen in everybody.store.check_ins_of(student.id))
            assert all((words in whole) == has_asked for words in ("4 of 5, good", "Your question for next time"))
            assert unseen.in_text(whole) | unseen.in_app(app) == set()
            assert unseen.in_text(beneath), "the search finds what there is to find"
            await screen.dismiss()


@pytest.mark.parametrize("scene", ["page", pytest.param("words", marks=SLOW), pytest.param("agreeing", marks=SLOW)])
async def test_no_command_and_no_action_by_its_name_draws_another_name(everybody: Caseload, scene: str) -> None:
    student = whose(everybody, 1)
    unseen = Unseen(everybody, student)
    async with beside(everybody, student) as (pilot, app):
        everyone = everybody.students
        before = everybody.store.seq
        actions = [(action, ("today",) * _wanted(action)) for action in _actions_of(AdvisoryApp, BesideScreen)]
        actions += [("do", (one.id,)) for one in COMMANDS if one.id != "turn-back" and not one.everywhere]
        for action, arguments in some_of(actions):
            given = ", ".join(map(repr, arguments))
            is_for_page = scene == "page" or not given  # a dialog has Textual's own actions, which want arguments
            for target in (f"app.{action}", *((f"screen.{action}", action) if is_for_page else ())):
                if not is_in(app, scene):
                    await come_to(pilot, app, scene)
                await app.screen.run_action(f"{target}({given})")
                await settle(pilot)
                assert unseen.in_app(app) == set(), target
        await come_to(pilot, app, "page")
        provider = PaletteProvider(app.screen)
        offered = [hit async for hit in provider.discover()]
        for one in everyone:
            offered += [hit async for hit in provider.search(one.called)]
        assert offered == []
        assert everybody.store.seq == before, "nothing was undone, redone or written"


def _actions_of(*kinds: type) -> list[str]:
    names = {name.removeprefix("action_") for kind in kinds for name in dir(kind) if name.startswith("action_")}
    return [*sorted(names - {"dismiss", "do"}), "dismiss"]


def _wanted(action: str) -> int:
    """How many arguments an action of the app's or the view's needs."""
    for kind in (AdvisoryApp, BesideScreen):
        method = getattr(kind, f"action_{action}", None)
        if method is not None:
            parameters = list(inspect.signature(method).parameters.values())[1:]
            return sum(one.default is one.empty and one.kind is one.POSITIONAL_OR_KEYWORD for one in parameters)
    return 0


@pytest.mark.parametrize(
    ("scene", "step"),
    [("page", 15), pytest.param("page", 4, marks=SLOW), *(pytest.param(scene, 1, marks=PROOF) for scene in SCENES)],
)
async def test_no_click_draws_another_name(everybody: Caseload, scene: str, step: int) -> None:
    student = whose(everybody, 1)
    unseen = Unseen(everybody, student)
    async with beside(everybody, student, (60, 20)) as (pilot, app):
        opened = False
        for y in range(20):
            for x in range(y % step, 60, step * 2 if y < 18 else -(-step // 4)):
                if not is_in(app, scene):
                    await come_to(pilot, app, scene)
                for _ in range(2):
                    await click(pilot, x, y)
                    assert unseen.in_app(app) == set(), (x, y)
                    opened |= isinstance(app.screen, OwnWordsDialog)
                    assert any(isinstance(screen, BesideScreen) for screen in app.screen_stack), (x, y)
        assert opened or scene != "page", "a double click opens a line"


async def test_what_happens_meanwhile_draws_no_other_name(everybody: Caseload, monkeypatch: pytest.MonkeyPatch) -> None:
    student, other = whose(everybody, 1), whose(everybody, 2)
    unseen = Unseen(everybody, student)
    async with beside(everybody, student) as (pilot, app):
        record_check_in(everybody, other.id, f"{other.full_name} waits")
        make_promise(everybody, other.id, other.full_name, due_on=TODAY)
        app.desk.clock.start(0)
        app.follower.follow()
        await settle(pilot)
        assert unseen.in_app(app) == set()

        def refuse() -> None:
            raise StoreError(f"{other.full_name}'s file can't be read")

        monkeypatch.setattr(everybody.store, "refresh", refuse)
        app.follower.follow()
        app.copy_to_clipboard(other.full_name)
        for scene in SCENES[:4]:
            await come_to(pilot, app, scene)
            for size in ((3, 1), (80, 24)):
                await resize(pilot, *size)
                assert unseen.in_app(app) == set(), (scene, size)
            await type_key(pilot, "ctrl+v")
            await type_key(pilot, "ctrl+l")
            assert unseen.in_app(app) == set(), scene
        await come_to(pilot, app, "leaving")
        await type_key(pilot, "b", "b")
        await settle(pilot)
        assert unseen.in_app(app), "and the caseload is there again"


async def test_a_leak_is_found(everybody: Caseload, monkeypatch: pytest.MonkeyPatch) -> None:
    """The proof that these tests can fail: in a text, by a key, in a note of Textual's, a tooltip and a palette."""
    student, other = whose(everybody, 1), whose(everybody, 2)
    unseen = Unseen(everybody, student)
    async with beside(everybody, student) as (pilot, app):
        screen = app.screen
        assert isinstance(screen, BesideScreen)
        assert unseen.in_app(app) == set()
        with monkeypatch.context() as planted:
            planted.setattr(OtherNames, "covered", lambda _self, text: text)
            screen.redraw(force=True)
            await settle(pilot)
            assert unseen.in_app(app) >= {fold(other.given_name)}
        screen.redraw(force=True)
        with monkeypatch.context() as planted:
            text = screen.query_one(WrappedText)
            planted.setattr(moving, "page_down", lambda _screen: text.show(f"Undid: a note, {other.called}"))
            assert set(await leaks_by_key(pilot, app, unseen, "page", [("x", "x"), ("pagedown", None)])) == {"pagedown"}
        screen.say("")
        screen.body.tooltip = other.called
        assert unseen.in_app(app)
        screen.body.tooltip = None
        await settle(pilot)
        assert unseen.in_app(app) == set()
        await app.push_screen(Palette(covered=False))
        await settle(pilot)
        app.screen.query_one(Input).value = other.called
        await settle(pilot)
        assert unseen.in_app(app)
        await app.screen.dismiss()
        app.notify(f"A draft about {other.called}")
        await settle(pilot)
        assert unseen.in_app(app)
