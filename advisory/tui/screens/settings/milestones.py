"""The rows of the list of milestones on the settings screen, the earliest first."""

from collections.abc import Iterator

from advisory.rules.season.milestones import ListedMilestone, days_words
from advisory.tui.desk import Desk
from advisory.tui.prose import safe
from advisory.tui.screens.base.text_rows import text_row
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Span

MILESTONES = "milestones"
"""The subject under which the detail pane explains the milestones."""
_PREFIX = f"{MILESTONES}:"


def milestone_row_key(key: str) -> str:
    """The key of the row that shows a milestone of the list."""
    return _PREFIX + key


def milestone_of_row(desk: Desk, row_key: str) -> ListedMilestone | None:
    """The milestone that the row with this key shows; None if it shows something else."""
    return desk.caseload.milestones.get(row_key.removeprefix(_PREFIX)) if row_key.startswith(_PREFIX) else None


def milestone_rows(desk: Desk) -> Iterator[Row]:
    """Every milestone of the list, marked if it is the advisor's or hidden."""
    for listed in desk.caseload.milestones.values():
        words = [days_words(listed.days_before), "yours" if listed.mine else "", "hidden" if listed.hidden else ""]
        label = Span(safe(listed.label), "muted" if listed.hidden else "")
        marks = Span(f" · {' · '.join(filter(None, words))}", "muted")
        yield text_row(label, marks, key=milestone_row_key(listed.key))
