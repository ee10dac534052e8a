"""A chart of the school weeks: a column a week, with the students stacked by what holds for them, axes and a legend."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from .ink import Line, Span, line_width

_WIDEST_WEEK, _TALLEST_STUDENT = 6, 3
_GAP_FROM = 3
"""From this width of a week, in cells, its last cell is a gap."""


class Series(NamedTuple):
    """What can hold for a student in a week, and the one character it is drawn with."""

    label: str
    fill: Span


class Week(Protocol):
    """A week by its Monday, with the number of students of each series."""

    @property
    def monday(self) -> date: ...
    @property
    def counts(self) -> Sequence[int]: ...


def week_chart(weeks: Sequence[Week], series: Sequence[Series], cells: int, rows: int, *, now: str) -> list[Line]:
    """Draw the chart `cells` wide with at most `rows` rows of students, two lines for the axis and one for the legend.

    The first series is the lowest. If there are more weeks than fit, the latest are shown. `now` is what the legend calls
    the last week.
    """
    top = max((sum(week.counts) for week in weeks), default=0)
    gutter = len(str(top)) + 2
    shown = weeks[-max(1, cells - gutter) :]
    if not top:
        return [(Span("There is no school week with students in it yet this year.", "muted"),)]
    size = max(1, min(_WIDEST_WEEK, (cells - gutter) // len(shown)))
    tall = max(1, min(_TALLEST_STUDENT, rows // top)) * top if top <= rows else rows
    fills = [one.fill for one in series]
    columns = [_column(week.counts, fills, top, tall) for week in shown]
    labels = _labels(top, tall)
    chart: list[Line] = []
    for row in range(tall, 0, -1):
        label = labels.get(row, "")
        front = Span(f"{label:>{gutter - 2}} {'┤' if label else '│'}", "muted")
        chart.append((front, *(_cell(column[row - 1], size) for column in columns)))
    return [*chart, *_axis(shown, size, gutter), _legend(weeks[-1], series, cells, now)]


def _cell(fill: Span | None, size: int) -> Span:
    if fill is None:
        return Span(" " * size)
    gap = size >= _GAP_FROM
    return Span(fill.text * (size - gap) + " " * gap, fill.look)


def _column(counts: Sequence[int], fills: Sequence[Span], top: int, rows: int) -> list[Span | None]:
    """The fill in each row of a week's column, from the bottom up; None above the students."""
    shares = _shares(counts, top, rows)
    column = [fill for fill, share in zip(fills, shares, strict=True) for _ in range(share)]
    return [*column, *[None] * rows][:rows]


def _shares(counts: Sequence[int], top: int, rows: int) -> list[int]:
    """How many rows each series gets: exact if there are enough rows, and at least one if a student is in it."""
    shares = [max(1, count * rows // top) if count else 0 for count in counts]
    wanted = max(sum(map(bool, counts)), (sum(counts) * rows + top // 2) // top)
    by_rest = sorted(range(len(counts)), key=lambda at: -(counts[at] * rows % top))
    for at in by_rest[: max(0, wanted - sum(shares))]:
        shares[at] += 1
    while sum(shares) > wanted:
        shares[shares.index(max(shares))] -= 1
    return shares


def _labels(top: int, rows: int) -> dict[int, str]:
    """Row, counted from 1 → its label on the axis, a number of students: at the top and near the middle."""
    middle = next((row for row in range(rows // 2, 0, -1) if row * top % rows == 0), 0)
    return {rows: str(top)} | ({middle: str(middle * top // rows)} if middle else {})


def _axis(weeks: Sequence[Week], size: int, gutter: int) -> Iterator[Line]:
    """The horizontal axis, and a line with each month's name where it begins."""
    width = size * len(weeks)
    line, months, free = ["─"] * width, "", 0
    before: date | None = None
    for at, week in enumerate(weeks):
        is_new = before is None or week.monday.month != before.month
        before, month = week.monday, f"{week.monday:%b}"
        if is_new and at * size >= free:
            months = months.ljust(at * size) + month
            free = at * size + len(month) + 1
            line[at * size] = "┬"
    yield (Span(" " * (gutter - 1) + "└" + "".join(line), "muted"),)
    yield (Span(" " * gutter + months, "muted"),)


def _legend(week: Week, series: Sequence[Series], cells: int, now: str) -> Line:
    """The series in the order they are stacked, with how many students each has in the last week."""
    spans: list[Span] = []
    for one, count in reversed(list(zip(series, week.counts, strict=True))):
        spans += [one.fill, Span(f" {one.label} {count}  ")]
    spans[-1] = Span(spans[-1].text.rstrip())
    front = Span(f"{now}  ", "muted")
    return [front, *spans] if line_width([front, *spans]) <= cells else spans
