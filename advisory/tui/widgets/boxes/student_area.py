"""A box for a student to type in, on the advisor's computer."""

from collections.abc import Callable

from rich.text import Text
from textual import events

from .note_area import NoteArea


class StudentArea(NoteArea):
    """Never pastes, because what the advisor copied before may be a note about somebody else.

    `mask` replaces the names of other students by as many other characters when the text is drawn.
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
