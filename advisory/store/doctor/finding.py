"""One problem found by the doctor."""

import msgspec


class Finding(msgspec.Struct, frozen=True):
    """Where the problem is, what it is, and what to do. `is_advice`: nothing is broken yet, but something may be.

    `is_kept`: what somebody may have meant, so that a repair keeps it as it is.
    """

    file: str
    what: str
    remedy: str
    line: int | None = None
    field: str = ""
    is_advice: bool = False
    is_kept: bool = False

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{where}: {self.what}; {self.remedy}."
