"""Tell a handover file from a roster by its first bytes."""

from pathlib import Path

from .encrypted import is_encrypted
from .handover import MARK

_LOOKED_AT = 4096


def is_handover(path: Path) -> bool:
    """Whether this is a handover file, or an encrypted one. A file that can't be read isn't: the roster's reader says why."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(_LOOKED_AT)
    except (OSError, ValueError):
        return False
    return is_encrypted(head) or f'"{MARK}"'.encode() in head
