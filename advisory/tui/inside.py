"""What the program uses of Textual's inside, which no release promises to keep: each name with why."""

from typing import Any

from textual.app import App


def style_count(app: App[Any]) -> int:
    """How often the app's style sheets have changed; a screen that was styled at that count needs no new styles."""
    return app._css_update_count  # noqa: SLF001
