"""The settings file: read once at startup, written when a setting changes."""

import os
from contextlib import suppress
from errno import EINVAL
from pathlib import Path
from typing import Any

import msgspec

from advisory.model import THEMES, RecordError, Settings
from advisory.model.day_order import choose_day_order

FILE_NAME = "settings.json"
_LONGEST_SHOWN = 40
"""How much of a wrong value is shown."""


class Configuration:
    """The settings of one folder.

    What can't be read is named in `notice`, and the file is kept as it is until a setting is changed; the rest of it counts.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self.notice = ""
        self.settings = self._read()
        choose_day_order(day_first=self.settings.day_first)

    def choose(self, **choices: object) -> Settings:
        """Change some settings and save them. If the folder can't be written, they last until the program quits."""
        self.settings = msgspec.structs.replace(self._read(), **choices)  # it may have been edited by hand since
        choose_day_order(day_first=self.settings.day_first)
        with suppress(OSError):
            self._write()
        return self.settings

    def _read(self) -> Settings:
        try:
            return self._decoded(self._read_file())
        except FileNotFoundError:
            return Settings()
        except (OSError, RecursionError, msgspec.DecodeError, UnicodeDecodeError, RecordError) as error:
            why = (
                "it is nested too deep"
                if isinstance(error, RecursionError)
                else getattr(error, "strerror", "") or error
            )
            self.notice = (
                f"{FILE_NAME} could not be read ({why}); the usual settings are used. Fix or delete {self._path}."
            )
            return Settings()

    def _decoded(self, data: bytes) -> Settings:
        """The settings in a file: each wrong or unknown one is named in `notice`, and the usual one counts instead."""
        try:
            settings = msgspec.json.decode(data, type=Settings)
            if settings.theme in THEMES:
                return settings
        except (msgspec.ValidationError, RecordError):
            pass
        fields = msgspec.json.decode(data, type=dict[str, Any])
        right: dict[str, Any] = {}
        problems = []
        for name, value in fields.items():
            usable, wrong = _usable(name, value)
            problems += [f"{FILE_NAME}: {problem}." for problem in wrong]
            if usable is not None:
                right[name] = usable
        self.notice = f"{' '.join(problems)} The other settings are used."
        return msgspec.convert(right, Settings)

    def _read_file(self) -> bytes:
        """The file's bytes. Raises OSError if there is something else, such as a pipe, which would be waited for."""
        if self._path.exists() and not self._path.is_file():
            raise OSError(EINVAL, "it is not a file")
        return self._path.read_bytes()

    def _write(self) -> None:
        """Write a new file and rename it over the old one, so that a crash leaves one of the two whole.

        Nothing is synced to disk: losing the choice of a theme in a power failure does no harm.
        """
        if self._path.exists() and self.notice:
            self._path.replace(self._path.with_suffix(".unreadable.json"))
            self.notice = ""
        beside = self._path.with_name(f"{FILE_NAME}.{os.getpid()}.new")
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(self.settings), indent=2) + b"\n")
        beside.replace(self._path)


def _usable(name: str, value: Any) -> tuple[Any, list[str]]:
    """The usable part of a setting, or None, and what is wrong with it.

    A setting with several entries, such as keys, keeps those that are valid.
    """
    problem = _problem(name, value)
    if not problem or not isinstance(value, dict) or name not in Settings.__struct_fields__:
        return (None, [problem]) if problem else (value, [])
    wrong = {one: told for one, of_it in value.items() if (told := _problem(name, {one: of_it}))}
    return {one: of_it for one, of_it in value.items() if one not in wrong}, list(wrong.values())


def _problem(name: str, value: Any) -> str:
    """What is wrong with a setting, such as `“theme” can't be "nope"`; "" if nothing is."""
    if name not in Settings.__struct_fields__:
        return f"there is no setting “{name}”"
    shown = msgspec.json.encode(value).decode()
    wrong = f"“{name}” can't be {shown if len(shown) <= _LONGEST_SHOWN else f'{shown[:_LONGEST_SHOWN]}…'}"
    if name == "theme" and value not in THEMES:
        return f"{wrong}; it is one of {', '.join(THEMES)}"
    try:
        msgspec.convert({name: value}, Settings)
    except (msgspec.ValidationError, RecordError) as error:
        return f"{wrong} ({str(error).split(' - at ', 1)[0]})"
    return ""
