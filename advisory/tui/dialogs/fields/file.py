"""File paths as people type them."""

from pathlib import Path

from advisory.rules.refusal import Refusal


def read_path(text: str, empty: str) -> Path:
    """The path, without the quotes that a file manager adds. If nothing was typed, refuses with the sentence `empty`."""
    typed = text.strip().strip("'\"")
    if not typed:
        raise Refusal(empty)
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        raise Refusal(f"{typed}: this computer has no user with that name.") from None


def here(otherwise: Path) -> Path:
    """The folder the program was started in, or `otherwise` if that folder is gone."""
    try:
        return Path.cwd()
    except OSError:
        return otherwise
