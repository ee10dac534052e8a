"""The catalogue of signs among the settings, by stage."""

from collections.abc import Iterator

from advisory.model.words import Stage
from advisory.rules.partnership.signs import Sign
from advisory.tui.desk import Desk
from advisory.tui.prose import safe
from advisory.tui.widgets.lists.lines import Row
from advisory.tui.widgets.text.ink import Span

SIGNS = "signs"
"""What the words beside the settings are under."""
_PREFIX = f"{SIGNS}:"


def sign_row_key(key: str) -> str:
    """The key of the line that shows a sign."""
    return _PREFIX + key


def sign_of_row(desk: Desk, row_key: str) -> Sign | None:
    """The sign that a line shows; None where it shows something else."""
    if not row_key.startswith(_PREFIX):
        return None
    return desk.caseload.catalogue.get(row_key.removeprefix(_PREFIX))


def sign_rows(desk: Desk) -> Iterator[Row]:
    """Every sign under its stage, those that are the student's doing and those that are hidden marked as such."""
    for stage in Stage:
        yield _heading(stage)
        for sign in desk.caseload.catalogue.values():
            if sign.stage is stage:
                yield _row(sign)


def _heading(stage: Stage) -> Row:
    return Row("", lambda _cells: (Span(stage.label, "strong"),))


def _row(sign: Sign) -> Row:
    marks = " · the student's doing" if sign.students_doing else ""
    marks += " · hidden" if sign.hidden else ""
    spans = (Span(f"  {safe(sign.label)}", "muted" if sign.hidden else ""), Span(marks, "muted"))
    return Row(sign_row_key(sign.key), lambda _cells: spans)
