"""Collects the findings, and the bytes that no record could be made of."""

import msgspec

from .finding import KEPT, Finding
from .place import Placed, Unreadable, as_raw

WORDS = "Records repaired"
INCOMPLETE = "; not all could be brought back"
"""At the end of those words if changes are missing, so that a later look knows that the records are not whole."""
REPAIR = "`advisory doctor --repair`"


class Report(msgspec.Struct):
    """The findings, in order; `kept` goes into the file of what could not be used."""

    findings: list[Finding] = []
    kept: list[Unreadable] = []

    def add(self, placed: Placed, what: str, remedy: str, field: str = "") -> None:
        """Add a finding about a document."""
        self.findings.append(Finding(placed.file, what, remedy, placed.line, field))

    def add_meant(self, placed: Placed, what: str, remedy: str, field: str = "") -> None:
        """Add a finding about what somebody may have done to a document on purpose."""
        self.findings.append(Finding(placed.file, what, remedy, placed.line, field, done=KEPT))

    def keep(self, placed: Placed, why: str) -> None:
        """Keep a document as it was found before the repair."""
        self.kept.append(Unreadable(placed.file, placed.line, bytes(as_raw(placed.document)), why))

    def add_unreadable(self, row: Unreadable, remedy: str) -> None:
        """Add a finding about an unreadable line, and keep the line."""
        self.findings.append(Finding(row.file, f"the line {row.why}", remedy, row.line))
        self.kept.append(row)
