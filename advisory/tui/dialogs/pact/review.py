"""The form for a review of a pact: what was kept and met is ticked while the box for the words is empty."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import BindingType
from textual.widget import Widget

from advisory.model import glyphs
from advisory.model.words import Observer
from advisory.rules.pact.keeping import Marked
from advisory.tui.dialogs.form.box import Box
from advisory.tui.dialogs.form.field import Field
from advisory.tui.dialogs.form.field_input import FieldInput
from advisory.tui.dialogs.form.form import FormDialog
from advisory.tui.dialogs.form.opening import Opening
from advisory.tui.prose import cut
from advisory.tui.widgets.lists.body import Body
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span

MARKS = "marks"
"""The name under which the values and a draft hold what is ticked."""
_SIDES = {Observer.STUDENT: "what they do", None: "how you both know", Observer.ADVISOR: "what you do"}
_HEIGHT = 7
"""The most rows that the lines of the pact take."""


class MarkLine(NamedTuple):
    """A line of the pact that can be marked, with a safe text."""

    mark: Marked
    text: str

    @property
    def key(self) -> str:
        """`student:0`, `:1` for a success line."""
        return f"{self.mark.side or ''}:{self.mark.number}"


def marks_in(values: Mapping[str, str]) -> list[Marked]:
    """The lines that are ticked in a form's values."""
    keys = (key.partition(":") for key in values.get(MARKS, "").split())
    return [Marked(int(number), Observer(side) if side else None) for side, _, number in keys]


def _heading(words: str) -> Row:
    return Row("", lambda _cells: (Span(words, "muted"),))


class _MarkLines(Lines, inherit_bindings=False):
    """The lines of the pact, to tick."""

    FOCUS_ON_CLICK: ClassVar[bool] = False
    """Ticking with the mouse leaves the focus in the box."""
    BINDINGS: ClassVar[list[BindingType]] = [
        ("down", "go(1)", "Down"),
        ("up", "go(-1)", "Up"),
        ("space", "tick", "Mark"),
    ]

    def action_go(self, by: int) -> None:
        self.move(by)

    def action_tick(self) -> None:
        self.open()


class _Words(FieldInput):
    """The box for the words. While it is empty, the arrows and Space work in the lines of the pact."""

    act: Callable[[str], bool] | None = None

    async def on_key(self, event: events.Key) -> None:
        if self.act is not None and not self.value and self.act(event.key):
            event.stop()
            event.prevent_default()


class ReviewDialog(FormDialog):
    """The values also hold what is ticked, as `MARKS`. It opens with `more` as the lines; without any it is a plain form."""

    def begin(self, opening: Opening) -> None:
        super().begin(opening)
        self._marked: Sequence[MarkLine] = opening.more
        known = {line.key for line in self._marked}
        self._ticked = {key for key in self._drafted.get(MARKS, "").split() if key in known}

    def above(self, field: Field) -> Iterable[Widget]:
        if field is self._fields[-1]:
            yield _MarkLines(id="review-lines")

    def _make_box(self, field: Field) -> Box:
        if field is not self._fields[-1]:
            return super()._make_box(field)
        return _Words(self._value_of(field), id=f"field-{field.name}", submit=self._go_on)

    def show_begun(self) -> None:
        lines, rows, box = self.query_one(_MarkLines), list(self._rows()), self.widget_of(self._fields[-1].name)
        lines.display = bool(rows)
        lines.styles.height = min(_HEIGHT, len(rows))
        lines.forget()
        lines.show(rows)
        if isinstance(box, _Words):
            box.act = self._act if rows else None
        super().show_begun()

    def _rows(self) -> Iterable[Row]:
        for side, lines in groupby(self._marked, lambda line: line.mark.side):
            yield _heading(_SIDES[side])
            yield from (Row(line.key, self._drawing(line)) for line in lines)

    def _drawing(self, line: MarkLine) -> Callable[[int], Line]:
        def draw(cells: int) -> Line:
            is_ticked = line.key in self._ticked
            mark = Span(f"{glyphs.DONE if is_ticked else glyphs.OPEN} ", "good" if is_ticked else "accent")
            return (mark, Span(cut(line.text, cells - 2), "good" if is_ticked else ""))

        return draw

    def _act(self, key: str) -> bool:
        """Do what a key does in the lines; False if it does nothing there."""
        lines = self.query_one(_MarkLines)
        match key:
            case "up" | "down":
                lines.move(1 if key == "down" else -1)
            case "left" | "right":
                self._go_to_side(1 if key == "right" else -1)
            case "space":
                self._tick()
            case _:
                return False
        return True

    def _go_to_side(self, by: int) -> None:
        """Go to the first line of the next part, or of the one before."""
        firsts = [next(lines).key for _, lines in groupby(self._marked, lambda line: line.mark.side)]
        keys = [line.key for line in self._marked]
        lines = self.query_one(_MarkLines)
        here = keys.index(lines.key) if lines.key in keys else 0
        places = [keys.index(key) for key in firsts]
        wanted = [at for at in places if at > here] if by > 0 else [at for at in reversed(places) if at < here]
        if wanted:
            lines.go_to(keys[wanted[0]])

    def _tick(self) -> None:
        lines = self.query_one(_MarkLines)
        self._ticked ^= {lines.key} - {""}
        lines.refresh_row(lines.key)
        self._typed()

    def on_body_opened(self, event: Body.Opened) -> None:
        event.stop()
        self._tick()

    @property
    def _keys(self) -> str:
        box = self.focused
        if self._marked and isinstance(box, _Words) and not box.value:
            return f"Enter or ^s saves · ↑↓→ Space mark · {self._leaving('Esc keeps it')}"
        return super()._keys

    def on_input_changed(self) -> None:
        super().on_input_changed()
        self._show_keys()

    @property
    def values(self) -> dict[str, str]:
        return {**super().values, MARKS: " ".join(line.key for line in self._marked if line.key in self._ticked)}

    @property
    def initial_values(self) -> dict[str, str]:
        return {**super().initial_values, MARKS: ""}

    def action_discard(self) -> None:
        self._ticked.clear()
        if self._marked:
            self.query_one(_MarkLines).refresh()
        super().action_discard()
