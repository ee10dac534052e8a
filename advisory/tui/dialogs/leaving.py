"""The dialog before leaving with text that could not be kept; the key that leaves does so from here too."""

from textual import events

from .report import ReportDialog


class LeavingDialog(ReportDialog, inherit_bindings=True):
    """A report with a question, in which the key that brought it up, pressed again, leaves: then `is_leaving` is true."""

    def __init__(
        self, heading: str, lines: list[str], *, question: str, escape: str, keys: frozenset[str] = frozenset()
    ) -> None:
        super().__init__(heading, lines, question=question, escape=escape)
        self._keys = keys
        self.is_leaving = False

    def on_key(self, event: events.Key) -> None:
        if self._keys & {event.key, event.character}:
            event.stop()
            self.is_leaving = True
            self.dismiss(result=False)
