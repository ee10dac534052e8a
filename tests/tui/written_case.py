"""What an app writes to its terminal, and what a terminal then shows, without a process of its own."""

import pyte
from pyte.screens import Char
from textual._context import visible_screen_stack
from textual.drivers.headless_driver import HeadlessDriver
from textual.pilot import Pilot

NO_WRAP = "\x1b[?7l"
"""What Textual turns off: a terminal that goes on in the next line behind the last cell."""


class RecordingDriver(HeadlessDriver):
    """Keeps what is written to it, which a driver without a terminal is not even given."""

    is_headless = False

    def write(self, data: str) -> None:
        self.written += data


class Paper:
    """A terminal on which everything is drawn that the app writes from now on."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self._app, self._driver = pilot.app, pilot.app._driver
        self._driver.__class__, self._driver.written = RecordingDriver, ""
        self._screen, self._stream = terminal(*self._app.size)
        self._app.refresh()

    def taken(self) -> str:
        """What was written since it was last asked for."""
        written, self._driver.written = self._driver.written, ""
        self._stream.feed(written)
        return written

    @property
    def cells(self) -> list[list[tuple[object, ...]]]:
        """Each cell of the terminal with its look."""
        self.taken()
        return cells_of(self._screen)

    @property
    def wanted(self) -> list[list[tuple[object, ...]]]:
        """The same of a terminal on which the whole screen is drawn once."""
        app, (blank, stream) = self._app, terminal(*self._app.size)
        visible_screen_stack.set(app._background_screens)
        stream.feed(app.screen._compositor.render_full_update().render_segments(app.console))
        return cells_of(blank)

    def resize(self, width: int, height: int) -> None:
        """Make the window another size, and lose what was on it, as some terminals do."""
        self.taken()
        self._screen.resize(height, width)
        self._screen.reset()
        self._stream.feed(NO_WRAP)


def terminal(width: int, height: int) -> tuple[pyte.Screen, pyte.Stream]:
    """A terminal as an app of Textual's sets it up."""
    screen = pyte.Screen(width, height)
    stream = pyte.Stream(screen)
    stream.feed(NO_WRAP)
    return screen, stream


def cells_of(screen: pyte.Screen) -> list[list[tuple[object, ...]]]:
    """Each cell of a terminal with its look. In a blank neither its color can be seen nor whether it is bold."""
    return [[_seen(screen.buffer[y][x]) for x in range(screen.columns)] for y in range(screen.lines)]


def _seen(cell: Char) -> tuple[object, ...]:
    is_blank = cell.data == " " and not (cell.reverse or cell.underscore or cell.strikethrough)
    return (" ", cell.bg) if is_blank else tuple(cell)


def differing(one: list[list[tuple[object, ...]]], other: list[list[tuple[object, ...]]]) -> list[str]:
    """The lines that differ, as text, the one above the other."""
    return [
        "\n".join("".join(str(cell[0]) for cell in row) for row in rows)
        for rows in zip(one, other, strict=True)
        if rows[0] != rows[1]
    ]
