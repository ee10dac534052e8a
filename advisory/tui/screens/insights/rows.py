"""The rows of the open insights: areas, the misconceptions in each, and the students who have each one."""

from collections.abc import Iterable, Iterator

from advisory.model import CognitiveInsight
from advisory.rules.learning.open_insights import NO_AREA, PERHAPS, AreaInsights, Shared
from advisory.tui.commands.registry import missing_sentence
from advisory.tui.desk import Desk
from advisory.tui.prose import day, width
from advisory.tui.screens.base.text_rows import section_heading, text_row
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span, cell

_LEAST, _MOST = 16, 28
"""The smallest and largest width of a name, in cells; between them it takes a third of the row."""


def insight_rows(desk: Desk, areas: Iterable[AreaInsights]) -> list[Row]:
    """All rows. The key of a student's row is the insight's id. With no open insight, one row says so."""
    areas = list(areas)
    insights = [insight for area in areas for shared in area.shared for insight in shared.insights]
    if not insights:
        nothing = f"No open insights. Press {desk.key('insight')} on a student to write down how they think."
        if not desk.caseload.students:
            nothing = missing_sentence("anybody", desk.keys)
        return [text_row(Span(nothing, "muted"))]
    students = len({insight.student for insight in insights})
    count = f"  {len(insights)}, about {students} student{'' if students == 1 else 's'}"
    rows = [one for area in areas for one in _area(desk, area)]
    return [text_row(Span("Open insights", "heading"), Span(count, "muted")), *rows]


def _area(desk: Desk, area: AreaInsights) -> Iterator[Row]:
    yield from section_heading(area.area if area.area == NO_AREA else desk.prose.note(area.area))
    for shared in area.shared:
        yield _misconception(desk, shared)
        for insight in shared.insights:
            yield _student(desk, insight)


def _misconception(desk: Desk, shared: Shared) -> Row:
    count = f"  {shared.students} students" if shared.students > 1 else ""
    text, perhaps = desk.prose.note(shared.misconception), PERHAPS if shared.is_perhaps else ""
    room = width(count) + width(perhaps)
    return Row(
        "",
        lambda cells: (Span(perhaps, "muted"), cell(text, max(1, cells - room), "strong"), Span(count, "accent")),
    )


def _student(desk: Desk, insight: CognitiveInsight) -> Row:
    """One student's insight: `Kai Tran  12 Nov · helped: read it aloud`."""

    def draw(cells: int) -> Line:
        names = min(_MOST, max(_LEAST, cells // 3))
        return (Span("  "), cell(desk.name(insight.student), names), Span(" · ".join(facts), "muted"))

    facts = [day(insight.noticed_on, desk.caseload.today), _tried(desk, insight)]
    return Row(insight.id, draw)


def _tried(desk: Desk, insight: CognitiveInsight) -> str:
    if not insight.attempts:
        return "nothing tried yet"
    last = insight.attempts[-1]
    return f"{last.result.label}: {desk.prose.note(last.strategy)}"
