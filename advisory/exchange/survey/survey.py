"""What the file of a survey holds: its questions, and one row of answers a student."""

from datetime import date
from pathlib import Path

import msgspec

from advisory.exchange.roster.roster import RefusedLine, RosterRow
from advisory.model.words import Facet


class Question(msgspec.Struct, frozen=True):
    """A column of answers, with the facet that its question seems to ask about."""

    text: str
    column: int
    facet: Facet | None
    samples: tuple[str, ...]
    """The first answers, to tell by what the question was about."""


class SurveyRow(msgspec.Struct, frozen=True):
    """Who answered, and what; the cells are those of the whole row. `on` is None where the file doesn't say when."""

    line: int
    who: RosterRow | None
    email: str
    on: date | None
    cells: tuple[str, ...]

    def answer(self, question: Question) -> str:
        """What was answered; "" for nothing."""
        return self.cells[question.column] if question.column < len(self.cells) else ""


class Survey(msgspec.Struct, frozen=True):
    """The whole file."""

    path: Path
    questions: tuple[Question, ...]
    rows: tuple[SurveyRow, ...]
    refused: tuple[RefusedLine, ...] = ()
    notices: tuple[str, ...] = ()
