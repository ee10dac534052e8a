"""The fields of the form for the note to the next advisor."""

from collections.abc import Mapping

from advisory.model import TransitionNote
from advisory.rules.sheet.transition_note import ASKED
from advisory.tui.dialogs.form.field import Field


def transition_fields(note: TransitionNote | None, suggested: Mapping[str, str]) -> list[Field]:
    """The form for a new note, filled in with what is suggested, or to go on writing one."""
    return [
        Field(name, asks, getattr(note, name) if note else suggested[name], is_long=True)
        for name, asks in ASKED.items()
    ]
