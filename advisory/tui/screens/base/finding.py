"""The line of one screen on which the advisor types what to find."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisory.tui.widgets.boxes.find_line import FindLine

    from .case_screen import CaseScreen


class Finding:
    """Opens the line and closes it. It is made when it is first needed."""

    def __init__(self, screen: "CaseScreen") -> None:
        self._screen = screen
        self._line: FindLine | None = None

    @property
    def is_typing(self) -> bool:
        """Whether what to find is being typed."""
        return self._line is not None and self._screen.focused is self._line

    async def open(self) -> None:
        """Open the line, with what was sought last selected: typing replaces it."""
        screen, line = self._screen, self._line
        if line is None:
            from advisory.tui.widgets.boxes.find_line import FindLine

            self._line = line = FindLine(screen.find_hint, screen.back_to_body)
            await screen.mount(line, before="#status-line")
        self.cover()
        line.display = True
        screen.set_focus(line)
        line.action_select_all()

    def close(self) -> bool:
        """Close the line and empty it; False when it wasn't open."""
        line = self._line
        if line is None or not line.display:
            return False
        line.display = False
        line.value = ""
        return True

    def begin_again(self) -> None:
        """Close and empty the line without telling the screen that what it holds has changed."""
        if (line := self._line) is not None:
            with line.prevent(line.Changed):
                line.display, line.value = False, ""

    def cover(self) -> None:
        """Show dots instead of what is typed while names are hidden."""
        if self._line is not None:
            self._line.password = self._screen.desk.prose.is_shaded
