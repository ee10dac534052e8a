"""What a dialog or a screen is composed of, without an app: each widget, in the order of the keyboard, and its name and classes."""

from collections.abc import Iterable, Iterator
from typing import Any

from textual.app import App
from textual.compose import compose
from textual.widget import Widget
from textual.widgets import Static, TextArea


def parts(app: App[Any], whole: Any) -> list[Widget]:
    """What something is made of, outermost first."""
    app._compose_stacks.append([])
    return compose(whole)


def flat(widgets: Iterable[Widget]) -> Iterator[Widget]:
    """The widgets, and all within them."""
    for one in widgets:
        yield one
        yield from flat(one._pending_children)


def tree(widgets: Iterable[Widget]) -> str:
    """The widgets in one line, with what is within them in brackets."""
    return " ".join(_told(one) for one in widgets)


def _told(one: Widget) -> str:
    names = [f"#{one.id}"] if one.id else []
    names += [f".{name}" for name in sorted(one.classes)]
    names += [f"{{{one.styles.inline.css}}}".replace("\n", " ")] if one.styles.inline.css else []
    names += ["(markup)"] if isinstance(one, Static) and one._render_markup and isinstance(one.content, str) else []
    names += ["(numbered)"] if isinstance(one, TextArea) and one.show_line_numbers else []
    inside = f"[{tree(one._pending_children)}]" if one._pending_children else ""
    return type(one).__name__ + "".join(names) + inside
