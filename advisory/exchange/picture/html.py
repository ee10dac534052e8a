"""Write a picture as one HTML file: the chart, and the rows as a table. Without scripts and without anything to download."""

from collections.abc import Iterator

from advisory.exchange.file.html_head import html_head

from .picture import Picture, PictureRow
from .shapes import CHART_HEIGHT, INK, QUIET, WIDTH, bar, chart, text

_BAR = 220
_STYLE = f"""\
body {{ margin: 2rem auto; max-width: {WIDTH}px; padding: 0 1rem; color: {INK}; background: #fff;
  font-family: Helvetica, Arial, sans-serif; -webkit-print-color-adjust: exact; print-color-adjust: exact; }}
h1 {{ font-size: 1.4rem; margin: 0 0 .4rem; }}
p {{ margin: .2rem 0; color: {QUIET}; }}
svg {{ max-width: 100%; height: auto; }}
.chart {{ margin-top: 1rem; }}
table {{ border-collapse: collapse; width: 100%; margin-top: 1rem; font-size: .9rem; }}
th, td {{ text-align: left; padding: .15rem .5rem .15rem 0; border-bottom: 1px solid #e5e1d8; vertical-align: top; }}
th {{ font-weight: normal; color: {QUIET}; }}
.number {{ text-align: right; font-variant-numeric: tabular-nums; }}
"""


def as_html(picture: Picture) -> str:
    """The whole file."""
    title = text(picture.title)
    says = [f"<p>{text(sentence)}</p>" for sentence in picture.says]
    return "\n".join(
        [
            html_head(title, _STYLE),
            f"<h1>{title}</h1>",
            *says,
            _chart(picture),
            *_table(picture),
            "</body>",
            "</html>",
            "",
        ]
    )


def _chart(picture: Picture) -> str:
    size = f'width="{WIDTH}" height="{CHART_HEIGHT}" viewBox="0 0 {WIDTH} {CHART_HEIGHT}"'
    return "\n".join(
        [f'<svg class="chart" {size} role="img" aria-label="{text(picture.chart)}">', *chart(picture, 0), "</svg>"]
    )


def _table(picture: Picture) -> Iterator[str]:
    if not picture.rows:
        return
    most = max(sum(row.bar) for row in picture.rows)
    look = _look(picture)
    head = "".join(f'<th class="{look}" scope="col">{text(heading)}</th>' for heading in picture.header)
    yield f'<table><thead><tr><th scope="col">Student</th>{"<th></th>" if most else ""}{head}</tr></thead><tbody>'
    for row in picture.rows:
        cells = "".join(f'<td class="{look}">{text(cell)}</td>' for cell in row.cells)
        yield f"<tr><td><bdi>{text(row.name)}</bdi></td>{_bar(row, most) if most else ''}{cells}</tr>"
    yield "</tbody></table>"


def _look(picture: Picture) -> str:
    return "number" if len(picture.header) > 1 else "words"


def _bar(row: PictureRow, most: int) -> str:
    shapes = "".join(bar(0, 2, [part * _BAR / most for part in row.bar], 11))
    return f'<td><svg width="{_BAR}" height="15" viewBox="0 0 {_BAR} 15" aria-hidden="true">{shapes}</svg></td>'
