"""How the pact editor looks: its fields in two columns, help with the one that has the focus, and what is wrong with each."""

from collections.abc import Iterator, Mapping

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from advisory.tui.dialogs.form.box import Box
from advisory.tui.dialogs.form.day_input import DayInput
from advisory.tui.dialogs.form.field import Field
from advisory.tui.dialogs.form.field_input import FieldInput
from advisory.tui.dialogs.form.form import FormDialog
from advisory.tui.dialogs.form.parts import FieldScroll, show_text
from advisory.tui.style.place import sheet
from advisory.tui.widgets.boxes.choice import Choice
from advisory.tui.widgets.boxes.list_area import ListArea
from advisory.tui.widgets.boxes.note_area import NoteArea

from .help import HELP
from .lines import how_often_at, who_at

WIDE = 100
"""On a screen at least this wide, the fields stand in two columns."""
_SECOND_COLUMN = "theirs"
"""The first field of the second column."""
_BEHIND = {"theirs": how_often_at, "mine": how_often_at, "others": who_at}


class PactPage(FormDialog, inherit_bindings=False):
    """A form that fills the screen."""

    CSS_PATH = [sheet("dialogs"), sheet("pact_editor")]  # noqa: RUF012 - Textual reads it so
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - likewise

    def compose(self) -> ComposeResult:
        names = [field.name for field in self._fields]
        second = names.index(_SECOND_COLUMN)
        with Vertical(classes="dialog -pact"):
            yield Static(classes="dialog-heading", markup=False)
            with FieldScroll(classes="dialog-fields"), Horizontal(id="pact-columns"):
                for column, classes in (
                    (self._fields[:second], "pact-column -first"),
                    (self._fields[second:], "pact-column"),
                ):
                    with Vertical(classes=classes):
                        for field in column:
                            yield self._row(field)
            with Vertical(classes="dialog-foot"):
                yield Static(classes="dialog-problem", markup=False)
                yield Static(id="pact-help", markup=False)
                yield Static(classes="dialog-keys", markup=False)

    def _row(self, field: Field) -> Vertical:
        return Vertical(
            *self._parts(field), id=f"row-{field.name}", classes="pact-row -beside" if field.is_beside else "pact-row"
        )

    def _parts(self, field: Field) -> Iterator[Widget]:
        """The label, the box, and a line for what is wrong with its value."""
        box = self._box(field)
        if isinstance(box, DayInput):
            yield Horizontal(self._label(field), box, Static(id=f"day-{field.name}", classes="field-day", markup=False))
        elif isinstance(box, FieldInput):
            yield Horizontal(self._label(field), box)
        elif isinstance(box, Choice):
            yield box
        else:
            yield from (self._label(field), box)
        yield Static(id=f"problem-{field.name}", classes="field-problem", markup=False)

    def _make_box(self, field: Field) -> Box:
        name = f"field-{field.name}"
        if field.is_list:
            behind = _BEHIND.get(field.name, len)
            return ListArea(id=name, go_on=self._go_on, takes=self._takes, behind=behind)
        if field.is_long:
            return NoteArea(id=name, submit=self._go_on, takes=self._takes)
        return super()._make_box(field)

    def on_mount(self) -> None:
        # the columns may become one below the other only some layouts after the screen has another size
        self.watch(self.query_one(".dialog-fields"), "virtual_size", self._keep_in_view, init=False)

    def show_begun(self) -> None:
        super().show_begun()
        for field in self._fields:
            self._show_problem(field.name, "")
        self._show_help()

    def on_resize(self) -> None:
        self.call_next(self._fit)

    def _fit(self) -> None:
        """Let a box be as tall as the screen has room for, with its label and a problem."""
        room = max(3, self.query_one(".dialog-fields").size.height - 2)
        for area in self.query(NoteArea):
            area.styles.max_height = room
        self._keep_in_view()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Scroll to the field, and show its help."""
        event.prevent_default()  # or the plain form would scroll too
        self._show_keys()
        if self._here in self._boxes:
            self._show_help()
            self._keep_in_view()

    def _show_help(self) -> None:
        show_text(self.query_one("#pact-help", Static), HELP[self._here].replace("{hint}", self._field.hint))

    @property
    def _here(self) -> str:
        """The name of the field with the focus; "" if none has it."""
        return (self.focused.id or "").removeprefix("field-") if self.focused is not None else ""

    def _keep_in_view(self) -> None:
        if self._here:
            row = self.query_one(f"#row-{self._here}")
            self.call_after_refresh(row.scroll_visible, animate=False, immediate=True)

    def _typed(self) -> None:
        super()._typed()
        if self._here:
            self._show_problem(self._here, "")
        self._keep_in_view()

    def action_discard(self) -> None:
        super().action_discard()
        self._show_problems({})

    def _takes(self, event: events.Key) -> bool:
        """Let ↑ on the first line of a box, or ↓ on its last line, go to another field."""
        area = self.focused
        if not isinstance(area, NoteArea) or not area.ends_at(event.key):
            return False
        self.focus_previous() if event.key == "up" else self.focus_next()
        return True

    def _show_problems(self, problems: Mapping[str, str]) -> bool:
        """Show each problem at its field, and go to the first one. Returns whether there is any."""
        for field in self._fields:
            self._show_problem(field.name, problems.get(field.name, ""))
        first = next((field.name for field in self._fields if field.name in problems), "")
        if first:
            self._show_notice(f"{len(problems)} fields need something. Here is the first." if len(problems) > 1 else "")
            self.set_focus(self.widget_of(first))
            self._keep_in_view()
        return bool(first)

    def _show_problem(self, name: str, sentence: str) -> None:
        problem = self.query_one(f"#problem-{name}", Static)
        show_text(problem, sentence)
        problem.display = bool(sentence)
