"""Styles a screen, lays it out and draws it no more often than it changes. Like `textual_internals`, it knows what is private."""

from functools import lru_cache
from typing import Any, ClassVar, Self

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual._context import visible_screen_stack
from textual.color import Color
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import Screen, ScreenResultType
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from . import textual_compositor  # noqa: F401 - each screen has its compositor from there
from .textual_internals import is_styled, mark_styled, style_count
from .widgets.text.ink import COMPONENTS


def lay_out(screen: Screen[Any]) -> bool:
    """Lay a screen out now, if anything on it asks for that; False if nothing does.

    A widget that has got a size asks for a layout, too, which changes nothing unless it shows a scroll bar now.
    """
    if not screen._layout_required:  # noqa: SLF001
        return False
    widgets = screen.walk_children(Widget)
    before = [one.scrollbars_enabled for one in widgets]
    Screen._refresh_layout(screen, screen.app.size)  # noqa: SLF001
    screen._layout_required = False  # noqa: SLF001
    for one, bars in zip(widgets, before, strict=True):
        if one.scrollbars_enabled == bars:
            one._layout_required = False  # noqa: SLF001
    return True


def draw_now(screen: Screen[Any]) -> None:
    """Draw what has changed on a screen without waiting for the next frame."""
    screen._on_timer_update()  # noqa: SLF001


def draw_scroll_bar(
    self: ScrollBar, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
) -> ScrollBar:
    """Draw a scroll bar only if it has changed; Textual draws each of its lines whenever the screen is laid out."""
    parent = self.parent.styles._cache_key if isinstance(self.parent, Widget) else 0  # noqa: SLF001
    looks = self.size, self.styles._cache_key, parent, self.mouse_over, self.grabbed  # noqa: SLF001
    state = self.window_virtual_size, self.window_size, self.position, looks
    if layout or recompose or state != getattr(self, "drawn_as", None):
        setattr(self, "drawn_as", state)  # noqa: B010 - Textual's class doesn't know it
        Widget.refresh(self, *regions, repaint=repaint, layout=layout, recompose=recompose)
    return self


ScrollBar.refresh = draw_scroll_bar  # type: ignore[method-assign, assignment]


@lru_cache(maxsize=2048)
def _dimmed(style: Style | None, color: Color, base: Style) -> Style:
    """A style as Textual shows it through a screen of this color, over the screen's own style."""
    return base + next(iter(BackgroundScreen.process_segments([Segment("", style)], color))).style


class SeenThrough(Screen[ScreenResultType], inherit_bindings=False):
    """A screen through which the one below is seen. Textual takes five times as long to dim that."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    _below: list[Strip] | None = None
    """The lines of the screen below, until something changes there."""

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        self._below = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_line(self, y: int) -> Strip:
        if self._below is None:
            self._below = self._dimmed_below()
        return self._below[y] if y < len(self._below) else super().render_line(y)

    def _dimmed_below(self) -> list[Strip]:
        """The lines of the screen below; none if nothing is seen of it."""
        color, base = self.styles.background, self.visual_style.rich_style
        try:
            below = visible_screen_stack.get().pop()
        except LookupError:
            return []
        if color.a == 1 or below is self:
            return []
        return [
            Strip([Segment(text, _dimmed(style, color, base)) for text, style, _ in line], line.cell_length)
            for line in below._compositor.render_strips()  # noqa: SLF001
        ]


class StyledOnce(Screen[ScreenResultType], inherit_bindings=False):
    """A screen whose widgets are styled when they are mounted, and all of them again only after the theme has changed.

    It is laid out and drawn once when it is shown, where Textual does either three times or more.

    Textual styles them all twice more, when the screen is first shown and when its width is first known. Widgets are
    styled whenever they change anyway, and styling all of them takes half the time of opening a screen.
    """

    is_ready_for_styles = False
    is_held = False
    """Whether nothing of it is drawn yet, because its widgets still find their sizes."""
    _drawn_as = 0
    """Its own styles, as they were when it was asked to be drawn."""
    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS.values())
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """What has the focus. It draws itself, and Textual would draw the whole screen as well."""

    def on_compose(self) -> None:
        """Read the screen's own sheet and know its size before there are any widgets, and style it.

        From Python 3.12 on tasks begin at once, and Textual would read the sheet only when all widgets are styled.
        """
        self.app._load_screen_css(self)  # noqa: SLF001
        width, height = self.app.size
        for size, breakpoints in ((width, self.HORIZONTAL_BREAKPOINTS), (height, self.VERTICAL_BREAKPOINTS)):
            self.add_class(*[name for least, name in breakpoints or () if least <= size][-1:], update=False)
        self.is_ready_for_styles = True
        self.app.stylesheet.apply(self)
        mark_styled(self, style_count(self.app))

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        event.refresh_styles = not is_styled(self)

    def _screen_resized(self, size: Size) -> None:
        """Lay the screen out, unless that has been done for this size."""
        if not self.size == size == self._compositor.size or self._layout_required:
            super()._screen_resized(size)
            self._layout_required = self.is_held

    def refresh(
        self, *regions: Region, repaint: bool | None = None, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draw all of the screen, but not where only a layout is asked for: it draws what it moves, and what is new."""
        if repaint is None:
            repaint = not layout or self._drawn_as != self.styles._cache_key  # noqa: SLF001
            self._drawn_as = self.styles._cache_key  # noqa: SLF001
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's
        if self.is_held:
            self._layout_required = True
        else:
            super()._refresh_layout(size, scroll)

    def _on_timer_update(self) -> None:
        if not self.is_held:
            super()._on_timer_update()

    def draw_whole(self) -> None:
        """Draw a screen that was held, in one piece, after what changed on the screens under it, or it would be drawn twice."""
        for below in self.app.screen_stack[:-1]:
            draw_now(below)
        self.is_held = False
        draw_now(self)

    def _compositor_refresh(self) -> None:
        """Draw what has changed, or everything if that is due, too; but nothing that the app would drop, nor what is covered.

        Textual would draw the screen on top anew for each change below it.
        """
        if self.app._batch_count or self.is_held:  # noqa: SLF001
            return
        if self._repaint_required:
            self._repaint_required = False
            self._compositor.update_widgets({self})
        top = self.app.screen
        if top is not self and top.styles.background.a == 1:
            self._dirty_widgets.clear()  # covered; it is drawn whole when it is shown again
            return
        self._compositor.update_widgets(
            {*self._compositor.visible_widgets}
        )  # also of those that will tell it only later
        super()._compositor_refresh()
        if top is not self:
            self._repaint_required = False  # it is seen through the one on top, and drawn whole when it is shown again
