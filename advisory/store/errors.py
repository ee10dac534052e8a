"""The store's errors; each has a sentence a person can act on."""

from errno import EDQUOT, EINVAL, EIO, ENOSPC, EROFS
from pathlib import Path

from advisory.model import Record


class StoreError(Exception):
    """A problem with the data folder. Its text says what is wrong, where, and what to do."""


class Refused(StoreError):  # noqa: N818 - an answer, not an error
    """The store works but will not do this now; nothing was written."""


class Busy(Refused):
    """Another process holds the lock."""


class Unwritable(Refused):
    """The folder, as it is now, lets nothing be written: it is read-only, or its disk has no locks."""


class Taken(Refused):
    """A file of this name is there already."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is there already. Choose another name, or move that file away first.")


class Missing(Refused):
    """There is no record with this id."""


class Conflict(Refused):
    """The record changed while it was being edited; holds both versions, and nothing was written."""

    def __init__(self, shown: Record, stored: Record | None) -> None:
        self.shown, self.stored = shown, stored
        super().__init__(
            f"This {shown.noun} was changed somewhere else while you had it open. Nothing has been saved: "
            "look at both, then save again."
        )


class DamagedError(StoreError):
    """The content of a file is not valid; the file was not changed."""


class OddError(OSError):
    """Something other than a file stands where a file should: a folder, a pipe, a device or a broken link. It was not opened."""

    def __init__(self, path: Path) -> None:
        super().__init__(EINVAL, "it is not a file but a folder, a pipe, a device or a broken link", str(path))


class NewerError(DamagedError):
    """The file was written by a newer version of advisory."""


class UnfinishedError(StoreError):
    """A change was made, but the last step after it failed."""


class WriteError(StoreError):
    """The change could not be written to disk; everything saved earlier is safe."""


FAILS = frozenset({EDQUOT, EIO, ENOSPC, EROFS})
"""The numbers by which a disk says that it is full, failing or read-only: no other name for the file would help."""


def reason_of(error: Exception) -> str:
    """Why something failed, without the number that only a programmer knows."""
    return getattr(error, "strerror", None) or str(error)


def said(error: Exception) -> str:
    """Why something failed, and at which file if the system says."""
    name = getattr(error, "filename", None)
    return f"{reason_of(error)}: {name}" if name else reason_of(error)


def unusable(folder: Path, error: OSError) -> StoreError:
    """The error for a folder, or a file in it, that can't be used."""
    if isinstance(error, OddError):
        return DamagedError(f"{error.filename} can't be used: {reason_of(error)}. Nothing has been changed.")
    return StoreError(f"The folder {folder} can't be used: {reason_of(error)}.")
