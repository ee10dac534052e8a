"""One problem found by the doctor."""

import msgspec

REPAIRED = "Repaired"
KEPT = "Kept as it is"
KEPT_ASIDE = "Kept in backups"
LOST = "Could not be brought back"


class Finding(msgspec.Struct, frozen=True):
    """Where the problem is, what it is, and what to do. `is_advice`: nothing is broken yet, but something may be.

    `done`: what a repair says that it did about it.
    """

    file: str
    what: str
    remedy: str
    line: int | None = None
    field: str = ""
    is_advice: bool = False
    done: str = REPAIRED

    def __str__(self) -> str:
        return f"{self._problem}; {self.remedy}."

    @property
    def _problem(self) -> str:
        where = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{where}: {self.what}"

    @property
    def outcome(self) -> str:
        """What a repair did about it, without the remedy, which is no longer needed."""
        return f"{self.done}: {self._problem}"
