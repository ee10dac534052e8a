"""The lines of a pact that two may put into other words together: each by its field and its place in it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from msgspec.structs import replace

from advisory.model import Commitment, Pact, SuccessLine

LISTS: dict[str, type[SuccessLine] | type[Commitment]] = {
    "success_evidence": SuccessLine,
    "student_commitments": Commitment,
    "advisor_commitments": Commitment,
}
"""The fields of several lines, and what a line of each is."""
TEXTS = ("learning_target", "why")


class PactLine(NamedTuple):
    """One of them. `number` counts from 0 in a list, and is its length for a line still to be added."""

    field: str
    number: int = 0

    @property
    def key(self) -> str:
        """Its name: `student_commitments:0`."""
        return f"{self.field}:{self.number}"


def pact_lines(pact: Pact) -> Iterator[PactLine]:
    """Every line there is, and a text that is still empty."""
    for field in TEXTS:
        yield PactLine(field)
    for field in LISTS:
        for number in range(len(getattr(pact, field))):
            yield PactLine(field, number)


def read_line(pact: Pact, line: PactLine) -> str:
    """What it says; nothing for one still to be added."""
    if line.field in TEXTS:
        return str(getattr(pact, line.field))
    parts = getattr(pact, line.field)
    return str(parts[line.number].text) if line.number < len(parts) else ""


def with_line(pact: Pact, line: PactLine, text: str) -> dict[str, Any]:
    """The changes of the pact by which the line says `text`; a line of a list that says nothing is taken out."""
    said = text.strip()
    if line.field in TEXTS:
        return {line.field: said}
    parts = list(getattr(pact, line.field))
    if line.number < len(parts):
        parts[line.number : line.number + 1] = [replace(parts[line.number], text=said)] if said else []
    elif said:
        parts.append(LISTS[line.field](text=said))
    return {line.field: tuple(parts)}
