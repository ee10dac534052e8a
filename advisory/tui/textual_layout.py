"""Lays screens out and draws them no more often than they change. Like `textual_internals`, it knows what is private."""

from typing import Any

from textual.geometry import Size
from textual.screen import Screen, ScreenResultType


def lay_out(screen: Screen[Any]) -> bool:
    """Lay a screen out now, if anything on it asks for that; False if nothing does."""
    if not screen._layout_required:  # noqa: SLF001
        return False
    screen._refresh_layout()  # noqa: SLF001
    screen._layout_required = False  # noqa: SLF001
    return True


def draw_now(screen: Screen[Any]) -> None:
    """Draw what has changed on a screen without waiting for the next frame."""
    screen._on_timer_update()  # noqa: SLF001


class LaidOutOnce(Screen[ScreenResultType], inherit_bindings=False):
    """A screen that is laid out and drawn once when it is shown; Textual does either three times or more."""

    def _screen_resized(self, size: Size) -> None:
        """Lay the screen out, unless that has been done for this size."""
        if not self.size == size == self._compositor.size or self._layout_required:
            super()._screen_resized(size)
            self._layout_required = False

    def _compositor_refresh(self) -> None:
        """Draw what has changed, or everything if that is due, too; but nothing that the app would drop."""
        if self.app._batch_count:  # noqa: SLF001
            return
        if self._repaint_required:
            self._repaint_required = False
            self._compositor.update_widgets({self})
        super()._compositor_refresh()
