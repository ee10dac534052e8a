"""The footer: the keys that do something now."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from advisory.tui.commands.registry import BEGINNING, COMMAND, MODES, bar_entries, entries_for
from advisory.tui.widgets.key_bar import BarEntry

if TYPE_CHECKING:
    from .frame import Frame

_BACK = "do('back')"
_SAVE = BarEntry("", "", "Enter ^s", "Save")
_TO_THE_LIST = BarEntry("", "", "Enter", "To the list")
_NOTE_KEYS = (
    BarEntry("", "", "Tab", "Kind, name or tag"),
    BarEntry("", "", "F1", "Marks"),
    BarEntry("", "", "F3", "Not reached"),
)
"""The footer while a note is typed, after what Enter and Escape do: no key of the list works then."""

_OF_A_PROMISE = ("promise-done", "snooze")
"""What comes first where a promise is highlighted."""


def footer_entries(frame: "Frame") -> Sequence[BarEntry]:
    """What can be done now: in a text box its own keys, in an empty caseload how to begin, else what is highlighted allows."""
    keys = frame.desk.keys
    shade = entries_for([COMMAND["shade"]], keys)
    if frame.is_taking_note:
        escape = BarEntry("", _BACK, "Esc", "Keep the draft" if frame.is_note_kept else "Close: not kept")
        return [_SAVE, escape, *_NOTE_KEYS, *shade]
    if frame.is_finding:
        return [_TO_THE_LIST, BarEntry("", _BACK, "Esc", frame.find_escape), *shade]
    highlighted = frame.highlighted
    if frame.stem in MODES and not highlighted.anybody:
        return entries_for([COMMAND[one] for one in BEGINNING if frame.stem in COMMAND[one].where], keys)
    of_promise = [COMMAND[one] for one in _OF_A_PROMISE if frame.stem in COMMAND[one].where]
    of_row = entries_for(of_promise, keys) if highlighted.row == "promise" else []
    return [*of_row, *(one for one in bar_entries(frame.stem, keys) if highlighted.has(COMMAND[one.id].needs))]
