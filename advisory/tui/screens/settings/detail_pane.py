"""The detail pane of the settings: what the highlighted setting is for."""

from collections.abc import Mapping

from advisory.tui.prose import wrap
from advisory.tui.widgets.text.ink import Line, Span
from advisory.tui.widgets.text.inked_block import InkedBlock


class SettingsDetail(InkedBlock):
    """Shows an explanation. `words` maps each subject to its text."""

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__(id="detail")
        self._words = words
        self._subject = ""

    def show(self, subject: str) -> None:
        """Show the explanation of another subject; "" clears the pane."""
        self._subject = subject
        self.renew()

    def block(self, cells: int) -> list[Line]:
        return [(Span(line, "muted"),) for line in wrap(self._words.get(self._subject, ""), cells)]
