"""A form: fields one below the other. Enter goes to the next field and saves in the last one; Ctrl+S saves anywhere.

Its footer says what Enter does in the field with the focus: `enter_words`.
"""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from advisory.tui.dialogs.dialog import Dialog
from advisory.tui.widgets.boxes.check_in_line import DRAFT_AFTER
from advisory.tui.widgets.boxes.choice import Choice
from advisory.tui.widgets.boxes.note_area import NoteArea

from .box import Box, fill_box
from .field import Field
from .field_input import FieldInput
from .opening import Opening
from .parts import FieldScroll, enter_words, show_text


class FormDialog(Dialog[dict[str, str] | None], inherit_bindings=False):
    """Returns the values by field name, or None.

    It may be kept when it closes, and begin again about somebody else: see `kept.py`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "leave", "Leave it"),
        ("ctrl+s", "take", "Take it"),
        Binding("ctrl+d", "discard", "Throw the draft away", priority=True),  # in a box it would delete a letter
        ("tab", "complete", "Complete a path, a name or a tag, or next field"),
        ("down", "app.focus_next", "Next field"),
        ("up,shift+tab", "app.focus_previous", "Previous field"),
    ]

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self._timer: Timer | None = None
        self._labels: dict[str, Static] = {}
        self._boxes: dict[str, Box] = {}
        self.begin(opening)

    def begin(self, opening: Opening) -> None:
        """Set what the form is about and opens with; `show_begun` shows it."""
        self._opening, self._fields, self._drafted = opening, opening.fields, opening.drafted
        begins = next((field.name for field in self._fields if field.is_first), self._fields[0].name)
        self.focus_on = opening.focus_on or begins
        self._covered, self._unkept = opening.covered, opening.unkept
        self._problem = opening.problem or opening.unkept
        if self._drafted and not self._problem:
            self._problem = "Your draft is back. ^d discards it."

    def begin_again(self, opening: Opening) -> None:
        """Reuse the form, which is closed, for another opening with the same kinds of fields; nothing of the last one is shown."""
        self._has_left = False
        self.clear_selection()
        self.begin(opening)
        self.query_one(".dialog-fields").scroll_to(0, 0, animate=False, force=True, immediate=True)
        self.show_begun()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            with Vertical(classes="dialog-head") as head:
                yield Static(classes="dialog-heading", markup=False)
                yield Static(classes="dialog-about", markup=False)
            with FieldScroll(classes="dialog-fields"):
                for field in self._fields:
                    yield from self.above(field)
                    if not field.is_beside:
                        yield self._label(field)
                    yield self._box(field)
            with Vertical(classes="dialog-foot") as foot:
                yield Static(classes="dialog-problem", markup=False)
                yield Static(classes="dialog-keys", markup=False)
            for part, edge in ((head, "top"), (foot, "bottom")):  # stay in view however many fields there are
                part.styles.dock, part.styles.height = edge, "auto"

    def _label(self, field: Field) -> Static:
        label = self._labels[field.name] = Static(classes="field-label", markup=False)
        return label

    def _box(self, field: Field) -> Box:
        box = self._boxes[field.name] = self._make_box(field)
        return box

    def above(self, field: Field) -> Iterable[Widget]:  # noqa: ARG002 - a plain form has only its fields
        """What stands above a field besides its label."""
        return ()

    @property
    def _keys(self) -> str:
        """The footer: what the keys do in the field with the focus, or in the one to begin with."""
        enter = enter_words(self._field, is_last=self._field is self._fields[-1], does=self._opening.does)
        return f"{enter} · {self._leaving('Esc keeps the draft') if self._opening.keep else 'Esc closes'}"

    def _leaving(self, words: str) -> str:
        """What Escape does with the draft: `words`, unless the disk keeps none."""
        return "Esc: not kept" if self._unkept else words

    @property
    def _field(self) -> Field:
        """The field with the focus, or the one to begin with."""
        name = (self.focused.id or "").removeprefix("field-") if self.focused is not None else ""
        by_name = {field.name: field for field in self._fields}
        return by_name.get(name) or by_name.get(self.focus_on) or self._fields[0]

    def _show_keys(self) -> None:
        show_text(self.query_one(".dialog-keys", Static), self._keys)

    def _show_notice(self, sentence: str) -> None:
        """Say something in the foot of the form."""
        show_text(self.query_one(".dialog-problem", Static), sentence)

    def _make_box(self, field: Field) -> Box:
        """Make the box of a field."""
        name = f"field-{field.name}"
        if field.choices:
            return Choice(
                field.choices, id=name, is_beside=field.is_beside, submit=self._go_on, changed=self._choice_changed
            )
        if not (field.is_long or field.is_list):
            return FieldInput(self._value_of(field), id=name, submit=self._go_on)
        return NoteArea(id=name, submit=None if field.is_list else self._go_on)

    def _value_of(self, field: Field) -> str:
        return self._drafted.get(field.name, field.value)

    def _choice_changed(self) -> None:
        """Do what depends on a choice."""

    def on_mount(self) -> None:
        self.show_begun()

    def show_begun(self) -> None:
        """Put everything in that the form shows at first, and forget what it showed before, if it is kept."""
        show_text(self.query_one(".dialog-heading", Static), self._opening.heading)
        for about in self.query(".dialog-about").results(Static):
            about.display = bool(self._opening.about)
            show_text(about, self._opening.about)
        for field in self._fields:
            if field.name in self._labels:
                show_text(self._labels[field.name], field.label)
            fill_box(self._boxes[field.name], field, self._value_of(field), covered=self._covered)
        self._show_notice(self._problem)
        self._focus_current()
        self._show_keys()

    def _focus_current(self) -> None:
        """Focus the field to begin with."""
        self.set_focus(self._boxes[self.focus_on], scroll_visible=False)

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:  # noqa: FBT001, FBT002 - as Textual has it
        """Leave the scrolling to where a field gets the focus: which of two scrolls came first would be left to chance."""
        is_field = widget in self._boxes.values()
        super().set_focus(widget, scroll_visible=scroll_visible and not is_field, from_app_focus=from_app_focus)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say what Enter does in the field, and scroll to it and to its label, which is above it."""
        self._show_keys()
        shown = self.query_one(".dialog-fields").children
        if event.widget in shown:
            for part in (shown[shown.index(event.widget) - 1], event.widget):
                self.call_after_refresh(part.scroll_visible, animate=False, immediate=True)

    def widget_of(self, name: str) -> Box:
        """The box of a field."""
        return self._boxes[name]

    @property
    def values(self) -> dict[str, str]:
        """The current values by field name."""
        return {field.name: self._boxes[field.name].value for field in self._fields}

    @property
    def initial_values(self) -> dict[str, str]:
        """The values before anything was typed."""
        return {field.name: field.initial for field in self._fields}

    def action_take(self) -> None:
        self.take(self.values)

    def take(self, values: dict[str, str]) -> None:
        """Close with the values. If they are refused, the form opens again at the same field."""
        self._stop()
        self._stay_at_focus()
        self.dismiss(values)

    def dismiss(self, result: dict[str, str] | None = None) -> AwaitComplete:
        """Close, and leave no box with a cursor that blinks."""
        closing = super().dismiss(result)
        self.set_focus(None)
        return closing

    def _stay_at_focus(self) -> None:
        """Remember the field with the focus, for when the form opens again."""
        if self.focused is not None and self.focused.id is not None:
            self.focus_on = self.focused.id.removeprefix("field-")

    def action_complete(self) -> None:
        """In a box for a path, a name or tags, complete what is typed; otherwise, and once nothing is to add, go to the next field."""
        if not (isinstance(self.focused, FieldInput) and self.focused.complete()):
            self.focus_next()

    def action_leave(self) -> None:
        self.keep_now()
        self._stay_at_focus()
        self.dismiss(None)

    def action_discard(self) -> None:
        """Throw away the draft, and show the values from before."""
        initial = self.initial_values
        for field in self._fields:
            self._boxes[field.name].value = initial[field.name]
        self._show_notice("")
        self.keep_now()

    def keep_now(self) -> None:
        """Save the draft to disk now, or delete it if nothing was changed."""
        self._stop()
        if self._opening.keep is not None and not self._has_left:
            values = self.values
            unkept = self._opening.keep({} if values == self.initial_values else values)
            if unkept != self._unkept:
                self._unkept = unkept
                self._show_notice(unkept)
                self._show_keys()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _typed(self) -> None:
        self._stop()
        self._timer = self.set_timer(DRAFT_AFTER, self.keep_now)

    def on_input_changed(self) -> None:
        self._typed()

    def on_text_area_changed(self) -> None:
        self._typed()

    def _go_on(self, widget: Widget) -> None:
        if widget.id == f"field-{self._fields[-1].name}":
            self.action_take()
        else:
            self.focus_next()
