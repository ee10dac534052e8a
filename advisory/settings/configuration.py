"""The settings file: read once at the start, written when a choice is made."""

import os
from contextlib import suppress
from pathlib import Path

import msgspec

from advisory.model import RecordError, Settings

FILE_NAME = "settings.json"


class Configuration:
    """The settings of one folder. A file that can't be read is told in `notice`, and left as it is until a choice is made."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self.notice = ""
        self.settings = self._read()

    def choose(self, **choices: object) -> Settings:
        """Change some settings and keep them; a folder that can't be written keeps them for this sitting only."""
        self.settings = msgspec.structs.replace(self._read(), **choices)  # it may have been edited by hand meanwhile
        with suppress(OSError):
            self._write()
        return self.settings

    def _read(self) -> Settings:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Settings)
        except FileNotFoundError:
            return Settings()
        except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecordError) as error:
            self.notice = (
                f"{FILE_NAME} could not be read ({error}); the usual settings are used. Mend or delete {self._path}."
            )
            return Settings()

    def _write(self) -> None:
        """Beside, then over: a crash leaves the old file or the new one. No sync: a lost choice of theme is no loss."""
        if self._path.exists() and self.notice:
            self._path.replace(self._path.with_suffix(".unreadable.json"))
            self.notice = ""
        beside = self._path.with_name(f"{FILE_NAME}.{os.getpid()}.new")
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(self.settings), indent=2) + b"\n")
        beside.replace(self._path)
