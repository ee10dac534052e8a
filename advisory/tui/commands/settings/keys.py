"""Choosing the keys of the commands."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from advisory.settings.keymap import clash_with, problem_with
from advisory.tui.commands.registry import BESIDE, COMMAND, COMMANDS, key_name

if TYPE_CHECKING:
    from advisory.tui.screens.settings.screen import SettingsScreen


def why_not(command_id: str, key: str, held: Mapping[str, str]) -> str:
    """Why a command can't have a key, in a sentence that names what has it; "" if it can."""
    if problem := problem_with(command_id, key, COMMANDS):
        return problem
    other = clash_with(command_id, key, held, COMMANDS)
    if not other:
        return ""
    shared = [stem for stem in COMMAND[command_id].where if stem in COMMAND[other].where]
    where = " and ".join(stem.replace("_", " ").capitalize() for stem in shared[:2])
    return f"{key_name(key)} is the key of “{COMMAND[other].label}” on {where}{' and more' if shared[2:] else ''}; nothing changed."


async def choose_keys(screen: "SettingsScreen") -> None:
    """Show every command with its key, and use at once what is chosen."""
    from advisory.tui.dialogs.keymap import KeymapDialog, Rebindable

    desk, configuration = screen.desk, screen.desk.configuration

    def choose(command_id: str, key: str) -> str:
        """Give a command a key, or its usual one if `key` is empty; return why that can't be, or an empty text."""
        chosen = {one: keys for one, keys in configuration.settings.keys.items() if one != command_id}
        usual = COMMAND[command_id].keys
        if reason := why_not(
            command_id, key or usual, {one: keys for one, keys in desk.keys.items() if one != command_id}
        ):
            return reason
        return _use(chosen if key in {"", usual} else {**chosen, command_id: key})

    def reset() -> None:
        _use({})

    def _use(keys: Mapping[str, str]) -> str:
        configuration.choose(keys=dict(keys))
        screen.app.action_read_keys()  # type: ignore[attr-defined] # the app defines it, as it does for every screen
        return ""

    def rows() -> list[Rebindable]:
        return [
            Rebindable(
                one.id, one.display(desk.keys.get(one.id)), one.label, where_words(one.where), one.id in desk.keys
            )
            for one in COMMANDS
        ]

    await screen.ask(KeymapDialog(rows, choose, reset))
    screen.redraw(force=True)


def where_words(where: tuple[str, ...]) -> str:
    """The screens of a command in a few words."""
    if len(where) > _FEW:
        return "most screens"
    return ", ".join("beside the student" if stem == BESIDE else stem.replace("_", " ") for stem in where)


_FEW = 4
