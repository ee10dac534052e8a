"""A path as somebody types it."""

from pathlib import Path

from advisory.rules.refusal import Refusal


def read_path(text: str, empty: str) -> Path:
    """The path, without the quotes that a file manager puts around it. Refuses none with `empty`, and an unknown home."""
    typed = text.strip().strip("'\"")
    if not typed:
        raise Refusal(empty)
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        raise Refusal(f"{typed}: there is nobody of that name on this computer.") from None


def here(otherwise: Path) -> Path:
    """The folder the program was started in, unless that is gone."""
    try:
        return Path.cwd()
    except OSError:
        return otherwise
