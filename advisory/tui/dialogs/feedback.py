"""The dialog for a feedback conversation: a guide of nine moves, with fields for notes at some of them."""

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from advisory.casework.learning.hold_feedback import Whose
from advisory.rules.learning.feedback_moves import FEEDBACK_MOVES
from advisory.tui.prose import cut, wrap
from advisory.tui.widgets.boxes.note_area import NoteArea
from advisory.tui.widgets.lists.move_list import MoveList

from .form.box import Box
from .form.field import Field, FieldKind
from .form.form import FormDialog
from .form.opening import Opening
from .form.parts import show_text

MOVE = "move"
"""The name under which the values hold the key of the current move."""
FIELDS = [
    Field("difficulty", "The hard part, as you two see it", hint="What makes this hard?", is_long=True),
    Field("saw", "What you see", hint="What is there, and what isn't yet?", is_long=True),
    Field("student_says", "Their words", hint="Their words:", is_long=True),
    Field("next_action", "What comes next", hint="small enough to start this week"),
    Field("whose", "Who does it", choices=[(whose.value, whose.label) for whose in Whose], is_beside=True),
    Field("again_on", "Next review on", hint="e.g. fri, +7, 11/30; or leave blank", kind=FieldKind.DAY),
]
_ONLY_TALK = "Nothing to write at this step. ↓ or Enter goes on."
_PROSE = frozenset(field.name for field in FIELDS if not field.choices and field.kind is not FieldKind.DAY)
"""The fields that take any words."""
_LINES = 5
"""Lines of text about a move, so that a box of three lines fits below them on the smallest screen."""


