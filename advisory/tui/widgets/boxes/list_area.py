"""A box for a list with one item on each line, in which each line remembers the item it was."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from rich.text import Text
from textual import events
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from .note_area import NoteArea

FROM = "\t"
"""Stands between a line and the words it had originally; a new line has neither."""


class ListArea(NoteArea):
    """Enter adds a line, or on an empty line calls `go_on`. Ctrl+↑ and Ctrl+↓ move a line. Empty lines are removed.

    Its value, which a draft keeps, has for each line the words, FROM, and the original words. So an item keeps
    everything else that was recorded with it (such as the day it was met) when it is reworded or moved. `behind` says
    where in a line a side remark begins, which is drawn in another style.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"list-area--behind"}

    def __init__(
        self,
        *,
        placeholder: str = "",
        id: str,  # noqa: A002 - Textual's word
        go_on: "Callable[[ListArea], None]",
        takes: Callable[[events.Key], bool],
        behind: Callable[[str], int] = len,
    ) -> None:
        super().__init__(placeholder=placeholder, id=id, takes=self._takes_key)
        self.show_line_numbers = True
        self._go_on, self._takes_also, self._behind = go_on, takes, behind
        self._from: list[str] = [""]
        """The original words of each line, "" for a new one."""
        self._gone: dict[str, str] = {}
        """The original words of deleted lines, by their last words: a line that comes back gets them again."""
        self._is_taking_back = False

    def begin(self, value: str, hint: str, *, covered: bool) -> None:
        super().begin(value, hint, covered=covered)
        self._gone.clear()
        self._is_taking_back = False

    @property
    def value(self) -> str:
        lines = zip(self.document.lines, self._from, strict=True)
        return "\n".join(
            f"{words}{FROM}{came_from}" if came_from else words
            for line, came_from in lines
            if (words := one_line(line))
        )

    @value.setter
    def value(self, value: str) -> None:
        parts = [line.partition(FROM) for line in value.split("\n")]
        self.text = "\n".join(one_line(words) for words, _, _ in parts)
        self._from = [one_line(came_from) for _, _, came_from in parts]
        self.move_cursor(self.document.end)

    # --- following each line when they change ---------------------------------------------------------------------

    def edit(self, edit: Edit) -> EditResult:
        before = list(self.document.lines)
        result = super().edit(edit)
        self._follow(before)
        return result

    def undo(self) -> None:
        self._take_back(super().undo)

    def redo(self) -> None:
        self._take_back(super().redo)

    def load_text(self, text: str) -> None:
        before = list(self.document.lines)
        super().load_text(text)
        self._follow(before)

    def _take_back(self, do: Callable[[], None]) -> None:
        before = list(self.document.lines)
        do()
        self._follow(before)
        self._is_taking_back = True

    def _follow(self, before: Sequence[str]) -> None:
        """Move the original words along with their lines."""
        after = list(self.document.lines)
        if list(before) != after:
            self._from = carried_along(before, self._from, after, self._gone)

    # --- keys -----------------------------------------------------------------------------------------------------

    def _takes_key(self, event: events.Key) -> bool:
        moved = {"ctrl+up": -1, "ctrl+down": 1}.get(event.key)
        if moved is not None:
            self._move_line(moved)
        elif event.key == "enter":
            self._add_line()
        else:
            return self._takes_also(event)
        return True

    def _add_line(self) -> None:
        start, end = sorted(self.selection)
        if start == end and not self.document.get_line(start[0]).strip():
            self._go_on(self)
            return
        self.replace("\n", start, end, maintain_selection_offset=False)
        if start == end and start[1] == 0:
            self.move_cursor(start)  # a line before this one

    def _move_line(self, by: int) -> None:
        row, column = self.cursor_location
        first, second = sorted((row, row + by))
        if first < 0 or second >= self.document.line_count:
            return
        lines = self.document.get_line(first), self.document.get_line(second)
        self.history.checkpoint()
        self.replace(f"{lines[1]}\n{lines[0]}", (first, 0), (second, len(lines[1])))
        self.move_cursor((row + by, column))

    # --- empty lines ----------------------------------------------------------------------------------------------

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        event.stop()
        if self._is_taking_back:
            self._is_taking_back = False  # dropping the empty line again would make undo go in circles
        else:
            self._drop_empty(but=self.cursor_location[0])

    def on_blur(self) -> None:
        self._drop_empty()

    def _drop_empty(self, *, but: int = -1) -> None:
        for row in reversed(range(self.document.line_count)):
            last = self.document.line_count - 1
            if row == but or last == 0 or self.document.get_line(row).strip():
                continue
            if row < last:
                self.delete((row, 0), (row + 1, 0))
            else:
                self.delete((row - 1, len(self.document.get_line(row - 1))), self.document.end)

    # --- drawing --------------------------------------------------------------------------------------------------

    def get_line(self, line_index: int) -> Text:
        shown = super().get_line(line_index)
        begins = self._behind(self.document.get_line(line_index))
        if begins < len(shown) and not self.is_covered:
            shown.stylize(self.get_component_rich_style("list-area--behind", partial=True), begins)
        return shown


def one_line(text: Any) -> str:
    """The text as one line of a list, with single spaces."""
    return " ".join(str(text).split())


def carried_along(before: Sequence[str], tags: Sequence[str], after: Sequence[str], gone: dict[str, str]) -> list[str]:
    """The tags of the lines in `after`: equal lines keep theirs, and the others get what is left, in order.

    Tags of lines that are gone are moved to `gone`, by the line's words, and come back when the line does.
    """
    first = _same(before, after)
    last = _same(before[first:][::-1], after[first:][::-1])
    old = list(zip(before[first : len(before) - last], tags[first : len(tags) - last], strict=True))
    new = after[first : len(after) - last]
    found: dict[int, str] = {}
    for at, line in enumerate(new):
        same = next((pair for pair in old if pair[0] == line), None)
        if same is not None:
            found[at] = same[1]
            old.remove(same)
    left = [at for at in range(len(new)) if at not in found]
    if len(left) < len(old):
        old.sort(key=lambda pair: not pair[1])  # when lines were joined, the one that has a tag counts
    for at, (_, tag) in zip(left, old, strict=False):
        found[at] = tag
    gone.update({line: tag for line, tag in old[len(left) :] if tag})
    came_back = {at: gone.pop(new[at], "") for at in left[len(old) :]}
    middle = [found.get(at, came_back.get(at, "")) for at in range(len(new))]
    return [*tags[:first], *middle, *tags[len(tags) - last :]]


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines the two have in common at the beginning."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (line, same) in enumerate(pairs) if line != same), min(len(one), len(other)))
