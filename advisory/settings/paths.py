"""Where the program keeps its files."""

import os
from contextlib import suppress
from pathlib import Path

HOME_VARIABLE = "ADVISORY_HOME"


def home_folder(given: str | os.PathLike[str] | None = None) -> Path:
    """The data folder: the one given, or the one in ADVISORY_HOME, or the system's usual place for application data."""
    named = given or os.environ.get(HOME_VARIABLE)
    if named:
        folder = Path(named)
        with suppress(RuntimeError):  # "~name" of an unknown user is a plain name, as in a shell
            folder = folder.expanduser()
        return folder.absolute()
    import platformdirs

    return Path(platformdirs.user_data_dir("advisory", appauthor=False))


def state_folder() -> Path:
    """Where crash reports go: the system's usual place for an application's logs and state."""
    import platformdirs

    return Path(platformdirs.user_state_dir("advisory", appauthor=False))
