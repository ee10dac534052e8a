"""What is found while records are put together, and the bytes that no record could be made of."""

import msgspec

from .finding import Finding
from .place import Placed, Unreadable, as_raw

REPAIR = "`advisory doctor --repair`"


class Report(msgspec.Struct):
    """Findings in the order in which they were made; `kept`: what goes into the file of what could not be used."""

    findings: list[Finding] = []
    kept: list[Unreadable] = []

    def tell(self, placed: Placed, what: str, remedy: str, field: str = "") -> None:
        """Something about a document."""
        self.findings.append(Finding(placed.file, what, remedy, placed.line, field))

    def keep(self, placed: Placed, why: str) -> None:
        """Keep a document as it was found, beside what was made of it."""
        self.kept.append(Unreadable(placed.file, placed.line, bytes(as_raw(placed.document)), why))

    def unreadable(self, row: Unreadable, remedy: str) -> None:
        """Something about a line."""
        self.findings.append(Finding(row.file, f"the line {row.why}", remedy, row.line))
        self.kept.append(row)
