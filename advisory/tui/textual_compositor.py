"""Renders only those parts of a screen that have changed and can be seen. Like `textual_internals`, it relies on private parts of Textual.

Textual renders all lines of every widget on a changed line, also what lies under another widget; and where one widget
more is shown, it takes all of them to be changed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import textual.screen
import textual.strip
import textual.widget
from textual._compositor import ChopsUpdate, Compositor, CompositorMap, ReflowResult
from textual._styles_cache import StylesCache
from textual.color import Color
from textual.css.styles import RenderStyles, StylesBase
from textual.geometry import Region, Size, Spacing
from textual.strip import Strip
from textual.widget import Widget

_Chops = Sequence[dict[int, Strip | None]]
"""For each line, where a part of it begins and what is drawn there; None where nothing is to be drawn."""
_Open = dict[int, set[int]]
"""The lines with parts that are to be drawn, and where these begin."""


class ThriftyCompositor(Compositor):
    """Arranges the widgets of a screen, and renders them."""

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        before, dirty, size_before = self._full_map, set(self._dirty_regions), self.size
        result = super().reflow(parent, size)
        self._full_map_invalidated = False  # it is whole, also where a new widget was about to be drawn before
        if size == size_before and _is_order_kept(before, self._full_map):
            self._dirty_regions = dirty | set(_moved(before, self._full_map))
        return result

    def update_widgets(self, widgets: set[Widget]) -> None:
        super().update_widgets({one for one in widgets if one in self.visible_widgets or _is_displayed(one)})

    def render_partial_update(self) -> ChopsUpdate | None:
        regions = {region.intersection(self.size.region) for region in self._dirty_regions}
        self._dirty_regions.clear()
        spans = list(self._regions_to_spans(regions))
        if not spans:
            return None
        open_parts: _Open = {}
        for y, start, stop in spans:
            cuts = self.cuts[y]
            parts = {at for at, end in pairwise(cuts) if at < stop and end > start}
            open_parts.setdefault(y, set()).update(parts)
        return ChopsUpdate(self._rendered(open_parts), spans, [cuts[1:] for cuts in self.cuts])

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> Sequence[Mapping[int, Strip]]:
        lines = [y for y in crop.line_range if 0 <= y < len(self.cuts) and is_rendered_line(y)]
        return self._rendered({y: set(self.cuts[y][:-1]) for y in lines})  # type: ignore[return-value]

    def _rendered(self, open_parts: _Open) -> _Chops:
        """Each of these parts, drawn by the frontmost widget there."""
        cuts = self.cuts
        chops: _Chops = [dict.fromkeys(cuts[y][:-1]) if y in open_parts else {} for y in range(len(cuts))]
        for widget, (region, clip) in self.visible_widgets.items():
            if not open_parts:
                break
            seen = region.intersection(clip)
            lines = [y for y in seen.line_range if y in open_parts and _is_among(open_parts[y], seen)]
            if not lines:
                continue
            first = lines[0]
            crop = Region(seen.x - region.x, first - region.y, seen.width, lines[-1] + 1 - first)
            strips = widget.render_lines(crop)
            for y in lines:
                if y - first < len(strips):
                    _put(chops[y], open_parts[y], strips[y - first], seen, cuts[y])
                if not open_parts[y]:
                    del open_parts[y]
        return chops


def _put(chops: dict[int, Strip | None], open_parts: set[int], strip: Strip, seen: Region, cuts: list[int]) -> None:
    """Put the parts of a widget's line where they are seen."""
    its = [cut for cut in cuts if seen.x <= cut <= seen.right]
    for cut, part in zip(its, strip.divide([cut - seen.x for cut in its[1:]]), strict=False):
        if cut in open_parts:
            chops[cut] = part
            open_parts.discard(cut)


def _is_among(parts: Iterable[int], seen: Region) -> bool:
    return any(seen.x <= part < seen.right for part in parts)


def _is_order_kept(before: CompositorMap, after: CompositorMap) -> bool:
    """Whether all widgets that were there and still are lie over each other as they did."""
    both = before.keys() & after.keys()
    return _in_order(before, both) == _in_order(after, both)


def _in_order(widgets: CompositorMap, those: set[Widget]) -> list[Widget]:
    return sorted([one for one in widgets if one in those], key=lambda one: widgets[one].order)


def _moved(before: CompositorMap, after: CompositorMap) -> Iterable[Region]:
    """Where a widget is now that wasn't there before, or was before and isn't now."""
    for one in before.keys() | after.keys():
        places = [its.clip.intersection(its.region) for its in (before.get(one), after.get(one)) if its is not None]
        was, now = before.get(one), after.get(one)
        if was is None or now is None or (was.region, was.clip) != (now.region, now.clip):
            yield from filter(None, places)


def _is_displayed(widget: Widget) -> bool:
    return all(one.display for one in widget.ancestors_with_self)


class PlainStylesCache(StylesCache):
    """Puts nothing around the lines of a widget that has no border and no padding, and so keeps them as they are."""

    _asked_at: object = None
    _is_plain = False

    def render_line(
        self,
        styles: StylesBase,
        y: int,
        size: Size,
        content_size: Size,
        padding: Spacing,
        base_background: Color,
        background: Color,
        render_content_line: Callable[[int], Strip],
        border_title: Any,
        border_subtitle: Any,
        opacity: float,
        *others: Any,
    ) -> Strip:
        if size != content_size or opacity != 1 or not self._are_plain(styles):
            titles = border_title, border_subtitle
            its = padding, base_background, background, render_content_line, *titles, opacity, *others
            return super().render_line(styles, y, size, content_size, *its)
        line = render_content_line(y)
        if line.cell_length == size.width:
            return line
        inner, _ = self.get_inner_outer(base_background, background)
        return line.adjust_cell_length(size.width, inner.rich_style)

    def _are_plain(self, styles: StylesBase) -> bool:
        """Whether the styles, as they are since they last changed, leave the lines as they are."""
        asked_at = styles._cache_key if isinstance(styles, RenderStyles) else object()  # noqa: SLF001
        if self._asked_at != asked_at:
            self._asked_at = asked_at
            outline = any(edge for edge, _ in styles.outline)
            is_changed = outline or styles.tint.a or styles.has_rule("hatch") or styles.text_opacity != 1
            self._is_plain = not is_changed
        return self._is_plain


setattr(textual.screen, "Compositor", ThriftyCompositor)  # noqa: B010 - mypy takes it for a class that is renamed
"""Textual's screen looks this name up to make its compositor."""
setattr(textual.widget, "StylesCache", PlainStylesCache)  # noqa: B010
"""Textual's widget looks this name up to make its cache."""
setattr(textual.strip, "FIFOCache", lambda _most: {})  # noqa: B010
"""Each line makes seven of these caches, which takes most of the time of making a line. A dict does: what they hold is little, and goes with the line."""
