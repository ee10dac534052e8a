"""A dialog to restore a deleted check-in."""

from collections.abc import Sequence

from advisory.casework.check_in.restore import kept_until
from advisory.model import CheckIn
from advisory.tui.desk import Desk
from advisory.tui.prose import day
from advisory.tui.widgets.lists.lines import Row
from advisory.tui.widgets.text.ink import Line, Span, cell, name_cell

from .pick import PickDialog

_UNTIL, _WHEN, _ROOMY = 14, 13, 66


class TrashDialog(PickDialog):
    """Returns the id of the check-in to restore, or None."""

    def __init__(self, desk: Desk, check_ins: Sequence[CheckIn]) -> None:
        super().__init__("Bring back what was deleted", [(check_in.id, "") for check_in in check_ins])
        self._desk = desk
        self._check_ins = {check_in.id: check_in for check_in in check_ins}

    def row(self, key: str, label: str) -> Row:  # noqa: ARG002 - drawn from the check-in
        return Row(key, lambda cells: self._line(self._check_ins[key], cells))

    def _line(self, check_in: CheckIn, cells: int) -> Line:
        desk, until = self._desk, kept_until(check_in)
        is_roomy, today = cells >= _ROOMY, desk.caseload.today
        is_over = until is not None and until < desk.caseload.now()
        kept = "any day now" if is_over or until is None else f"until {day(until.astimezone().date(), today)}"
        return (
            cell(kept, _UNTIL, "muted"),
            name_cell(desk.name(check_in.student), 20) if is_roomy else name_cell(desk.short(check_in.student), 11),
            cell(day(check_in.happened_on, today), _WHEN, "muted"),
            Span(desk.prose.note(check_in.line) or desk.prose.notes(check_in.tags)),
        )
