"""Changing, adding and removing what is highlighted on the settings screen."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from advisory.model import Intervals, MeetingPattern
from advisory.model.words import OwnLine
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.commands.settings.calendar import choose_intervals, keep_record, named
from advisory.tui.commands.settings.catalogue import add as add_sign
from advisory.tui.commands.settings.catalogue import hide_or_offer, reword
from advisory.tui.commands.settings.keys import choose_keys
from advisory.tui.commands.settings.milestones import add as add_milestone
from advisory.tui.commands.settings.milestones import change as change_milestone
from advisory.tui.commands.settings.milestones import hide_or_offer as hide_or_offer_milestone
from advisory.tui.commands.settings.row_keys import (
    COLLAPSE_PRIVATE,
    DAY_FIRST,
    IDLE_SHADE,
    KEYS,
    OWN_LINE,
    STARTS_SHADED,
    THEME,
    YEAR_END,
)
from advisory.tui.commands.twice import has_run, is_meant, name_first
from advisory.tui.commands.view import theme
from advisory.tui.dialogs.form.field import Field, FieldKind

if TYPE_CHECKING:
    from advisory.tui.screens.settings.screen import SettingsScreen

_REMOVE = "remove-from-calendar"
_WHEN_OWN = {
    OwnLine.AS_ENTRY: ", like everybody else's",
    OwnLine.CONTACT: ": you saw them",
    OwnLine.ONE_TO_ONE: ": you spoke with them",
}


@shows_dialog
async def change(screen: "SettingsScreen") -> None:
    """Change the highlighted setting."""
    if screen.sign is not None:
        await reword(screen, screen.sign)
    elif screen.milestone is not None:
        await change_milestone(screen, screen.milestone)
    elif screen.kind is not None:
        await keep_record(screen, screen.kind, screen.record)
    elif screen.body.key in _SWITCHES:
        _SWITCHES[screen.body.key](screen)
    elif screen.body.key in _ASKS:
        await _ASKS[screen.body.key](screen)


@shows_dialog
async def add(screen: "SettingsScreen") -> None:
    """Add a record of the highlighted kind."""
    if screen.sign is not None:
        await add_sign(screen, screen.sign.stage)
    elif screen.milestone is not None:
        await add_milestone(screen)
    elif screen.kind is not None:
        await keep_record(screen, screen.kind, None)
    else:
        key = screen.key("add-to-calendar")
        screen.say(
            f"{key} adds a period, a term, days without school, a sign or a milestone; highlight one of them first."
        )


def remove(screen: "SettingsScreen") -> None:
    """Remove the highlighted period, term or days off; hide a sign or a milestone, or offer it again."""
    from advisory.casework.calendar.remove import remove_from_calendar

    if screen.sign is not None:
        hide_or_offer(screen, screen.sign)
    elif screen.milestone is not None:
        hide_or_offer_milestone(screen, screen.milestone)
    elif screen.record is not None:
        title = "" if isinstance(screen.record, MeetingPattern) else screen.record.title
        if not is_meant(screen, _REMOVE, screen.record.id):
            name_first(screen, _REMOVE, screen.record.id, title or named(screen.record))
            return
        removed = remove_from_calendar(screen.desk.caseload, screen.record)
        screen.say_written(removed, title, then=f"; {screen.key('undo')} brings it back")
        has_run(screen, _REMOVE)
    else:
        screen.say("Only a period, a term, days without school, a sign or a milestone can be removed.")


def _switch_day_order(screen: "SettingsScreen") -> None:
    configuration = screen.desk.configuration
    chosen = configuration.choose(day_first=not configuration.settings.day_first)
    screen.say("Saved: 9/11 is November 9" if chosen.day_first else "Saved: 9/11 is September 11")
    screen.redraw(force=True)


def _switch_start(screen: "SettingsScreen") -> None:
    configuration = screen.desk.configuration
    chosen = configuration.choose(starts_shaded=not configuration.settings.starts_shaded)
    key = screen.key("unshade")
    screen.say(f"Saved: starts hidden; {key} shows the names" if chosen.starts_shaded else "Saved: starts with names")
    screen.redraw(force=True)


def _switch_private(screen: "SettingsScreen") -> None:
    configuration = screen.desk.configuration
    chosen = configuration.choose(collapse_private=not configuration.settings.collapses_private)
    key = screen.key("private-notes")
    collapsed = f"Saved: private notes are collapsed until you ask; {key} shows them"
    screen.say(collapsed if chosen.collapses_private else "Saved: private notes are shown")
    screen.redraw(force=True)


async def _choose_own_line(screen: "SettingsScreen") -> None:
    """Ask what a line of a student's own in a group entry counts as from now on."""
    from advisory.tui.dialogs.pick import PickDialog

    configuration = screen.desk.configuration
    options = [(one.value, f"{one.label}{_WHEN_OWN[one]}") for one in OwnLine]
    at = configuration.settings.own_line  # the first, as long as nothing was chosen
    picked = await screen.ask(PickDialog("A student with a line of their own in a group entry counts", options, at=at))
    if picked is not None:
        configuration.choose(own_line=OwnLine(picked))
        screen.redraw(force=True)
        screen.say(f"Saved: from now on a line of their own counts {OwnLine(picked).label}")


async def _choose_idle(screen: "SettingsScreen") -> None:
    from advisory.tui.dialogs.fields.school import read_number

    configuration = screen.desk.configuration

    def choose(values: Values) -> None:
        configuration.choose(idle_shade=read_number(values[IDLE_SHADE]))

    minutes = configuration.settings.idle_shade
    field = Field(IDLE_SHADE, "Minutes without a key", str(minutes), "0 for never", FieldKind.NUMBER)
    if await fill(screen, IDLE_SHADE, "Hide when idle", [field], choose):
        await screen.run_action("app.watch_idle")
        screen.redraw(force=True)
        idle = configuration.settings.idle_shade
        after = f"hides after {idle} minute{'' if idle == 1 else 's'}"
        screen.say(f"Saved: {after}" if idle else "Saved: never hides by itself")


async def _end_year(screen: "SettingsScreen") -> None:
    await screen.open_over("year_end")


_SWITCHES: dict[str, Callable[["SettingsScreen"], None]] = {
    DAY_FIRST: _switch_day_order,
    STARTS_SHADED: _switch_start,
    COLLAPSE_PRIVATE: _switch_private,
}
"""Key of a row → what turns its setting over at once."""
_ASKS: dict[str, Callable[["SettingsScreen"], Awaitable[None]]] = {
    OWN_LINE: _choose_own_line,
    Intervals.table: choose_intervals,
    IDLE_SHADE: _choose_idle,
    KEYS: choose_keys,
    THEME: theme,
    YEAR_END: _end_year,
}
"""Key of a row → what asks for its setting."""
