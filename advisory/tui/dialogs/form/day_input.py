"""One day in a form, typed by word or chosen in a calendar."""

from collections.abc import Callable
from typing import Any

from textual import events

from .field_input import FieldInput


class DayInput(FieldInput):
    """A day has no blank in it, so Space opens the calendar."""

    def __init__(self, value: str, hint: str, *, choose: "Callable[[DayInput], None]", **rest: Any) -> None:
        super().__init__(value, hint, **rest)
        self._choose = choose
        self.select_on_focus = True  # a day is typed over the one there is

    async def on_key(self, event: events.Key) -> None:
        if event.key == "space":
            event.stop()
            event.prevent_default()  # Textual would call Input's own, which types it
            self._choose(self)
