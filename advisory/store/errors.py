"""What the store says when it can't do what was asked: each is a sentence a person can act on."""

from pathlib import Path

from advisory.model import Record


class StoreError(Exception):
    """Something about the data folder that a person has to know; its text says what, where and what to do."""


class Refused(StoreError):  # noqa: N818 - the field's own word: nothing is broken
    """The store is well, and will not do this now; nothing was written."""


class Busy(Refused):
    """Another process keeps the lock."""


class Taken(Refused):
    """A file of this name is there already."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is there already. Choose another name, or move that file away first.")


class Missing(Refused):
    """No record has this id."""


class Conflict(Refused):
    """Somebody else changed the record while it was being edited; both are here, and nothing was written."""

    def __init__(self, shown: Record, stored: Record | None) -> None:
        self.shown, self.stored = shown, stored
        super().__init__(
            f"This {shown.noun} was changed somewhere else while you had it open. Nothing has been saved: "
            "look at both, then save again."
        )


class DamagedError(StoreError):
    """A file does not hold what it should; it has not been touched."""


class NewerError(DamagedError):
    """A newer advisory wrote the file."""


class WriteError(StoreError):
    """The disk did not take the change; everything saved before is there."""


def unusable(folder: Path, error: OSError) -> StoreError:
    """What to say of a folder with which the system can do nothing."""
    return StoreError(f"The folder {folder} can't be used: {error.strerror or error}.")
