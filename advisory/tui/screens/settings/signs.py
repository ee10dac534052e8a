"""The rows of the catalog of signs on the settings screen, by stage."""

from collections.abc import Iterator

from advisory.model.words import Stage
from advisory.rules.partnership.signs import Sign
from advisory.tui.desk import Desk
from advisory.tui.prose import safe
from advisory.tui.screens.base.text_rows import text_row
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Span

SIGNS = "signs"
"""The subject under which the detail pane explains the signs."""
_PREFIX = f"{SIGNS}:"


def sign_row_key(key: str) -> str:
    """The key of the row that shows a sign."""
    return _PREFIX + key


def sign_of_row(desk: Desk, row_key: str) -> Sign | None:
    """The sign that the row with this key shows; None if it shows something else."""
    if not row_key.startswith(_PREFIX):
        return None
    return desk.caseload.catalogue.get(row_key.removeprefix(_PREFIX))


def sign_rows(desk: Desk) -> Iterator[Row]:
    """Every sign below its stage, with whose doing it is, and marked if it is hidden."""
    for stage in Stage:
        yield text_row(Span(stage.label, "strong"))
        for sign in desk.caseload.catalogue.values():
            if sign.stage is stage:
                yield _row(sign)


def _row(sign: Sign) -> Row:
    marks = " · the student's doing" if sign.students_doing else " · your doing"
    marks += " · hidden" if sign.hidden else ""
    label = Span(f"  {safe(sign.label)}", "muted" if sign.hidden else "")
    return text_row(label, Span(marks, "muted"), key=sign_row_key(sign.key))
