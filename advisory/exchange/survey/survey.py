"""What the file of a survey holds: its questions, and one row of answers a student."""

import re
from datetime import date
from pathlib import Path

import msgspec

from advisory.exchange.roster.roster import RefusedLine, RosterRow
from advisory.model.words import Facet

_GRID = re.compile(r"\S.*?\s*\[([^\[\]]+)\]\Z")


def grid_line(title: str) -> str:
    """The line of a grid that a column is about, as in `How do you learn best? [Pictures]`; "" for a plain question."""
    grid = _GRID.match(title)
    return grid[1].strip() if grid else ""


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
    number: str = ""
    """The student number, where a form asks for it."""

    def answer(self, question: Question) -> str:
        """What was answered; "" for nothing. In a grid, `Agree` means nothing without the line it was ticked in."""
        answer = self.cells[question.column] if question.column < len(self.cells) else ""
        line = grid_line(question.text)
        return f"{line}: {answer}" if answer and line and line.casefold() != answer.casefold() else answer

    def answered_on(self, today: date) -> date:
        """The day of the answers; `today` where the file doesn't say, or says a day to come."""
        return min(self.on or today, today)


class Survey(msgspec.Struct, frozen=True):
    """The whole file."""

    path: Path
    questions: tuple[Question, ...]
    rows: tuple[SurveyRow, ...]
    refused: tuple[RefusedLine, ...] = ()
    notices: tuple[str, ...] = ()
