"""The dialog for a group check-in: who was there, a text about all of them, and lines about single students."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Static

from advisory.model import glyphs
from advisory.model.words import Kind
from advisory.tui.widgets.boxes.check_in_line import DRAFT_AFTER
from advisory.tui.widgets.boxes.choice import Choice
from advisory.tui.widgets.boxes.note_area import Complete, NoteArea
from advisory.tui.widgets.lists.ticks import Tick, Ticks

from .dialog import Dialog
from .form.field_input import FieldInput
from .group_entry import GroupEntry

_KEYS_WHILE_EMPTY = "↑↓←→ Space tick · type the text, Enter or ^s saves · Tab names · Esc close"
_KEYS = {
    "group-text": "Enter or ^s saves · Tab names, for a line of their own · Esc keeps the draft",
    "group-ticks": "Space tick · Enter their own line · a letter jumps · ! invert · - none · * all · Tab kind · ^s saves",
    "group-own": "Enter back to the names · ^s saves · Esc keeps the draft",
    "group-kind": "← → choose · Enter text · Tab topic · ^s saves · Esc keeps the draft",
    "group-topic": "Enter or Tab text · ^s saves · Esc keeps the draft",
}
"""The help line for the keys, by the id of the widget that has the focus."""


class GroupText(NoteArea):
    """The text about all. While it is empty, the arrows and Space work in the grid of names."""

    def __init__(self, ticks: Ticks, submit: Callable[[NoteArea], None], tags: Complete) -> None:
        super().__init__(placeholder="What did you see or hear?", id="group-text", submit=submit, tags=tags)
        self._grid_keys: dict[str, Callable[[], None]] = {
            "up": partial(ticks.move, -1),
            "down": partial(ticks.move, 1),
            "left": partial(ticks.move_across, -1),
            "right": partial(ticks.move_across, 1),
            "space": ticks.toggle,
        }

    async def on_key(self, event: events.Key) -> None:
        act = None if self.text else self._grid_keys.get(event.key)
        if act is not None:
            event.stop()
            event.prevent_default()  # or Textual would call the handlers of NoteArea and TextArea too
            act()


class GroupDialog(Dialog[GroupEntry | None], inherit_bindings=False):
    """Returns the entry, or None. `keep` gets it as a draft, which is empty if nothing was changed, and returns why it can't keep it.

    `read` says in words how the text about all is read, for the students ticked and the kind.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "leave", "Leave it"),
        ("ctrl+s", "take", "Take it"),
        Binding("ctrl+d", "discard", "Throw the draft away", priority=True),  # in a box it would delete a letter
        ("tab", "go(1)", "Next"),
        ("shift+tab", "go(-1)", "Previous"),
    ]

    def __init__(
        self,
        ticks: Sequence[Tick],
        drafted: Mapping[str, str],
        *,
        keep: Callable[[dict[str, str]], str],
        read: Callable[[GroupEntry], str],
        tags: Complete,
        problem: str = "",
        unkept: str = "",
        covered: bool = False,
    ) -> None:
        super().__init__()
        self._everybody, self._keep, self._read, self._tags, self._covered = ticks, keep, read, tags, covered
        self._entry = GroupEntry.drafted(drafted, ticks)
        self._problem = problem or unkept or ("Your draft is back. ^d discards it." if drafted else "")
        self._lines = dict(self._entry.lines)
        self._own = ""
        """The id of the student whom the line below the grid is about."""
        self._timer: Timer | None = None
        self._unkept = unkept
        """Why the draft can't be kept; "" if it is."""

    def compose(self) -> ComposeResult:
        entry = self._entry
        kinds = [(kind.value, kind.label) for kind in Kind]
        ticks = Ticks(self._everybody, id="group-ticks", changed=self._typed, opened=self._open_own)
        ticks.show(set(entry.ticked), self._lines)
        text = GroupText(ticks, lambda _area: self.action_take(), self._tags)
        text.text = entry.text
        text.cover(covered=self._covered)
        with Vertical(classes="dialog -group"):
            with Vertical(classes="dialog-head") as head:
                yield Static(id="group-heading", classes="dialog-heading", markup=False)
            yield ticks
            with Vertical(classes="dialog-foot") as foot:
                yield Static(id="group-own-label", classes="field-label", markup=False)
                yield FieldInput("", "", id="group-own", covered=self._covered, submit=lambda _box: self._close_own())
                yield text
                yield Static(id="group-reading", classes="dialog-about", markup=False)
                with Horizontal(classes="group-row"):
                    yield Static(Content("Kind "), classes="field-label")
                    yield Choice(
                        kinds,
                        entry.kind.value,
                        id="group-kind",
                        covered=self._covered,
                        submit=lambda _choice: self.set_focus(self.text),
                    )
                with Horizontal(classes="group-row"):
                    yield Static(Content("Topic "), classes="field-label")
                    yield FieldInput(
                        entry.topic,
                        "what you all talked about, in a few words",
                        id="group-topic",
                        covered=self._covered,
                        submit=lambda _box: self.set_focus(self.text),
                    )
                problem = Static(Content(self._problem), classes="dialog-problem")
                problem.display = bool(self._problem)
                yield problem
                yield Static(id="group-keys", classes="dialog-keys", markup=False)
            for part, edge in ((head, "top"), (foot, "bottom")):  # stay in view however many names there are
                part.styles.dock, part.styles.height = edge, "auto"

    def on_mount(self) -> None:
        self._show_own(is_shown=False)
        self.text.move_cursor(self.text.document.end)
        self.set_focus(self.text)
        self._draw()

    @property
    def ticks(self) -> Ticks:
        """The grid of names."""
        return self.query_one(Ticks)

    @property
    def text(self) -> NoteArea:
        """The box for the text about all."""
        return self.query_one("#group-text", NoteArea)

    @property
    def own(self) -> FieldInput:
        """The line about one student."""
        return self.query_one("#group-own", FieldInput)

    @property
    def topic(self) -> FieldInput:
        """The line that says what the group talked about."""
        return self.query_one("#group-topic", FieldInput)

    @property
    def entry(self) -> GroupEntry:
        """The entry as filled in so far."""
        kind = Kind(self.query_one("#group-kind", Choice).value)
        return GroupEntry(self.text.text, kind, frozenset(self.ticks.ticked), dict(self._lines), self.topic.value)

    # --- the focus ------------------------------------------------------------------------------------------------

    def action_go(self, by: int) -> None:
        """Complete the tag being typed, or else move the focus between the text, the names, the kind and the topic."""
        if by > 0 and self.focused is self.text and self.text.complete():
            return
        stops = [self.text, self.ticks, self.query_one("#group-kind", Choice), self.topic]
        here = self.ticks if self.focused is self.own else self.focused
        at = stops.index(here) if here in stops else 0
        self.set_focus(stops[(at + by) % len(stops)])

    def on_descendant_focus(self) -> None:
        if self.focused is not self.own:
            self._show_own(is_shown=False)
        self._draw()

    def _draw(self) -> None:
        """Show how many are ticked, and what the keys do now."""
        is_empty = not self.text.text
        reading = self.query_one("#group-reading", Static)
        words = self._read(self.entry)
        reading.update(Content(words))
        reading.display = bool(words)
        self.ticks.show_cursor_always(always=self.focused is self.own or (self.focused is self.text and is_empty))
        count = f"{len(self.ticks.ticked)} of {len(self._everybody)}"
        legend = "" if all(tick.is_here for tick in self._everybody) else f" · [{glyphs.AWAY}] not here today"
        self.query_one("#group-heading", Static).update(Content(f"Together: who was there?  {count}{legend}"))
        where = self.focused.id if self.focused is not None else ""
        keys = _KEYS_WHILE_EMPTY if is_empty and self.focused is self.text else _KEYS.get(where or "", "")
        if self._unkept:
            keys = keys.replace("Esc keeps the draft", "Esc: not kept")
        self.query_one("#group-keys", Static).update(Content(keys))

    # --- the line about one student -------------------------------------------------------------------------------

    def _open_own(self) -> None:
        self._own = self.ticks.key
        with self.own.prevent(Input.Changed):
            self.own.value = self._lines.get(self._own, "")
        self.own.cursor_position = len(self.own.value)
        label = f"Just about {self.ticks.name_here}, added to the note for everyone:"
        self.query_one("#group-own-label", Static).update(Content(label))
        self._show_own(is_shown=True)
        self.set_focus(self.own)

    def _close_own(self) -> None:
        self._take_own()
        self.set_focus(self.ticks)

    def _show_own(self, *, is_shown: bool) -> None:
        for part in ("#group-own", "#group-own-label"):
            self.query_one(part).display = is_shown

    def _take_own(self) -> None:
        """Keep the line for its student, and tick the student when it is begun: they were there."""
        before, words = self._lines.pop(self._own, ""), self.own.value
        if words.strip():
            self._lines[self._own] = words
        ticked = self.ticks.ticked
        is_first = bool(words.strip()) and not before
        self.ticks.show(ticked | {self._own} if is_first else ticked, self._lines)

    # --- leaving, and saving the draft ----------------------------------------------------------------------------

    def action_take(self) -> None:
        self._stop()
        self.dismiss(self.entry)

    def action_leave(self) -> None:
        self.keep_now()
        self.dismiss(None)

    def action_discard(self) -> None:
        """Start over: everybody who is here is ticked, and all texts are empty."""
        begun = GroupEntry.begun(self._everybody)
        self._lines.clear()
        self.own.value = self.topic.value = self.text.text = ""
        self.ticks.show(set(begun.ticked), self._lines)
        self.query_one("#group-kind", Choice).value = begun.kind.value
        self.query_one(".dialog-problem").display = False
        self.set_focus(self.text)
        self.keep_now()

    def keep_now(self) -> None:
        """Save the draft to disk now, or delete it if nothing was changed."""
        self._stop()
        if not self._has_left:
            unkept = self._keep(self.entry.fields(self._everybody))
            if unkept != self._unkept:
                self._unkept = unkept
                problem = self.query_one(".dialog-problem", Static)
                problem.update(Content(unkept))
                problem.display = bool(unkept)
                self._draw()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _typed(self) -> None:
        self._stop()
        self._draw()
        self._timer = self.set_timer(DRAFT_AFTER, self.keep_now)

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input is self.own:
            self._take_own()
        self._typed()

    def on_text_area_changed(self) -> None:
        self._typed()
