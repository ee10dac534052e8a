"""The shapes of a picture as SVG: a chart with labeled axes, and bars. The fills also differ in lightness, for gray paper."""

import unicodedata
from collections.abc import Iterator, Sequence
from html import escape

from .picture import Picture

INK, QUIET = "#22201d", "#5c5751"
FILLS = ("#1d5b57", "#8fbcb6", "#e6ebe8")
"""The fill of each series, in order."""
_EDGE = 'stroke="#1d5b57" stroke-width="0.5"'
WIDTH = 860
CHART_HEIGHT = 250
_LEFT, _TOP, _BOTTOM = 56, 34, 206
_WIDEST = 44


def text(words: str) -> str:
    """Text as it stands in a file: escaped, and without characters that XML forbids or that turn a line around."""
    shown = "".join(" " if character.isspace() else character for character in words)
    return escape("".join(one for one in shown if unicodedata.category(one) not in {"Cc", "Cf", "Cs", "Cn", "Co"}))


def label(x: float, y: float, words: str, *, anchor: str = "start", size: int = 13, fill: str = INK) -> str:
    """A line of text whose baseline begins, ends or has its middle at a point."""
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" font-size="{size}" fill="{fill}">{text(words)}</text>'


def bar(x: float, y: float, lengths: Sequence[float], height: float) -> Iterator[str]:
    """A horizontal bar of several parts, one after the other."""
    for length, fill in zip(lengths, FILLS, strict=False):
        if length:
            yield f'<rect x="{x:g}" y="{y:g}" width="{length:g}" height="{height:g}" fill="{fill}" {_EDGE}/>'
            x += length


def chart(picture: Picture, y: float) -> Iterator[str]:
    """The chart, CHART_HEIGHT high with its top at `y`: a column a week, a number on the axis at the top and the middle."""
    top = max((sum(column.counts) for column in picture.columns), default=0)
    yield label(_LEFT, y + 12, picture.chart, size=14)
    if not top:
        yield label(_LEFT, y + 40, "There is no school week with students in it yet.", fill=QUIET)
        return
    scale, room = (_BOTTOM - _TOP) / top, WIDTH - _LEFT - 10
    size = min(_WIDEST, room / len(picture.columns))
    for number in sorted({0, top // 2, top}):
        at = y + _BOTTOM - number * scale
        yield f'<line x1="{_LEFT - 4}" y1="{at:g}" x2="{WIDTH - 10}" y2="{at:g}" stroke="#d8d4cc"/>'
        yield label(_LEFT - 8, at + 4, str(number), anchor="end", size=12, fill=QUIET)
    yield label(_LEFT, y + _TOP - 8, "students", size=11, fill=QUIET)
    for at, column in enumerate(picture.columns):
        x, base = _LEFT + at * size, y + _BOTTOM
        for count, fill in zip(column.counts, FILLS, strict=False):
            height = count * scale
            base -= height
            if count:
                yield f'<rect x="{x:g}" y="{base:g}" width="{size * 0.84:g}" height="{height:g}" fill="{fill}" {_EDGE}/>'
        if column.month:
            yield label(x, y + _BOTTOM + 16, column.month, size=12, fill=QUIET)
    yield from _legend(picture, y + CHART_HEIGHT - 10)


def _legend(picture: Picture, y: float) -> Iterator[str]:
    """What the fills mean, with the numbers of the last week."""
    x: float = _LEFT
    for series, fill, count in zip(picture.series, FILLS, picture.columns[-1].counts, strict=False):
        words = f"{series}: {count} in the last week"
        yield f'<rect x="{x:g}" y="{y - 10:g}" width="12" height="12" fill="{fill}" {_EDGE}/>'
        yield label(x + 18, y, words, size=12)
        x += 30 + 7 * len(words)
