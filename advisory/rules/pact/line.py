"""The lines of a pact that the two can reword together, each identified by its field and its place in it."""

from typing import Any, NamedTuple

from msgspec.structs import replace

from advisory.model import Commitment, Pact, SuccessLine

LISTS: dict[str, type[SuccessLine] | type[Commitment]] = {
    "success_evidence": SuccessLine,
    "student_commitments": Commitment,
    "advisor_commitments": Commitment,
}
"""The fields that are lists, and the type of their items."""
TEXTS = ("learning_target", "why")


class PactLine(NamedTuple):
    """One line. `number` counts from 0 in a list; the length of the list means a line to be added."""

    field: str
    number: int = 0

    @property
    def key(self) -> str:
        """The line as text: `student_commitments:0`."""
        return f"{self.field}:{self.number}"


def read_line(pact: Pact, line: PactLine) -> str:
    """The text of a line; empty for one to be added."""
    if line.field in TEXTS:
        return str(getattr(pact, line.field))
    parts = getattr(pact, line.field)
    return str(parts[line.number].text) if line.number < len(parts) else ""


def with_line(pact: Pact, line: PactLine, text: str) -> dict[str, Any]:
    """The pact's fields to change so that the line says `text`; an empty text removes a line from its list."""
    said = text.strip()
    if line.field in TEXTS:
        return {line.field: said}
    parts = list(getattr(pact, line.field))
    if line.number < len(parts):
        parts[line.number : line.number + 1] = [replace(parts[line.number], text=said)] if said else []
    elif said:
        parts.append(LISTS[line.field](text=said))
    return {line.field: tuple(parts)}
