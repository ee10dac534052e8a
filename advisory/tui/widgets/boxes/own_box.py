"""A box for a student to type in, while the advisor's screens lie beneath."""

from collections.abc import Callable

from rich.text import Text
from textual import events

from .note_area import NoteArea


class OwnBox(NoteArea):
    """Takes what is typed and nothing else: what was copied before may be a note about somebody else.

    `mask` hides the names of other students, character for character; the text in the box stays what it is.
    """

    def __init__(
        self,
        *,
        id: str,  # noqa: A002 - Textual's word
        mask: Callable[[str], str],
        submit: Callable[[NoteArea], None],
        takes: Callable[[events.Key], bool] | None = None,
    ) -> None:
        super().__init__(placeholder="", id=id, submit=submit, takes=takes)
        self._mask = mask

    def get_line(self, line_index: int) -> Text:
        shown = super().get_line(line_index)
        return shown if self.is_covered else Text(self._mask(shown.plain), end="", no_wrap=True)

    def action_paste(self) -> None:
        """Paste nothing."""

    async def on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