class FeedbackDialog(FormDialog, inherit_bindings=False):
    """A form that shows each field at its move. It opens with `more` as safe texts that help at a move, by the move's key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "leave", "Leave it"),
        ("ctrl+s", "take", "Take it"),
        Binding("ctrl+d", "discard", "Throw the draft away", priority=True),  # in a box it would delete a letter
        ("enter", "go_on", "Go on"),
        ("down,tab", "go(1)", "Next move"),
        ("up,shift+tab", "go(-1)", "Previous move"),
    ]

    def begin(self, opening: Opening) -> None:
        super().begin(opening)
        self._aids: Mapping[str, str] = opening.more
        self._stops = [(at, name) for at, move in enumerate(FEEDBACK_MOVES) for name in move.writes or ("",)]
        """The stops of ↑ and ↓: each move with one of its fields, "" for a move without fields."""
        here = (at for at, (move, _) in enumerate(self._stops) if FEEDBACK_MOVES[move].key == self._drafted.get(MOVE))
        self._at = next(here, 0)
        self._reached = set(range(self.move + 1))

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -talk"):
            with Vertical(classes="dialog-head"):
                yield Static(classes="dialog-heading", markup=False)
            yield MoveList([move.label for move in FEEDBACK_MOVES], chosen=self._go_to_move)
            with Vertical(id="feedback-move", classes="dialog-fields"):
                yield Static(id="feedback-purpose", markup=False)
                yield Static(id="feedback-opener", markup=False)
                yield Static(id="feedback-aid", markup=False)
                for field in self._fields:
                    if not field.is_beside:
                        yield self._label(field)
                    yield self._box(field)
            with Vertical(classes="dialog-foot") as foot:
                yield Static(classes="dialog-problem", markup=False)
                yield Static(classes="dialog-keys", markup=False)
            foot.styles.dock, foot.styles.height = "bottom", "auto"

    @property
    def _keys(self) -> str:
        is_last = self._at == len(self._stops) - 1
        leaving = self._leaving("Esc keeps the draft")
        return f"{'Enter saves' if is_last else 'Enter ↓ next'} · ↑ back · ^s saves · {leaving}"

    def _make_box(self, field: Field) -> Box:
        if not field.is_long:
            return super()._make_box(field)
        return NoteArea(id=f"field-{field.name}", submit=self._go_on, takes=self._takes)

    def on_resize(self) -> None:
        self.call_next(self._draw)

    # --- from move to move ----------------------------------------------------------------------------------------

    @property
    def move(self) -> int:
        """The index of the current move."""
        return self._stops[self._at][0]

    def action_go(self, by: int) -> None:
        self._at = max(0, min(self._at + by, len(self._stops) - 1))
        self._focus_current()
        self._typed()

    def action_go_on(self) -> None:
        """Go to the next stop; after the last one, save."""
        if self._at == len(self._stops) - 1:
            self.action_take()
        else:
            self.action_go(1)

    def _go_on(self, widget: Widget) -> None:
        _ = widget
        self.action_go_on()

    def _go_to_move(self, move: int) -> None:
        self._at = next(at for at, (there, _) in enumerate(self._stops) if there == move)
        self.action_go(0)

    def _takes(self, event: events.Key) -> bool:
        """Let ↑ on the first line of a box, or ↓ on its last line, go to another stop."""
        area = self.focused
        if not isinstance(area, NoteArea) or not area.ends_at(event.key):
            return False
        self.action_go(1 if event.key == "down" else -1)
        return True

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click into another field of the current move goes there."""
        event.prevent_default()  # a plain form would scroll
        here = self._stops[self._at]
        for at, (move, name) in enumerate(self._stops):
            if move == self.move and (move, name) != here and event.widget.id == f"field-{name}":
                self._at = at
                self._show_keys()

    def on_key(self, event: events.Key) -> None:
        """Put what is typed where there is no field into the nearest one, and say so: no letter is lost."""
        if not event.is_printable or event.character is None or self.focused is not self.query_one(MoveList):
            return
        event.stop()
        if event.character.isspace():
            self._show_notice(_ONLY_TALK)
            return
        writing = [at for at, (_, name) in enumerate(self._stops) if name in _PROSE]
        self._at = next((at for at in writing if at > self._at), writing[-1])
        self._focus_current()
        box = self.widget_of(self._stops[self._at][1])
        if isinstance(box, NoteArea):
            box.move_cursor(box.document.end)
            box.insert(event.character)
        elif isinstance(box, Input):
            box.cursor_position = len(box.value)
            box.insert_text_at_cursor(event.character)
        self._show_notice("There is no box at that move: you write here.")

    def _focus_current(self) -> None:
        """Show the current move with its fields, and focus the field to write in."""
        self._reached.add(self.move)
        self._show_notice(self._problem)
        writes = FEEDBACK_MOVES[self.move].writes
        for field in self._fields:
            for part in (self._boxes[field.name], self._labels.get(field.name)):
                if part is not None:
                    part.display = field.name in writes
        self._draw()
        name = self._stops[self._at][1]
        self.set_focus(self._boxes[name] if name else self.query_one(MoveList))
        self._show_keys()

    def _draw(self) -> None:
        move = FEEDBACK_MOVES[self.move]
        self.query_one(MoveList).show(self.move, self._written())
        cells = max(1, self.query_one("#feedback-move").content_size.width)
        purpose, opener = wrap(move.purpose, cells), wrap(f"“{move.opener}”", cells)
        aid = wrap(self._aids.get(move.key, ""), cells)
        fitting = max(0, _LINES - len(purpose) - len(opener) - 1)
        aid = [*aid[:fitting], cut(" ".join(aid[fitting:]), cells)]
        for part, lines in (("purpose", purpose), ("opener", opener), ("aid", aid)):
            shown = self.query_one(f"#feedback-{part}", Static)
            show_text(shown, "\n".join(filter(None, lines)))
            shown.display = any(lines)

    def _written(self) -> set[int]:
        """The moves that have notes. A field that two moves share counts for the first until the second one is reached."""
        values, seen, written = self.values, set[str](), set[int]()
        for at, move in enumerate(FEEDBACK_MOVES):
            names = {name for name in move.writes if name != "whose" and values[name].strip()}
            if names - seen or (names and at in self._reached):
                written.add(at)
            seen |= names
        return written

    # --- leaving, and saving the draft ----------------------------------------------------------------------------

    @property
    def values(self) -> dict[str, str]:
        return {**super().values, MOVE: FEEDBACK_MOVES[self.move].key}

    @property
    def initial_values(self) -> dict[str, str]:
        return {**super().initial_values, MOVE: FEEDBACK_MOVES[0].key}

    def action_take(self) -> None:
        """Save; if what the advisor saw is missing, go to its field first."""
        if not self.values["saw"].strip():
            self._at = next(at for at, (_, name) in enumerate(self._stops) if name == "saw")
            self._focus_current()
        super().action_take()

    def action_discard(self) -> None:
        self._at, self._reached, self._problem = 0, {0}, ""
        super().action_discard()
        self._focus_current()

    def _typed(self) -> None:
        super()._typed()
        self._draw()
