"""Switching screens, finding, help, theme and timer: commands that change no record."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from advisory.model.glyphs import LEGEND
from advisory.rules.refusal import Refusal

from .base import Values, fill, shows_dialog
from .palette.other_words import OTHER_WORDS
from .registry import BESIDE, COMMAND, COMMANDS, commands_of, keys_of, not_here
from .themes import pick_theme

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen
    from advisory.tui.screens.caseload.screen import CaseloadScreen
    from advisory.tui.screens.today.screen import TodayScreen

_OWN = 2
"""A command of at most this many screens is one of their own, and comes first in the help."""
_LONGEST_TIMER = 240
"""The longest timer, in minutes."""


async def show_mode(screen: "CaseScreen", stem: str) -> None:
    """Switch to a mode. It highlights the student who is highlighted here, so that the next key meets the same one."""
    await screen.go_to_mode(stem)


async def open_over(screen: "CaseScreen", stem: str) -> None:
    """Open another screen over this one, such as the settings."""
    await screen.open_over(stem)


def back(screen: "CaseScreen") -> None:
    """Close the note line, stop finding, or close a screen that is open over a mode."""
    screen.back()


async def find(screen: "CaseScreen") -> None:
    """Open the find line. From Today, switch to the caseload first, where every student has a row."""
    if screen.stem == "today":
        await screen.go_to_mode("caseload")
        await screen.app.screen.run_action("do('find')")
    else:
        await screen.find()


def sort(screen: "CaseloadScreen") -> None:
    """Sort the caseload by name, or by the longest wait for a one-to-one."""
    screen.by_wait = not screen.by_wait
    screen.say("Longest without a one-to-one first." if screen.by_wait else "By name.")
    screen.redraw(force=True)


@shows_dialog
async def help_card(screen: "CaseScreen") -> None:
    """Show every key, this screen's first, then what the marks mean, and run the key that is chosen."""
    from advisory.tui.dialogs.help import Explained
    from advisory.tui.dialogs.keys import KeysDialog, Known

    highlighted, keys = screen.highlighted, screen.desk.keys
    here = sorted(commands_of(screen.stem), key=lambda one: len(one.where) > _OWN)
    dim = {one.id for one in COMMANDS if one not in here or not highlighted.has(one.needs)}
    elsewhere = [one for one in COMMANDS if one not in here and one.where != (BESIDE,)]
    known = []
    for one in (*here, *elsewhere):
        told = Explained(one.display(keys.get(one.id)), one.label, one.explained(keys), is_dim=one.id in dim)
        known.append(Known(one.id, told, OTHER_WORDS.get(one.id, "")))
    chosen = await screen.ask(KeysDialog(known, here=len(here), marks=[Explained(*one) for one in LEGEND]))
    if chosen is None:
        return
    if COMMAND[chosen] in here:
        screen.call_later(screen.run_action, COMMAND[chosen].action)
    else:
        screen.say(not_here(COMMAND[chosen]))


def palette(screen: "CaseScreen") -> None:
    """Open the palette to find a command or a student by name."""
    from .palette.palette import Palette

    screen.app.push_screen(Palette(covered=screen.desk.prose.is_shaded))


@shows_dialog
async def theme(screen: "CaseScreen") -> None:
    """Choose a theme from a list that shows each of them."""
    await pick_theme(screen)


@shows_dialog
async def timer(screen: "CaseScreen") -> None:
    """Start a timer at the top right, or stop it."""
    from advisory.tui.dialogs.form.field import Field, FieldKind

    clock = screen.desk.clock
    if clock.is_timing:
        clock.stop()
        screen.draw_time()
        screen.say("Timer stopped.")
        return

    def start(values: Values) -> None:
        minutes = values["minutes"].strip() or str(clock.usual)
        if not (minutes.isdecimal() and 0 < int(minutes) <= _LONGEST_TIMER):
            raise Refusal(f"“{minutes}” isn't a number of minutes: type one from 1 to {_LONGEST_TIMER}.")
        clock.start(int(minutes))
        screen.draw_time()
        screen.say(f"Timer set: {minutes} min; {screen.key('timer')} stops it")

    field = Field("minutes", "How many minutes?", hint=f"blank means {clock.usual}", kind=FieldKind.NUMBER)
    await fill(screen, "timer", "A timer", [field], start, does="starts")


async def leave(screen: "CaseScreen") -> None:
    """Leave the program. Text that can't be kept is asked about once, unless it has changed, and can go into another file."""
    desk, now = screen.desk, screen.desk.caseload.now
    stuck = desk.unsaved.kept_nowhere(now())
    if stuck and stuck != desk.unsaved.asked_about:
        desk.unsaved.asked_about = stuck
        screen.run_in_background(_offer_another_place(screen, stuck))
        return
    await screen.run_action("app.quit_app")


async def _offer_another_place(screen: "CaseScreen", stuck: Mapping[tuple[str, str], Mapping[str, str]]) -> None:
    from advisory.tui.dialogs.leaving import LeavingDialog
    from advisory.tui.drafts.elsewhere import keep_elsewhere, place_for
    from advisory.tui.kept_drafts import not_saved

    desk = screen.desk
    whats = not_saved(desk, stuck)
    place = place_for(desk.caseload.now().astimezone())
    again = f"{desk.key('quit')} again quits without it"
    lines = [f"{what}. It can't be kept in {desk.caseload.store.folder}." for what in whats]
    if place is None:
        screen.say(f"{lines[0]} {again}.")
        return
    dialog = LeavingDialog(
        "Before you quit",
        [*lines, f"It can be kept in {place} instead."],
        question=f"Enter keeps it there and quits · {again}",
        escape="Esc goes back",
        keys=keys_of("quit", desk.keys),
    )
    is_kept = await screen.ask(dialog)
    if dialog.is_leaving:
        await screen.run_action("app.quit_app")
    elif is_kept:
        kept = keep_elsewhere(list(zip(whats, stuck.values(), strict=True)), place)
        if kept is None:
            screen.say(f"It couldn't be kept in {place} either. {desk.key('quit')} again quits without it.")
        else:
            await screen.run_action("app.quit_app")


def put_away(screen: "TodayScreen") -> None:
    """Put away the lines on Today that say how to begin."""
    screen.put_away()
