"""The box of a field, and what is put into it when the form begins."""

from advisory.exchange.file.typed_path import completed
from advisory.tui.widgets.boxes.choice import Choice
from advisory.tui.widgets.boxes.note_area import NoteArea

from .field import Field, FieldKind
from .field_input import FieldInput

Box = FieldInput | Choice | NoteArea
"""What a field is filled in with."""


def fill_box(box: Box, field: Field, value: str, *, covered: bool) -> None:
    """Put what is shown at first into the box of a field, whatever was in it before."""
    if isinstance(box, Choice):
        box.begin(
            field.choices,
            value or field.choices[0][0],
            label=field.label if field.is_beside else "",
            letters=field.letters,
            covered=covered and not field.is_about_nobody,
        )
        return
    box.begin(value, field.hint, covered=covered)
    if isinstance(box, FieldInput):
        box.completes = completed if field.kind is FieldKind.FILE else field.complete
        box.select_on_focus = field.kind in {FieldKind.DAY, FieldKind.NAME}  # typing replaces what is in the box
