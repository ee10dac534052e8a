"""File paths as people type them."""

from itertools import count
from pathlib import Path

from advisory.exchange.file.typed_path import typed_path
from advisory.rules.refusal import Refusal


def read_path(text: str, empty: str) -> Path:
    """The path, also of a file dropped into the terminal. If nothing was typed, refuses with the sentence `empty`."""
    if not text.strip().strip("'\""):
        raise Refusal(empty)
    try:
        return typed_path(text)
    except RuntimeError:
        raise Refusal(f"{text.strip()}: this computer has no user with that name.") from None


def here(otherwise: Path) -> Path:
    """The folder the program was started in, or `otherwise` if that folder is gone."""
    try:
        return Path.cwd()
    except OSError:
        return otherwise


def new_file(folder: Path, stem: str, ending: str) -> Path:
    """The first path of this name that doesn't exist yet, in the folder the program was started in, or in `folder`."""
    names = (f"{stem}{f'-{number}' if number > 1 else ''}{ending}" for number in count(1))
    return next(path for path in map(here(folder).joinpath, names) if not path.exists())
