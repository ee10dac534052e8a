"""The check-in line: a box for a note, and under it how the program understands it so far."""

from collections.abc import Callable
from itertools import takewhile
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets.text_area import Selection

from advisory.model.words import Kind, NotMadeReason
from advisory.tui.widgets.text.wrapped_text import WrappedText

from .note_area import Complete, NoteArea, location

_FEWEST_LINES, _MOST_LINES = 2, 5
"""How many lines the words under the box take: enough to show every mark that was read before Enter is pressed."""
DRAFT_AFTER = 0.5
"""Seconds after the last key until the draft is saved to disk."""
_REACHED: tuple[NotMadeReason | None, ...] = (None, *NotMadeReason)


class Typed(NamedTuple):
    """A note as typed so far. `student_id` is "" if the line begins with names; `kind` is None unless one was chosen."""

    student_id: str
    text: str
    kind: Kind | None = None
    not_reached: NotMadeReason | None = None
    older: tuple[str, ...] = ()
    """Unsaved notes that were begun before this one, the newest last."""


class Callbacks(NamedTuple):
    """What the screen does for the line."""

    keep: Callable[[Typed], bool]
    """Save the draft to disk; False if that fails."""
    save: Callable[[], None]
    read: Callable[[], None]
    """Describe under the line how the note is understood now."""
    complete: Callable[[str, int], list[str]]
    """For a line and a cursor position: the line with each name that could be completed there; none outside the names."""
    tags: Complete
    explain: Callable[[], None]


