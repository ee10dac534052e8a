"""The check-in line: a box for the note, and under it how it is read. Text first."""

from collections.abc import Callable
from itertools import takewhile
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.timer import Timer

from advisory.model.words import Kind, NotMadeReason
from advisory.tui.widgets.text.wrapped_text import WrappedText

from .note_area import NoteArea

DRAFT_AFTER = 0.5
"""Seconds after the last key when the text is kept on the disk."""
_REACHED: tuple[NotMadeReason | None, ...] = (None, *NotMadeReason)


class Typed(NamedTuple):
    """A note as it stands. `student_id` is "" where the line begins with names; `kind` None where it is the usual one."""

    student_id: str
    text: str
    kind: Kind | None = None
    not_reached: NotMadeReason | None = None
    older: tuple[str, ...] = ()
    """Notes begun before this one and not saved, the latest last."""


class Calls(NamedTuple):
    """What the line asks of its screen."""

    keep: Callable[[Typed], bool]
    """Keep the text on the disk; False when the disk does not take it."""
    save: Callable[[], None]
    read: Callable[[], None]
    """Say under the line how it is read now."""
    complete: Callable[[str, int], list[str]]
    """The lines that a line with names in it may become, the cursor being there; none outside of its names."""
    explain: Callable[[], None]


class CheckInLine(Vertical):
    """Opens over the foot of a screen, for one student or, with names to type, for anybody."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("tab", "complete_or_kind(1)", "The name, or another kind"),
        ("shift+tab", "complete_or_kind(-1)", "The one before"),
        ("f1", "explain", "What the marks mean"),
        ("f3", "reached", "Whether they were reached"),
    ]

    def __init__(self, calls: Calls) -> None:
        super().__init__(id="check-in")
        self._calls = calls
        self._timer: Timer | None = None
        self._completions: list[str] = []
        self.is_open = False
        self.student_id = ""
        self.kind: Kind | None = None
        self.not_reached: NotMadeReason | None = None
        self._older: list[str] = []
        self._returned = ""
        """The draft as it came back, until the first key says whether it is gone on with or another note begins."""

    def compose(self) -> ComposeResult:
        yield NoteArea(placeholder="", id="check-in-text", submit=self._submit, takes=self._takes)
        yield WrappedText(id="check-in-about")

    @property
    def area(self) -> NoteArea:
        """The box."""
        return self.query_one(NoteArea)

    @property
    def is_whole(self) -> bool:
        """Whether its widgets are there already."""
        return bool(self.query(NoteArea))

    @property
    def typed(self) -> Typed:
        """The note as it stands."""
        return Typed(self.student_id, self.area.text, self.kind, self.not_reached, tuple(self._older))

    def open_for(self, draft: Typed) -> None:
        """Begin a note, or go on with a draft."""
        self.student_id, text, self.kind, self.not_reached, older = draft
        self._completions, self._older, self._returned = [], list(older), ""
        self.is_open = True
        self.area.placeholder = (
            "What did you see or hear?" if self.student_id else "name, name  What did you see or hear?"
        )
        self._put_back(text)
        self.display = True

    def _put_back(self, text: str) -> None:
        """Put a draft into the box. One that begins with names is selected, so that another note may just be typed."""
        self.put(text)
        if text and not self.student_id:
            self.area.select_all()
            self._returned = text

    def put(self, text: str, at: int | None = None) -> None:
        """Put another text into the box, with the cursor so many characters into it, or at its end."""
        area, upto = self.area, text if at is None else text[:at]
        area.text = text
        area.move_cursor((upto.count("\n"), len(upto) - upto.rfind("\n") - 1))

    def show_reading(self, about: str, *, is_clear: bool, covered: bool) -> None:
        """Say how it is read, under the shade if there is one; what is not clear yet looks like a task."""
        self.query_one("#check-in-about", WrappedText).show(about, "accent" if is_clear else "mine")
        self.area.cover(covered=covered)

    def action_complete_or_kind(self, by: int) -> None:
        """Among the names the next one that fits; behind them another kind of check-in."""
        area = self.area
        if area.text not in self._completions:
            self._completions = self._calls.complete(area.text, self._cursor)
            if self._completions:
                self.put(self._completions[0 if by > 0 else -1])
                return
        if self._completions:
            at = (self._completions.index(area.text) + by) % len(self._completions)
            self.put(self._completions[at])
            return
        kinds = list(Kind)
        here = kinds.index(self.kind) if self.kind else 0
        self.kind = kinds[(here + by) % len(kinds)]
        self._calls.read()

    @property
    def _cursor(self) -> int:
        """How many characters into the text the cursor stands."""
        row, column = self.area.cursor_location
        return sum(len(line) + 1 for line in self.area.text.split("\n")[:row]) + column

    def action_reached(self) -> None:
        """Not reached, and why; past the last reason they were reached after all."""
        at = (_REACHED.index(self.not_reached) + 1) % len(_REACHED)
        self.not_reached = _REACHED[at]
        self._calls.read()

    def action_explain(self) -> None:
        self._calls.explain()

    def _takes(self, event: events.Key) -> bool:
        """A question mark where nothing has been said yet asks what the marks mean; Up goes round the notes kept."""
        if event.character == "?" and self.has_no_words:
            self._calls.explain()
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
        """Whether nothing stands in the box but perhaps names."""
        words = self.area.text.split()
        return len(words) <= (0 if self.student_id else 1)

    def keep_now(self) -> bool:
        """Keep the text on the disk at once; False when the disk does not take it."""
        self._stop()
        return not self.is_open or self._calls.keep(self.typed)

    def close(self) -> None:
        """Put the line away; what becomes of the text is the screen's to say."""
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
            self._calls.read()

    def _submit(self, _area: NoteArea) -> None:
        if self.is_open:
            self._calls.save()


def _is_another(text: str, returned: str) -> bool:
    """Whether a draft was typed over, and not just changed somewhere by one key."""
    return _alike(text, returned) + _alike(text[::-1], returned[::-1]) < len(returned) - 1


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
