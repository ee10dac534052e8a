"""A file that a command was asked for."""

from pathlib import Path

from advisory.rules.refusal import Refusal
from advisory.store import Refused, write_atomically


def write_file(path: Path, content: bytes, *, force: bool) -> None:
    """Write it for its owner's eyes; one that is there only with `force`."""
    try:
        write_atomically(path, content, replace=force)
    except Refused:
        raise Refusal(f"{path} is there already; --force overwrites it.") from None
    except OSError as error:
        raise Refusal(f"{path} could not be written: {error.strerror or error}.") from error
