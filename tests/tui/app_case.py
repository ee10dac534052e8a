"""What the tests of the screens share: opening the app without a terminal, and what is drawn on its screen."""

import asyncio
import shutil
import time
import unicodedata
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

from record_case import NOW, TODAY
from rich.cells import cell_len
from textual import events
from textual._context import visible_screen_stack
from textual.keys import _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip

from advisory.caseload.caseload import Caseload
from advisory.model import Student
from advisory.store import Store
from advisory.tui.app import AdvisoryApp
from advisory.tui.commands.registry import COMMAND
from advisory.tui.screens.base.case_screen import CaseScreen

SIZES = ((60, 20), (80, 24), (120, 40))
WIDE = SIZES[-1]
"""With the second pane. Drawing it is most of what a test costs, so those that need no more have a smaller screen."""
PATIENCE = 30.0
"""Seconds for a slow machine; nothing waits as long unless something is wrong."""
A_MOMENT = 0.02
"""Seconds: what an app does so soon, such as drawing, is waited for; what it does later is not."""
KEPT_MARKS = set("\u200c\u200d")
"""What belongs to names and emoji as people write them, though it is invisible."""
NOBODY_YET = "Your caseload is empty. N adds a student, I imports a roster."
MODES = {"today": "1", "caseload": "2", "board": "3", "log": "4", "pacts": "5", "known_well": "6", "defenses": "7"}

OPENS_AT = {mode: type(AdvisoryApp.__name__, (AdvisoryApp,), {"DEFAULT_MODE": mode}) for mode in MODES}


def caseload_in(store: Store) -> Caseload:
    """The caseload in a store, as of the day of these tests."""
    return Caseload(store, today=lambda: TODAY, now=lambda: NOW)


def copied(folder: Path, tmp_path: Path) -> Iterator[Caseload]:
    """A fixture's caseload in a copy of a folder, to do with as a test likes."""
    shutil.copytree(folder, tmp_path / "copied")
    store = Store.open(tmp_path / "copied")
    yield caseload_in(store)
    store.close()


@asynccontextmanager
async def open_app(
    caseload: Caseload, size: tuple[int, int] = (80, 24), *, screen: str = "caseload"
) -> AsyncIterator[Pilot[None]]:
    """The app on a caseload, standing on a screen; those that lie over another lie over Today."""
    app = OPENS_AT.get(screen, AdvisoryApp)(caseload)  # going there from Today would draw Today first
    app.animation_level = "none"  # as advisory.opening has it
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await go_to(pilot, screen)
        yield pilot


