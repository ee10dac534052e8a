"""What was shared, the newest first: with whom, what, about whom; a file can be deleted from here."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from advisory.caseload.leaving.shares import shares, whom_about
from advisory.model import ExportLog
from advisory.tui.commands.registry import bindings_of
from advisory.tui.highlighted import Highlighted
from advisory.tui.prose import day, safe
from advisory.tui.screens.base.over_screen import OverScreen
from advisory.tui.screens.base.text_rows import text_row
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span, cell

from .detail_pane import ShareDetail

_DAY, _WHAT = 10, 19


class SharedScreen(OverScreen, inherit_bindings=False):
    """Opens over a mode. Enter shows what was in it."""

    stem = "shared"
    is_of_one_student = True
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def make_body(self) -> Lines:
        return Lines(id="body")

    def detail_pane(self) -> Iterable[Widget]:
        yield ShareDetail(self.desk)

    def row(self, key: str) -> Highlighted:
        log = self.desk.caseload.store.get(ExportLog, key) if key else None
        return Highlighted(self.desk, row="share" if log else "", share=log)

    def draw_body(self) -> None:
        logs = shares(self.desk.caseload)
        rows = [text_row(Span("Shared", "heading"), Span(f"  {len(logs)}", "muted"))]
        if not logs:
            nothing = f"Nothing yet. {self.key('sheet')} makes a page for others, {self.key('export')} a table."
            rows.append(text_row(Span(nothing, "muted")))
        self.query_one("#body", Lines).show([*rows, *map(self._row, logs)])

    def _row(self, log: ExportLog) -> Row:
        desk = self.desk

        def draw(cells: int) -> Line:
            to = desk.prose.note(log.to) if log.to else ""
            whom = log.audience.label if not to else f"{log.audience.label}: {to}"
            about = desk.as_shaded(whom_about(desk.caseload, log))
            gone = " · file deleted" if log.file_deleted_on else ""
            size = max(12, (cells - _DAY - _WHAT - len(gone)) // 2)
            return (
                cell(day(log.given_on, desk.caseload.today), _DAY, "muted"),
                cell(safe(log.what), _WHAT),
                cell(f"for {whom}", size, "strong"),
                Span(about),
                Span(gone, "muted"),
            )

        return Row(log.id, draw)

    def draw_detail(self) -> None:
        self.query_one(ShareDetail).show(self.highlighted.share)

    def say(self, text: str, student_id: str = "") -> None:
        wanted = (("open", "what was in it"), ("delete-share-file", "deletes its file"), ("back", "leave"))
        super().say(text or self.hint(wanted), student_id)
