"""Writing a file that a command was asked for."""

from pathlib import Path

from advisory.rules.refusal import Refusal
from advisory.store import Taken, need_free_place
from advisory.store import write_file as write

from .sitting import refusing


def write_file(path: Path, content: bytes, *, home: Path, force: bool) -> None:
    """Write the file so that only its owner can read it; an existing one only with `force`, one of `home`'s own never."""
    try:
        with refusing():
            need_free_place(home, path)
            write(path, content, replace=force)
    except Refusal as refusal:
        if isinstance(refusal.__cause__, Taken):
            raise Refusal(f"{refusal} --force overwrites it.") from refusal
        raise
