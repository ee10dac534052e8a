"""A choice of one out of a few: ← and → (or Space) go through them, Enter takes one."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.strip import Strip

from advisory.tui.prose import HIDDEN, fit, safe, width
from advisory.tui.widgets.text.ink import Line, Span, cell, line_width, strip
from advisory.tui.widgets.text.inked import Inked

_LABEL = 19
_ABREAST = 2
"""How many letters with their labels stand side by side: as many as fit into the smallest dialog."""
_NO_LETTERS: Mapping[str, str] = {}


class Choice(Inked, can_focus=True, inherit_bindings=False):
    """Shows the chosen option between two arrows, after the `label` of the field if it has one.

    With `is_beside`, that label stands on its line. Typing a letter goes to the next option that begins with it. If `letters` (key → letter) are given, each letter
    picks its own option instead, and all of them are listed below while the widget has the focus. A covered choice shows
    dots instead of the chosen option; choosing works either way.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("right,space", "go(1)", "Next"),
        ("left", "go(-1)", "Previous"),
        ("enter", "choose", "Go on"),
    ]

    def __init__(
        self,
        choices: list[tuple[str, str]],
        value: str = "",
        *,
        id: str | None = None,  # noqa: A002 - Textual's word
        is_beside: bool = False,
        covered: bool = False,
        submit: "Callable[[Choice], None] | None" = None,
        changed: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(id=id, classes="-beside" if is_beside else None)
        self._submit, self._changed = submit, changed
        self._label, self._letters, self._is_covered = "", _NO_LETTERS, covered
        self._choices = choices
        self._at = self._place(value)

    def begin(
        self,
        choices: list[tuple[str, str]],
        value: str,
        *,
        label: str,
        letters: Mapping[str, str],
        covered: bool,
    ) -> None:
        """Reset the choice to these options, with this one chosen."""
        self._choices, self._label, self._letters, self._is_covered = choices, label, letters, covered
        self._at = self._place(value)
        self.refresh()

    def _place(self, value: str) -> int:
        return next((at for at, (key, _) in enumerate(self._choices) if key == value), 0)

    @property
    def value(self) -> str:
        """The key of the chosen option."""
        return self._choices[self._at][0]

    @value.setter
    def value(self, key: str) -> None:
        self._at = self._place(key)
        self.refresh()

    def action_go(self, by: int) -> None:
        self._put((self._at + by) % len(self._choices))

    def _put(self, at: int) -> None:
        self._at = at
        self.refresh()
        if self._changed is not None:
            self._changed()

    def action_choose(self) -> None:
        if self._submit is not None:
            self._submit(self)

    def on_focus(self) -> None:
        if self._letters:
            self.styles.height = 1 + -(-len(self._lettered) // _ABREAST)

    def on_blur(self) -> None:
        self.styles.height = None

    def on_key(self, event: events.Key) -> None:
        if event.character is None or not event.character.isalnum():
            return
        typed = event.character.casefold()
        after = [(self._at + step) % len(self._choices) for step in range(1, len(self._choices) + 1)]
        for at in after:
            key, label = self._choices[at]
            if self._letters.get(key) == typed if self._letters else label.casefold().startswith(typed):
                event.stop()
                self._put(at)
                return

    def on_click(self) -> None:
        self.action_go(1)

    def line(self, cells: int) -> Line:
        spans = [cell(self._label, _LABEL, "muted")] if self._label else []
        spans += [
            Span("← ", "accent"),
            Span(HIDDEN if self._is_covered else safe(self._choices[self._at][1]), "strong" if self.has_focus else ""),
            Span(" →", "accent"),
        ]
        count = self._count()
        room = cells - line_width(spans) - width(count)
        return [*spans, Span(" " * room + count, "muted")] if room > 1 else spans

    def _count(self) -> str:
        """`2/9`: the number of the chosen option, among those with letters if there are any; "" if it can't be said."""
        if self._is_covered:
            return ""
        offered = self._lettered if self._letters else range(len(self._choices))
        return f"{offered.index(self._at) + 1}/{len(offered)}" if self._at in offered else ""

    @property
    def _lettered(self) -> list[int]:
        """The positions of the options that have a letter; one without a letter means nothing is chosen yet."""
        return [at for at, (key, _) in enumerate(self._choices) if key in self._letters]

    def render_line(self, y: int) -> Strip:
        return super().render_line(y) if y == 0 else strip(self._legend(y - 1), self.size.width, self.looks)

    def _legend(self, row: int) -> Line:
        """One line of the list of letters."""
        cells, spans = self.size.width // _ABREAST, []
        lettered = self._lettered
        for at in lettered[row :: max(1, -(-len(lettered) // _ABREAST))]:  # none without letters, however high it is
            key, label = self._choices[at]
            look = "strong" if at == self._at and not self._is_covered else "muted"
            spans += [Span(f"  {self._letters[key]} ", "key"), Span(fit(safe(label), cells - 4), look)]
        return spans
