"""The one folder in which everything is kept."""

import os
from contextlib import suppress
from pathlib import Path

HOME_VARIABLE = "ADVISORY_HOME"


def home_folder(given: str | os.PathLike[str] | None = None) -> Path:
    """The folder named by the advisor, or by ADVISORY_HOME, or the system's usual one for an application's data."""
    named = given or os.environ.get(HOME_VARIABLE)
    if named:
        folder = Path(named)
        with suppress(RuntimeError):  # ~name of somebody unknown: then it is a name like any other, as in a shell
            folder = folder.expanduser()
        return folder.absolute()
    import platformdirs

    return Path(platformdirs.user_data_dir("advisory", appauthor=False))


def state_folder() -> Path:
    """Where a report of an unexpected error goes: the system's folder for what an application notes about itself."""
    import platformdirs

    return Path(platformdirs.user_state_dir("advisory", appauthor=False))