async def go_to(pilot: Pilot[None], screen: str) -> None:
    """Come to a screen from one of the modes."""
    if screen == "card":
        first = pilot.app.desk.caseload.students[0]
        await case_screen(pilot).open_over("card", first.id)
    elif screen == "pact":
        pacts = [line.pact for line in pilot.app.desk.caseload.summaries if line.pact]
        for pact in sorted(pacts, key=lambda pact: not pact.agreements)[:1]:
            await case_screen(pilot).open_over("pact", pact.id)
    elif screen == "defense":
        for plan in pilot.app.desk.caseload.defenses[:1]:
            await case_screen(pilot).open_over("defense", plan.id)
    elif screen in {"week", "insights", "year", "time", "families", "settings", "tags", "shared", "year_end"}:
        await case_screen(pilot).open_over(screen)
    elif screen == "search":
        await case_screen(pilot).open_over(screen, "kind:check-in ")
        await settle(pilot)
        await press(pilot, "enter")  # from the box to the list
    elif screen != case_screen(pilot).stem:
        await case_screen(pilot).show_mode(screen)
    await settle(pilot)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until everything asked for is done and could be painted; a worker that waits for a dialog is done for now."""
    for _ in range(100):
        await nothing_to_do(pilot.app)
        if pilot.app._exit or not pilot.app.screen_stack:
            break
        pilot.app.screen._on_timer_update()
        await nothing_to_do(pilot.app)
        screen, workers = pilot.app.screen, pilot.app.workers
        if not _is_laid_out(screen):
            continue
        if not (isinstance(screen, CaseScreen) and any(worker.is_running for worker in workers)):
            break


async def nothing_to_do(app: AdvisoryApp) -> None:
    """Wait until nothing is left to do and nothing is due in a moment, by what the event loop itself has noted down.

    Pilot asks every widget to answer, and then looks at how busy the processor is; on a busy machine both mislead it.
    """
    loop = asyncio.get_running_loop()
    patience = loop.time() + PATIENCE
    while loop.time() < patience:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        due = min((timer.when() for timer in loop._scheduled if not timer.cancelled()), default=patience) - loop.time()
        if due > A_MOMENT or app._exit:
            return
        await asyncio.sleep(max(due, 0))


def _is_laid_out(screen: Screen) -> bool:
    return bool(screen._compositor.size) and len(screen._compositor.full_map) > 1 and not screen._layout_required


async def wait_until(pilot: Pilot[None], is_so: Callable[[], object], patience: float = PATIENCE) -> None:
    """Wait for what a clock brings about, however late a busy machine looks at the clock."""
    until = time.monotonic() + patience
    while not is_so():
        assert time.monotonic() < until, drawn(pilot)
        await pilot.pause(0.02)
    await settle(pilot)


async def resize(pilot: Pilot[None], width: int, height: int) -> None:
    """Make the terminal another size, and wait until the screen is laid out anew, however busy the machine is."""
    await pilot.resize_terminal(width, height)
    for _ in range(3):
        await settle(pilot)


def case_screen(pilot: Pilot[None]) -> CaseScreen:
    """The screen of the caseload that is shown, or lies under a dialog."""
    return next(screen for screen in reversed(pilot.app.screen_stack) if isinstance(screen, CaseScreen))


async def highlight(pilot: Pilot[None], student: Student) -> None:
    """Put the cursor on a student, on the caseload or the board."""
    case_screen(pilot).body.go_to(student.id)
    await settle(pilot)


async def do(pilot: Pilot[None], *ids: str) -> None:
    """Carry out commands, without pressing their keys."""
    for command_id in ids:
        await case_screen(pilot).action_do(command_id)
        await settle(pilot)


async def fill_in(pilot: Pilot[None], **values: str) -> None:
    """Put texts into the open form, and take it."""
    await set_fields(pilot, **values)
    await press(pilot, "ctrl+s")


async def set_fields(pilot: Pilot[None], **values: str) -> None:
    """Put texts into the open form."""
    for name, value in values.items():
        widget = pilot.app.screen.query_one(f"#field-{name}")
        if hasattr(widget, "_choices"):
            widget._at = [key for key, _ in widget._choices].index(value)
        elif hasattr(widget, "value"):
            widget.value = value
        else:
            widget.text = value
    await settle(pilot)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait until what they asked for is done. Four times as fast as Pilot's own."""
    for key in keys:
        event = key_event(key)
        event.set_sender(pilot.app)
        pilot.app.post_message(event)
        await _handed_out(pilot.app)
    await settle(pilot)


def key_event(key: str) -> events.Key:
    """A key as a terminal sends it: `>` or `greater_than_sign`, `enter`, `a`."""
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    try:
        character = unicodedata.lookup(_get_unicode_name_from_key(name))
    except KeyError:
        character = key if len(key) == 1 else None
    return events.Key(name, character)


async def _handed_out(app: AdvisoryApp) -> None:
    """Wait until the keys that were typed have been handed out, one after the other."""
    loop = asyncio.get_running_loop()
    patience = loop.time() + PATIENCE
    while loop.time() < patience:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        if app.is_idle or app._exit or not app.is_running:
            return
        await asyncio.sleep(0.0005)


async def command(pilot: Pilot[None], *ids: str) -> None:
    """Call commands by the first of their keys."""
    for command_id in ids:
        await press(pilot, COMMAND[command_id].keys.split(",")[0])


async def click(
    pilot: Pilot[None], where: str | None = None, *, offset: tuple[int, int] = (0, 0), times: int = 1
) -> None:
    """Click on the screen, or on a widget; only what is painted knows where it was clicked."""
    strips(pilot)
    await pilot.click(where, offset=offset, times=times)


def strips(pilot: Pilot[None]) -> list[Strip]:
    """What is drawn, line by line, with everything that lies underneath a dialog."""
    visible_screen_stack.set(pilot.app._background_screens)
    return pilot.app.screen._compositor.render_strips()


def drawn(pilot: Pilot[None]) -> str:
    """All text on the screen."""
    return "\n".join(strip.text for strip in strips(pilot))


def message(pilot: Pilot[None]) -> str:
    """What was said last."""
    return case_screen(pilot).status_line.text.strip()


def obeyed_characters(pilot: Pilot[None]) -> set[str]:
    """Those on the screen that a terminal would obey, or that would turn the rest of a line around."""
    return {
        character
        for strip in strips(pilot)
        for segment in strip
        for character in segment.text
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and character not in KEPT_MARKS
    }


def assert_fits(pilot: Pilot[None]) -> None:
    """Every line of the screen is just as wide as the screen."""
    width, height = pilot.app.size
    lines = strips(pilot)
    assert len(lines) == height
    for line in lines:
        assert sum(cell_len(segment.text) for segment in line) == width, line.text


def settings_of(folder: Path, text: str) -> None:
    """Write the settings by hand, as an advisor would."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.json").write_text(text, encoding="utf-8")
