"""The chart of a school year: a column per week, with the students stacked by stage, axes and a legend."""

from advisory.model import glyphs
from advisory.model.words import Stage
from advisory.rules.overview.partnership_weeks import PartnershipYear
from advisory.rules.partnership.stage_gate import STAGES
from advisory.tui.widgets.text.ink import Line, Span
from advisory.tui.widgets.text.week_chart import Series, week_chart

FILL: dict[Stage, Span] = {
    Stage.RAPPORT: Span(glyphs.STAGE_FILLS[0], "accent"),
    Stage.ALLIANCE: Span(glyphs.STAGE_FILLS[1]),
    Stage.COGNITIVE_INSIGHT: Span(glyphs.STAGE_FILLS[2], "good"),
}
"""Stage → how it is drawn. The shapes differ, so that color isn't needed."""
SERIES = tuple(Series(stage.label, FILL[stage]) for stage in STAGES)


def year_chart(year: PartnershipYear, cells: int, rows: int) -> list[Line]:
    """Draw the chart `cells` wide with at most `rows` rows of students, as `week_chart` does."""
    return week_chart(year.weeks, SERIES, cells, rows, now="now")
