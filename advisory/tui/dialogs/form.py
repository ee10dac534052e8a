"""A plain form: some fields under each other, Enter on the last or ^s takes it, Escape leaves it."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from advisory.tui.widgets.choice import Choice
from advisory.tui.widgets.note_area import NoteArea

from .dialog import Dialog
from .field import Field
from .field_input import FieldInput


class FormDialog(Dialog[dict[str, str] | None], inherit_bindings=False):
    """Returns what was filled in by field name, or None."""

    AUTO_FOCUS = ""  # on_mount does it, without scrolling the first label out of sight
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(None)", "Leave it"),
        ("ctrl+s", "take", "Take it"),
        ("down,tab", "app.focus_next", "Next field"),
        ("up,shift+tab", "app.focus_previous", "Field before"),
    ]

    def __init__(
        self, heading: str, fields: list[Field], *, about: str = "", problem: str = "", covered: bool = False
    ) -> None:
        super().__init__()
        self._heading, self._fields, self._about, self._problem, self._covered = (
            heading,
            fields,
            about,
            problem,
            covered,
        )

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            with Vertical(classes="dialog-head") as head:
                yield Static(Content(self._heading), classes="dialog-heading")
                if self._about:
                    yield Static(Content(self._about), classes="dialog-about")
            with VerticalScroll(classes="dialog-fields", can_focus=False):
                for field in self._fields:
                    yield Static(Content(field.label), classes="field-label")
                    yield self._widget(field)
            with Vertical(classes="dialog-foot") as foot:
                yield Static(Content(self._problem), classes="dialog-problem")
                yield Static(
                    Content("Enter next field, on the last it saves · ^s save · Esc leave"), classes="dialog-keys"
                )
            for part, edge in ((head, "top"), (foot, "bottom")):  # in sight however many fields there are
                part.styles.dock, part.styles.height = edge, "auto"

    def _widget(self, field: Field) -> Widget:
        if field.choices:
            return Choice(field.choices, field.value or field.choices[0][0], id=f"field-{field.name}")
        if field.is_long:
            return self._long(field)
        return FieldInput(field.value, field.hint, id=f"field-{field.name}", covered=self._covered)

    def _long(self, field: Field) -> NoteArea:
        area = NoteArea(placeholder=field.hint, id=f"field-{field.name}")
        area.text = field.value
        area.cover(covered=self._covered)
        return area

    def on_mount(self) -> None:
        self.query_one(f"#field-{self._fields[0].name}").focus(scroll_visible=False)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Bring a field into sight with its label, which stands above it."""
        shown = self.query_one(".dialog-fields").children
        if event.widget in shown:
            label = shown[shown.index(event.widget) - 1]
            self.call_after_refresh(label.scroll_visible, animate=False)

    @property
    def values(self) -> dict[str, str]:
        """What the fields hold now."""
        held: dict[str, str] = {}
        for field in self._fields:
            widget = self.query_one(f"#field-{field.name}")
            if isinstance(widget, Input | Choice):
                held[field.name] = widget.value
            elif isinstance(widget, NoteArea):
                held[field.name] = widget.text
        return held

    def action_take(self) -> None:
        self.dismiss(self.values)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._go_on(event.input)

    def on_choice_chosen(self, event: Choice.Chosen) -> None:
        event.stop()
        self._go_on(event.choice)

    def on_note_area_submitted(self, event: NoteArea.Submitted) -> None:
        event.stop()
        self._go_on(event.area)

    def _go_on(self, widget: Widget) -> None:
        if widget.id == f"field-{self._fields[-1].name}":
            self.action_take()
        else:
            self.focus_next()
