"""The one folder in which everything is kept."""

import os
from pathlib import Path

HOME_VARIABLE = "ADVISORY_HOME"


def home_folder(given: str | os.PathLike[str] | None = None) -> Path:
    """The folder named by the advisor, or by ADVISORY_HOME, or the system's usual one for an application's data."""
    named = given or os.environ.get(HOME_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    import platformdirs

    return Path(platformdirs.user_data_dir("advisory", appauthor=False))
