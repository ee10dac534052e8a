"""What forms are made of besides their boxes: what scrolls, the words of the footer, and texts that are put in."""

from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from .field import Field


class FieldScroll(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Scrolls the fields if they don't fit. Arrow keys don't scroll, because they go from field to field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("pageup", "page_up", "Page up"),
        ("pagedown", "page_down", "Page down"),
    ]


def enter_words(field: Field, *, is_last: bool, does: str = "saves") -> str:
    """What Enter and Ctrl+S do in a field. `does` is what happens to the form, such as `saves`."""
    if field.is_list:
        return f"Enter new line, twice or ^s {does}" if is_last else f"Enter new line, twice next field · ^s {does}"
    return f"Enter or ^s {does}" if is_last else f"Enter or Tab next field · ^s {does}"


def show_text(part: Static, text: str) -> None:
    """Show a safe text. Nothing is laid out if it is the one that is shown already, or if one line becomes another."""
    content, before = Content(text), part.content
    if before == content:
        return
    is_line = isinstance(before, Content) and part.size.height == 1
    part.update(content, layout=not (is_line and all(map(partial(_is_one_line, part.size.width), (before, content)))))


def _is_one_line(room: int, content: object) -> bool:
    return isinstance(content, Content) and 0 < content.cell_length <= room and "\n" not in content.plain
