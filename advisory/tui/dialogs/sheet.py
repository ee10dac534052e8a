"""The dialog that chooses which page to make for others, and about whom."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from advisory.rules.sheet.sheet_page import SheetKind
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Span, cell

from .pick import PickDialog

ONE, EVERYBODY, SOME = "one", "everybody", "some"
"""Whom the page is about: the highlighted student, everybody, or those who are ticked next."""
HANDOVER = "handover"
"""The key of the row that hands students over, and what it is called."""
SHARED = "shared"
"""The key of the row that opens what was shared before."""
_MARKS = {
    SheetKind.CONFERENCE: ("c", "for a talk with the family, with room to write"),
    SheetKind.FAMILY: ("f", "the same in words for home"),
    SheetKind.COMMENT: ("t", "a draft from this term's notes, to be edited"),
    SheetKind.TRANSITION: ("n", "for the next advisor"),
    SheetKind.SUBSTITUTE: ("u", "for whoever takes your period today"),
    SheetKind.STAFF: ("s", "for the grade team: counts only"),
}
_MORE = {
    HANDOVER: "a file for the next advisor's program",
    SHARED: "to whom, when, and the files",
}
_LABEL = 20


class SheetDialog(PickDialog):
    """Returns the kind of page as a key, HANDOVER, SHARED or None; `about` says whom it is about. `whose` are safe names for each choice.

    `is_each`: each student's page goes to a file of its own. `asks_days`: the days it is about are asked for next.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(None)", "Leave it"),
        ("enter", "pick", "Pick it"),
        ("tab", "about(1)", "About whom"),
        ("shift+tab", "about(-1)", "About whom"),
        ("space", "switch('is_each')", "A file each"),
        ("minus", "switch('asks_days')", "Other days"),
        ("down,j", "move(1)", "Down"),
        ("up,k", "move(-1)", "Up"),
    ]

    def __init__(self, whose: Sequence[tuple[str, str]], in_one: frozenset[SheetKind]) -> None:
        options = [(kind.value, kind.label) for kind in SheetKind]
        marks = {kind.value: mark for kind, (mark, _) in _MARKS.items()} | {HANDOVER: "h", SHARED: "o"}
        more = [(HANDOVER, HANDOVER), (SHARED, "what was shared")]
        super().__init__("A page for others", [*options, *more], marks=marks)
        self._whose, self._in_one, self._which = whose, in_one, 0
        self.is_each = self.asks_days = False

    @property
    def about(self) -> str:
        """Whom the page is about: ONE, EVERYBODY or SOME."""
        return self._whose[self._which][0]

    @property
    def keys(self) -> str:
        chosen = (
            self._whose[self._which][1],
            "a file each" if self.is_each else "",
            "other days" if self.asks_days else "",
        )
        about = f"About {', '.join(filter(None, chosen))}"
        return f"{about} · Tab whom · Space a file each · - other days · Enter or its key chooses · Esc close"

    def action_about(self, by: int) -> None:
        self._which = (self._which + by) % len(self._whose)
        self._show_keys()

    def action_switch(self, choice: str) -> None:
        setattr(self, choice, not getattr(self, choice))
        self._show_keys()

    def _show_keys(self) -> None:
        self.query_one(".dialog-keys", Static).update(Content(self.keys))

    def row(self, key: str, label: str) -> Row:
        mark = Span(f"{self.marks.get(key, ' ')} ", "accent")
        if key in _MORE:
            return Row(key, lambda _cells: (mark, cell(label.capitalize(), _LABEL), Span(_MORE[key], "muted")))
        kind = SheetKind(key)
        why = f"{_MARKS[kind][1]}{', everybody' if kind in self._in_one else ''}"
        return Row(key, lambda _cells: (mark, cell(label.capitalize(), _LABEL), Span(why, "muted")))
