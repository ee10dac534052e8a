"""One thing that is not as it should be."""

import msgspec


class Finding(msgspec.Struct, frozen=True):
    """Where it is, what it is, and what to do. `is_advice`: nothing is broken, but something might be one day."""

    file: str
    what: str
    remedy: str
    line: int | None = None
    field: str = ""
    is_advice: bool = False

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{where}: {self.what}; {self.remedy}."
