"""Loads, once the first screen is drawn and while nobody types, what the first keys will need."""

from collections.abc import Iterator
from importlib import import_module

_WANTED = (
    "textual.document._document",
    "textual.document._wrapped_document",
    "textual.document._edit",
    "textual._text_area_theme",
    "textual.widgets._text_area",
    "advisory.tui.widgets.boxes.check_in_line",
    "advisory.tui.refusals",
    "advisory.tui.commands.base",
    "advisory.tui.commands.view",
    "advisory.tui.commands.moving",
    "advisory.tui.commands.note.check_in",
    "advisory.rules.names.ending",
    "advisory.rules.names.word",
    "advisory.rules.names.name_keys",
    "advisory.rules.names.covering.known_names",
    "advisory.caseload.leaving.covering",
    "textual.widgets._input",
    "advisory.tui.commands.tags",
    "advisory.tui.dialogs.tick_list",
    "advisory.tui.commands.student.student",
    "advisory.tui.commands.opening",
    "advisory.casework.check_in.capture",
    "advisory.tui.words.note.note_reading",
    "advisory.tui.screens.base.note_saving",
    "advisory.tui.screens.caseload.screen",
    "advisory.tui.screens.card.screen",
    "advisory.tui.screens.board.screen",
    "advisory.tui.screens.log.screen",
    "advisory.tui.screens.pacts.screen",
    "advisory.tui.dialogs.dialog",
    "advisory.tui.dialogs.form.form",
    "textual.widgets._option_list",
    "textual.widgets._select",
    "textual.widgets._directory_tree",
    "textual.command",
    "advisory.tui.commands.palette.palette",
)
"""What the keys used in a period need: the note line, the card, the modes, a form. Each takes a few milliseconds."""


def warm_up() -> Iterator[str]:
    """Load one after the other."""
    for name in _WANTED:
        import_module(name)
        yield name
