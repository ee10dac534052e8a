"""Every tag with the number of its notes: renamed, merged, hidden; Enter searches for its notes."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from textual.binding import BindingType

from advisory.rules.tag.tags import TagUse
from advisory.tui.commands.registry import bindings_of
from advisory.tui.highlighted import Highlighted
from advisory.tui.prose import day
from advisory.tui.screens.base.over_screen import OverScreen
from advisory.tui.screens.base.text_rows import section_heading, text_row
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Span, cell

_NAME, _NOTES = 26, 12


class TagsScreen(OverScreen, inherit_bindings=False):
    """Opens over a mode. The hidden tags stand below the others."""

    stem = "tags"
    is_of_one_student = True
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def make_body(self) -> Lines:
        return Lines(id="body")

    def row(self, key: str) -> Highlighted:
        tag = next((tag for tag in self.desk.caseload.tags.all if key and tag.key == key), None)
        return Highlighted(self.desk, row="tag" if tag else "", tag=tag)

    def draw_body(self) -> None:
        self.query_one("#body", Lines).show(list(self._rows()))

    def _rows(self) -> Iterator[Row]:
        tags = self.desk.caseload.tags.all
        offered, hidden = [tag for tag in tags if not tag.hidden], [tag for tag in tags if tag.hidden]
        yield text_row(Span("Tags", "heading"), Span(f"  {len(tags)}", "muted"))
        if not tags:
            yield text_row(Span("No tags yet. Type #lab in a note, and the note has the tag lab.", "muted"))
        yield from map(self._row, offered)
        if hidden:
            yield from section_heading("Hidden: not offered while you type, kept on their notes")
            yield from map(self._row, hidden)

    def _row(self, tag: TagUse) -> Row:
        notes = "1 note" if tag.count == 1 else f"{tag.count:,} notes"
        last = day(date.fromisoformat(tag.last_on), self.desk.caseload.today) if tag.last_on else ""
        name = self.desk.prose.note(f"#{tag.name}")
        return text_row(
            cell(name, _NAME, "muted" if tag.hidden else "accent"),
            cell(notes, _NOTES),
            Span(last, "muted"),
            key=tag.key,
        )
