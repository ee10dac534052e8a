"""The advisor's own keys, checked here because Textual ignores a bad key without a word."""

from collections.abc import Mapping, Sequence
from typing import Protocol

_NAMED = frozenset(
    [
        "enter",
        "escape",
        "tab",
        "space",
        "backspace",
        "delete",
        "insert",
        "home",
        "end",
        "pageup",
        "pagedown",
        "up",
        "down",
        "left",
        "right",
        "slash",
        "backslash",
        "question_mark",
        "comma",
        "full_stop",
        "colon",
        "semicolon",
        "plus",
        "minus",
        "equals_sign",
        "underscore",
        "asterisk",
        "exclamation_mark",
        "quotation_mark",
        "apostrophe",
        "number_sign",
        "dollar_sign",
        "percent_sign",
        "ampersand",
        "at",
        "tilde",
        "circumflex_accent",
        "grave_accent",
        "vertical_line",
        "left_parenthesis",
        "right_parenthesis",
        "left_square_bracket",
        "right_square_bracket",
        "left_curly_bracket",
        "right_curly_bracket",
        "less_than_sign",
        "greater_than_sign",
    ]
) | {f"f{number}" for number in range(1, 25)}
_TYPING_WITH_CTRL = frozenset(
    f"ctrl+{key}"
    for key in (
        *"acdefgkosuvwxyz",
        "left",
        "right",
        "up",
        "down",
        "home",
        "end",
        "backspace",
        "delete",
        "shift+left",
        "shift+right",
    )
)
"""Keys with ctrl that a note or a form has a use for: saving, giving up, moving, cutting, pasting, undoing."""
_SAME_KEY = {"ctrl+i": "Tab", "ctrl+j": "Enter", "ctrl+m": "Enter", "ctrl+h": "Backspace"}

_RESERVED = {
    "ctrl+c": "copies",
    "ctrl+q": "starts a terminal's output again",
    "ctrl+s": "saves in every form",
    "ctrl+z": "suspends the program",
}
"""Keys that the program or the terminal takes for itself, and for what."""


class Bindable(Protocol):
    """A command as far as keys go: its id, its default keys, and the screens it works on; `everywhere`: in notes too."""

    @property
    def id(self) -> str: ...
    @property
    def keys(self) -> str: ...
    @property
    def where(self) -> tuple[str, ...]: ...
    @property
    def everywhere(self) -> bool: ...


def read_keymap(chosen: Mapping[str, str], commands: Sequence[Bindable]) -> tuple[dict[str, str], list[str]]:
    """The valid choices, as command id → keys, and a sentence about each invalid one."""
    known = {command.id: command for command in commands}
    held: dict[str, str] = {}
    problems: list[str] = []
    for command_id, keys in chosen.items():
        problem = _problem(command_id, keys, known)
        if problem:
            problems.append(problem)
        else:
            held[command_id] = ",".join(_split(keys))
    # a rejected choice falls back to its usual key, which may clash with another choice
    while clashing := _first_clash(held, known, commands):
        command_id, other = clashing
        problems.append(
            f"settings.json: “{held[command_id]}” for {command_id} clashes with {other}; the usual key stays."
        )
        del held[command_id]
    return held, problems


def problem_with(command_id: str, keys: str, commands: Sequence[Bindable]) -> str:
    """Why these can't be the keys of a command, in a sentence; "" if they can."""
    told = _problem(command_id, keys, {command.id: command for command in commands})
    return told.removeprefix("settings.json: ").replace("; the usual key stays", "")


def clash_with(command_id: str, keys: str, held: Mapping[str, str], commands: Sequence[Bindable]) -> str:
    """The id of the command that has one of these keys on the same screen; "" if none has. `held` are valid choices."""
    command = next(command for command in commands if command.id == command_id)
    return _clash(command, {**held, command_id: keys}, commands)


def _split(keys: str) -> list[str]:
    return [key.strip() for key in keys.split(",") if key.strip()]


def _problem(command_id: str, keys: str, known: Mapping[str, Bindable]) -> str:
    if command_id not in known:
        return f"settings.json: there is no command “{command_id}” to give a key to."
    if not _split(keys):
        return f"settings.json: no key is given for {command_id}; the usual key stays."
    command = known[command_id]
    for key in _split(keys):
        if command.everywhere and _is_typed(key):
            return (
                f"settings.json: {key} for {command_id} could no longer be typed in a note, because {command_id} works in "
                "notes too; the usual key stays. Choose one with ctrl, or f1 to f24."
            )
        if key.lower() in _SAME_KEY:
            return f"settings.json: a terminal can't tell {key} from {_SAME_KEY[key.lower()]}; choose another key for {command_id}."
        if key.lower() in _RESERVED:
            return f"settings.json: {key} {_RESERVED[key.lower()]}, so {command_id} can't have it; the usual key stays."
        if not _is_key(key):
            return f"settings.json: “{key}” for {command_id} is not a key; write it as n, N, ctrl+n, f5 or slash."
    return ""


def _is_key(key: str) -> bool:
    """Whether Textual sends this key: it sends N rather than shift+n, and puts ctrl before shift."""
    *modifiers, base = key.split("+")
    if modifiers not in ([], ["ctrl"], ["shift"], ["ctrl", "shift"]):
        return False
    return base in _NAMED or (len(base) == 1 and base.isalnum() and modifiers != ["shift"])


def _is_typed(key: str) -> bool:
    """Whether a note or a form needs the key for itself: what writes, moves in the text, saves it or gives it up."""
    *modifiers, base = key.split("+")
    if "ctrl" in modifiers:
        return key in _TYPING_WITH_CTRL
    return not (base[:1] == "f" and base[1:].isdecimal())


def _first_clash(
    held: Mapping[str, str], known: Mapping[str, Bindable], commands: Sequence[Bindable]
) -> tuple[str, str] | None:
    """The first choice that clashes, and the command it clashes with."""
    for command_id in held:
        other = _clash(known[command_id], held, commands)
        if other:
            return command_id, other
    return None


def _clash(command: Bindable, held: Mapping[str, str], commands: Sequence[Bindable]) -> str:
    """The id of another command with the same key on the same screen; "" if there is none."""
    wanted = set(_split(held[command.id]))
    for other in commands:
        if other.id == command.id or not set(other.where) & set(command.where):
            continue
        if wanted & set(_split(held.get(other.id, other.keys))):
            return other.id
    return ""
