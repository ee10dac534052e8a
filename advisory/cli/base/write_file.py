"""Writing a file that a command was asked for."""

from pathlib import Path

from advisory.rules.refusal import Refusal
from advisory.store import Taken
from advisory.store import write_file as write

from .sitting import refusing


def write_file(path: Path, content: bytes, *, force: bool) -> None:
    """Write the file so that only its owner can read it; overwrite an existing one only with `force`."""
    try:
        with refusing():
            write(path, content, replace=force)
    except Refusal as refusal:
        if isinstance(refusal.__cause__, Taken):
            raise Refusal(f"{refusal} --force overwrites it.") from refusal
        raise
