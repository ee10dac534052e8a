"""The chart of a school year: a column per week, with the students stacked by stage, axes and a legend."""

from collections.abc import Iterator, Sequence
from datetime import date

from advisory.model.words import Stage
from advisory.rules.overview.partnership_weeks import PartnershipYear, Week
from advisory.rules.partnership.stage_gate import STAGES
from advisory.tui.widgets.text.ink import Line, Span, line_width

FILL: dict[Stage, Span] = {
    Stage.RAPPORT: Span("░", "accent"),
    Stage.ALLIANCE: Span("▚"),
    Stage.COGNITIVE_INSIGHT: Span("█", "good"),
}
"""Stage → how it is drawn. The shapes differ, so that color isn't needed."""
_WIDEST_WEEK, _TALLEST_STUDENT = 6, 3
_GAP_FROM = 3
"""From this width of a week, in cells, its last cell is a gap."""


def year_chart(year: PartnershipYear, cells: int, rows: int) -> list[Line]:
    """Draw the chart `cells` wide with at most `rows` rows of students, two lines for the axis and one for the legend.

    If there are more weeks than fit, the latest are shown.
    """
    top = max((sum(week.counts) for week in year.weeks), default=0)
    gutter = len(str(top)) + 2
    weeks = year.weeks[-max(1, cells - gutter) :]
    if not top:
        return [(Span("There is no school week with students in it yet this year.", "muted"),)]
    size = max(1, min(_WIDEST_WEEK, (cells - gutter) // len(weeks)))
    tall = max(1, min(_TALLEST_STUDENT, rows // top)) * top if top <= rows else rows
    columns = [_column(week.counts, top, tall) for week in weeks]
    labels = _labels(top, tall)
    chart: list[Line] = []
    for row in range(tall, 0, -1):
        label = labels.get(row, "")
        front = Span(f"{label:>{gutter - 2}} {'┤' if label else '│'}", "muted")
        chart.append((front, *(_cell(column[row - 1], size) for column in columns)))
    return [*chart, *_axis(weeks, size, gutter), _legend(year.weeks[-1], cells)]


def _cell(stage: Stage | None, size: int) -> Span:
    if stage is None:
        return Span(" " * size)
    fill, gap = FILL[stage], size >= _GAP_FROM
    return Span(fill.text * (size - gap) + " " * gap, fill.look)


def _column(counts: Sequence[int], top: int, rows: int) -> list[Stage | None]:
    """The stage in each row of a week's column, from the bottom up; None above the students."""
    shares = _shares(counts, top, rows)
    stages = [stage for stage, share in zip(STAGES, shares, strict=True) for _ in range(share)]
    return [*stages, *[None] * rows][:rows]


def _shares(counts: Sequence[int], top: int, rows: int) -> list[int]:
    """How many rows each stage gets: exact if there are enough rows, and at least one if a student is in the stage."""
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


def _legend(week: Week, cells: int) -> Line:
    """The stages in the order they are stacked, with how many students are in each now."""
    spans: list[Span] = []
    for stage, count in reversed(list(zip(STAGES, week.counts, strict=True))):
        spans += [FILL[stage], Span(f" {stage.label} {count}  ")]
    spans[-1] = Span(spans[-1].text.rstrip())
    now = Span("now  ", "muted")
    return [now, *spans] if line_width([now, *spans]) <= cells else spans
