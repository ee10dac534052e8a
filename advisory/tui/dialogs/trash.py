"""A dialog that lists the trash, kind by kind, to bring one thing back."""

from collections.abc import Sequence
from itertools import groupby

from advisory.caseload.called import called
from advisory.caseload.trash import LISTED, Gone, counted
from advisory.model import CheckIn, CognitiveInsight, Evidence, KnownWell, MeetingPattern, Student
from advisory.model.day_order import show_day
from advisory.rules.days.hour_words import hour_words, weekday_words
from advisory.tui.desk import KEPT_BACK, Desk
from advisory.tui.prose import day
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span, cell, name_cell

from .pick import PickDialog

_DELETED, _WHEN, _ROOMY = 18, 10, 66


class TrashDialog(PickDialog):
    """Returns the id of the record to bring back, or None."""

    def __init__(self, desk: Desk, gone: Sequence[Gone]) -> None:
        options: list[tuple[str, str]] = []
        for kind, some in groupby(gone, key=lambda one: type(one.record)):
            ids = [one.record.id for one in some]
            options += [("", f"{LISTED[kind]} · {len(ids)}"), *((one, "") for one in ids)]
        super().__init__("The trash: bring one back. After 30 days it is gone for good.", options)
        self._desk = desk
        self._gone = {one.record.id: one for one in gone}

    def row(self, key: str, label: str) -> Row:
        if not key:
            return Row("", lambda _cells: (Span(label, "heading"),))
        return Row(key, lambda cells: self._line(self._gone[key], cells))

    def _line(self, gone: Gone, cells: int) -> Line:
        today, is_roomy = self._desk.caseload.today, cells >= _ROOMY
        deleted = day(gone.deleted_at.astimezone().date(), today)
        size = 20 if is_roomy else 11
        return (
            cell(f"deleted {deleted}", _DELETED, "muted") if is_roomy else cell(deleted, _WHEN, "muted"),
            *([name_cell(self._whose(gone), size)] if gone.name else []),
            *([cell(day(gone.day, today), _WHEN, "muted")] if is_roomy else []),
            Span(words_of(self._desk, gone)),
        )

    def _whose(self, gone: Gone) -> str:
        """The student's name, who may be in the trash as well; under the shade their initials."""
        record = gone.record
        owner = record if isinstance(record, Student) else self._desk.caseload.store.get(Student, _owner(gone))
        return self._desk.prose.name(owner, gone.name) if owner is not None else ""


def _owner(gone: Gone) -> str:
    return str(getattr(gone.record, "student", ""))


def words_of(desk: Desk, gone: Gone) -> str:
    """What it says, as far as it may be shown: under the shade dots, of a sensitive fact its area, of a collapsed note its kind."""
    record, prose = gone.record, desk.prose
    match record:
        case Student():
            return f"with {counted(gone.file)}"
        case CheckIn() if desk.keeps_back(record):
            return f"{record.kind.label} · {KEPT_BACK}"
        case CheckIn():
            return prose.note(record.line) or prose.notes(record.tags) or record.kind.label
        case KnownWell():
            return record.facet.label if record.sensitive else f"{record.facet.label}: {prose.note(record.text)}"
        case Evidence():
            return prose.note(record.seen)
        case CognitiveInsight():
            return prose.note(record.misconception)
        case MeetingPattern():
            return f"{weekday_words(record.weekdays)} {hour_words(record.starts, record.ends)}"
        case _:
            return prose.note(called(record, desk.caseload.catalogue, show_day)) or record.noun
