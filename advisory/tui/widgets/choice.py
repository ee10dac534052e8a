"""One of a few: left and right (or Space) go through them, Enter goes on."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import BindingType

from advisory.tui.prose import safe

from .ink import Line, Span, line_width
from .inked import Inked


class Choice(Inked, can_focus=True, inherit_bindings=False):
    """Shows the chosen label between two arrows; a letter goes to the next label that begins with it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("right,space", "go(1)", "Next"),
        ("left", "go(-1)", "Before"),
        ("enter", "choose", "Go on"),
    ]

    def __init__(
        self,
        choices: list[tuple[str, str]],
        value: str,
        *,
        id: str | None = None,  # noqa: A002 - Textual's word
        submit: "Callable[[Choice], None] | None" = None,
    ) -> None:
        super().__init__(id=id)
        self._choices, self._submit = choices, submit
        self._at = self._place(value)

    def _place(self, value: str) -> int:
        return next((at for at, (key, _) in enumerate(self._choices) if key == value), 0)

    @property
    def value(self) -> str:
        """The key of what is chosen."""
        return self._choices[self._at][0]

    @value.setter
    def value(self, key: str) -> None:
        self._at = self._place(key)
        self.refresh()

    def action_go(self, by: int) -> None:
        self._at = (self._at + by) % len(self._choices)
        self.refresh()

    def action_choose(self) -> None:
        if self._submit is not None:
            self._submit(self)

    def on_key(self, event: events.Key) -> None:
        if event.character is None or not event.character.isalnum():
            return
        after = [(self._at + step) % len(self._choices) for step in range(1, len(self._choices) + 1)]
        for at in after:
            if self._choices[at][1].casefold().startswith(event.character.casefold()):
                self._at = at
                self.refresh()
                event.stop()
                return

    def on_click(self) -> None:
        self.action_go(1)

    def line(self, cells: int) -> Line:
        spans = [
            Span("‹ ", "accent"),
            Span(safe(self._choices[self._at][1]), "strong" if self.has_focus else ""),
            Span(" ›", "accent"),
        ]
        count = f"{self._at + 1}/{len(self._choices)}"
        room = cells - line_width(spans) - len(count)
        return [*spans, Span(" " * room + count, "muted")] if room > 1 else spans
