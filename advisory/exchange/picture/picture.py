"""What a picture holds: a chart of school weeks, and a row for each student."""

from typing import NamedTuple


class Column(NamedTuple):
    """A school week: the month's name where a month begins, and the number of students of each series."""

    month: str
    counts: tuple[int, ...]


class PictureRow(NamedTuple):
    """A student: the lengths of the bar's parts, in the order of the series, and the texts after it."""

    name: str
    bar: tuple[int, ...]
    cells: tuple[str, ...]


class Picture(NamedTuple):
    """One picture. The first of the series is the lowest of the chart."""

    title: str
    says: tuple[str, ...]
    """Sentences below the title."""
    chart: str
    """What the chart shows."""
    series: tuple[str, ...]
    columns: tuple[Column, ...]
    header: tuple[str, ...]
    """A heading for each of the rows' cells."""
    rows: tuple[PictureRow, ...]