class CheckInLine(Vertical):
    """Opens over the bottom of a screen: for one student, or for whoever is named at the beginning of the note."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("ctrl+s", "save", "Save it"),
        ("tab", "complete_or_kind(1)", "Complete the name or tag, or next kind"),
        ("shift+tab", "complete_or_kind(-1)", "Previous name or kind"),
        ("f1", "explain", "What the marks mean"),
        ("f3", "reached", "Whether they were reached"),
    ]

    def __init__(self, callbacks: Callbacks) -> None:
        super().__init__(id="check-in")
        self._callbacks = callbacks
        self._timer: Timer | None = None
        self._completions: list[str] = []
        self._completes_tag = False
        self.is_open = False
        self.student_id = ""
        self.kind: Kind | None = None
        self.not_reached: NotMadeReason | None = None
        self._older: list[str] = []
        self._returned = ""
        """The draft that was offered, until the first key shows whether it is continued or replaced by another note."""

    def compose(self) -> ComposeResult:
        yield _Note(
            placeholder="", id="check-in-text", submit=self._submit, takes=self._takes, tags=self._callbacks.tags
        )
        yield WrappedText(id="check-in-about")

    @property
    def area(self) -> NoteArea:
        """The box for the note."""
        return self.query_one(NoteArea)

    @property
    def is_whole(self) -> bool:
        """Whether its widgets are mounted."""
        return bool(self.query(NoteArea))

    @property
    def typed(self) -> Typed:
        """The note as typed so far."""
        return Typed(self.student_id, self.area.text, self.kind, self.not_reached, tuple(self._older))

    def open_for(self, draft: Typed) -> None:
        """Begin a note, or continue a draft."""
        self.student_id, text, self.kind, self.not_reached, older = draft
        self._completions, self._older, self._returned = [], list(older), ""
        self.is_open = True
        self.area.placeholder = (
            "What did you see or hear?" if self.student_id else "name, name  What did you see or hear?"
        )
        self._put_back(text)
        self.display = True

    def _put_back(self, text: str) -> None:
        """Put a draft into the box. If it begins with names, select it, so that typing starts another note."""
        self.put(text)
        if text and not self.student_id:
            self.area.select_all()
            self._returned = text

    def put(self, text: str, at: int | None = None) -> None:
        """Put another text into the box, with the cursor after `at` characters, or at its end."""
        self.area.put(text, at)

    def point_at(self, at: int, word: str) -> None:
        """Select a word that can't be read, so that typing replaces it; without one, go to the end of what stands there."""
        if not (word or at):
            return  # the line as a whole is wrong
        text = self.area.text
        behind = at + len(word or "".join(text[at:].split(maxsplit=1)[:1] if text[at:][:1].strip() else ""))
        self.area.selection = Selection(location(text, at if word else behind), location(text, behind))

    def show_reading(self, about: str, *, is_clear: bool, covered: bool) -> None:
        """Show how the note is understood; what is still unclear looks like a task. `covered` hides the text of the note."""
        words = self.query_one("#check-in-about", WrappedText)
        words.show(about, "accent" if is_clear else "mine")
        lines = min(max(len(words.block(self._cells)), _FEWEST_LINES), _MOST_LINES)
        if words.styles.height is None or words.styles.height.value != lines:
            words.styles.height = lines  # only now, as it takes a new layout
        self.area.cover(covered=covered)

    def action_complete_or_kind(self, by: int) -> None:
        """Complete a tag or a name, again the next one that fits; elsewhere choose the next kind of check-in."""
        area = self.area
        if area.text not in self._completions:
            tags = area.completions
            self._completions = tags or self._callbacks.complete(area.text, area.cursor_at)
            self._completes_tag = bool(tags)
            at = 0 if by > 0 else -1
        else:
            at = (self._completions.index(area.text) + by) % len(self._completions)
        if self._completions:
            put = area.put_completed if self._completes_tag else area.put
            put(self._completions[at])
            return
        kinds = list(Kind)
        here = kinds.index(self.kind) if self.kind else 0
        self.kind = kinds[(here + by) % len(kinds)]
        self._callbacks.read()

    @property
    def _cells(self) -> int:
        """How wide the words under the box may be."""
        return max(1, self.screen.size.width - self.gutter.width)

    def action_reached(self) -> None:
        """Choose the next reason why they were not reached; after the last reason, they were reached."""
        at = (_REACHED.index(self.not_reached) + 1) % len(_REACHED)
        self.not_reached = _REACHED[at]
        self._callbacks.read()

    def action_save(self) -> None:
        self._submit(self.area)

    def action_explain(self) -> None:
        self._callbacks.explain()

    def _takes(self, event: events.Key) -> bool:
        """Handle two keys: a question mark before any words explains the marks, and Up goes through the older drafts."""
        if event.character == "?" and self.has_no_words:
            self._callbacks.explain()
            return True
        if event.key == "up" and self._older and self.area.cursor_location[0] == 0:
            text, now = self._older.pop(), self.area.text
            if now.strip():
                self._older.insert(0, now)
            self._put_back(text)
            return True
        return False

    @property
    def has_no_words(self) -> bool:
        """Whether the box is empty, or holds only a name."""
        words = self.area.text.split()
        return len(words) <= (0 if self.student_id else 1)

    def keep_now(self) -> bool:
        """Save the draft to disk now; False if that fails."""
        self._stop()
        return not self.is_open or self._callbacks.keep(self.typed)

    def close(self) -> None:
        """Hide the line; the screen decides what happens to the text."""
        self._stop()
        self.is_open = False
        self.student_id = ""
        self.display = False

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def on_text_area_changed(self) -> None:
        self._stop()
        if self._returned and self.area.text != self._returned:
            if _is_another(self.area.text, self._returned):
                self._older.append(self._returned)
            self._returned = ""
        if self.is_open:
            self._timer = self.set_timer(DRAFT_AFTER, self.keep_now)
            self._callbacks.read()

    def _submit(self, _area: NoteArea) -> None:
        if self.is_open:
            self._callbacks.save()


class _Note(NoteArea):
    """The only box of its screen: it looks the same with the focus and without."""

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001 - as Textual calls it
        """Work out no styles anew."""


def _is_another(text: str, returned: str) -> bool:
    """Whether the draft was typed over, rather than changed in one place."""
    return _alike(text, returned) + _alike(text[::-1], returned[::-1]) < len(returned) - 1


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common at the beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
