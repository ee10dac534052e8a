"""A box for a day, which can be typed or picked from a calendar."""

from collections.abc import Callable
from typing import Any

from textual import events

from .field_input import FieldInput


class DayInput(FieldInput):
    """Space opens the calendar, as no day has a space in it."""

    def __init__(self, value: str, *, choose: "Callable[[DayInput], None]", **rest: Any) -> None:
        super().__init__(value, **rest)
        self._choose = choose

    async def on_key(self, event: events.Key) -> None:
        if event.key == "space":
            event.stop()
            event.prevent_default()  # or Textual would call Input's handler too, which types the space
            self._choose(self)
