"""Write a picture as one SVG file, without scripts and without anything to download."""

from collections.abc import Iterator
from textwrap import wrap

from .picture import Picture, PictureRow
from .shapes import CHART_HEIGHT, QUIET, WIDTH, bar, chart, label, text

_LEFT, _NAMES, _BAR = 16, 200, 220
_LINE, _ROW = 20, 20
_LETTERS, _NAME_LETTERS = 88, 28
"""How many letters fit in a line of text, and in the column of names; a longer name is written smaller, not cut."""
_SIZE, _SMALLEST = 13, 6


def as_svg(picture: Picture) -> str:
    """The whole file."""
    shapes = [label(_LEFT, 30, picture.title, size=20)]
    y = 34
    for sentence in picture.says:
        y += _LINE
        shapes.append(label(_LEFT, y, sentence, fill=QUIET))
    shapes += chart(picture, y + 24)
    y += 24 + CHART_HEIGHT
    if picture.rows:
        shapes += _header(picture, y + 24)
        y += 24
    most = max((sum(row.bar) for row in picture.rows), default=0)
    for row in picture.rows:
        drawn, lines = _row(row, y + _ROW, most)
        shapes += drawn
        y += _ROW * lines
    font = 'font-family="Helvetica, Arial, sans-serif"'
    size = f'width="{WIDTH}" height="{y + 16}" viewBox="0 0 {WIDTH} {y + 16}"'
    title = f"<title>{text(picture.title)}</title>"
    background = '<rect width="100%" height="100%" fill="#ffffff"/>'
    return "\n".join(
        [f'<svg xmlns="http://www.w3.org/2000/svg" {size} {font}>', title, background, *shapes, "</svg>", ""]
    )


def _header(picture: Picture, y: float) -> Iterator[str]:
    if len(picture.header) == 1:
        yield label(_LEFT + _NAMES, y, picture.header[0], size=11, fill=QUIET)
        return
    for at, heading in enumerate(picture.header):
        yield label(_cell_at(at, len(picture.header)), y, heading, anchor="end", size=11, fill=QUIET)


def _cell_at(at: int, cells: int) -> float:
    """Where the numbers of a column end."""
    first = _LEFT + _NAMES + _BAR
    return first + (at + 1) * (WIDTH - first - 12) / cells


def _row(row: PictureRow, y: float, most: int) -> tuple[list[str], int]:
    """The shapes of a row, and how many lines it takes. A row of one cell has its text after the name."""
    size = _SIZE if len(row.name) <= _NAME_LETTERS else max(_SMALLEST, _SIZE * _NAME_LETTERS // len(row.name))
    shapes = [label(_LEFT, y, row.name, size=size)]
    if len(row.cells) == 1:
        lines = wrap(row.cells[0], _LETTERS) or [""]
        shapes += [label(_LEFT + _NAMES, y + at * _ROW, line) for at, line in enumerate(lines)]
        return shapes, len(lines)
    scale = (_BAR - 10) / max(1, most)
    shapes += bar(_LEFT + _NAMES, y - 11, [part * scale for part in row.bar], 13)
    shapes += [label(_cell_at(at, len(row.cells)), y, cell, anchor="end") for at, cell in enumerate(row.cells)]
    return shapes, 1
