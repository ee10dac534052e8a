"""The round through everybody and the plan for the next periods, as lists of Today."""

from collections.abc import Callable

from advisory.model import glyphs
from advisory.rules.next.plan import Planned
from advisory.tui.desk import Desk
from advisory.tui.prose import cut_name, day
from advisory.tui.widgets.lists.row import Row, RowsOf
from advisory.tui.widgets.text.ink import Line, Span
from advisory.tui.words.round import round_line

from .section import CIRCLE, MORE, PLAN, ROUND, Section, facts, key_of, size_across


def round_section(desk: Desk, *, is_open: bool) -> Section:
    """How far the round is, in a line that opens: who is to come in it, and who is not here."""
    if desk.caseload.calendar.is_summer(desk.caseload.today):
        return Section(ROUND, "", ())
    head = Row(key_of(MORE, ROUND), lambda cells: (Span(round_line(desk, cells), "muted"),))
    if not is_open:  # while it is folded, only the line that opens it
        return Section(ROUND, "", (), goes_with=CIRCLE, head=head)
    now = desk.caseload.round
    away = set(now.away)

    def draw(student_id: str) -> Callable[[int], Line]:
        mark = glyphs.AWAY if student_id in away else glyphs.NOTHING
        look = "muted" if student_id in away else "accent"
        return lambda cells: (Span(f"{mark} ", look), Span(cut_name(desk.short(student_id), cells - 3)))

    waiting = [] if now.over_on else [*now.to_come, *now.away]
    items = RowsOf(waiting, draw, lambda one: key_of(ROUND, one))
    return Section(ROUND, "", items, across=size_across(map(desk.short, waiting)), goes_with=CIRCLE, head=head)


def plan_section(desk: Desk) -> Section:
    """The talks planned for the periods to come; those of today stand in `Who next`, too."""
    today = desk.caseload.today

    def draw(talk: Planned) -> Callable[[int], Line]:
        moved = "" if talk.on == talk.chosen_on else f"not here {day(talk.chosen_on, today)}"
        return lambda cells: facts(glyphs.BULLET, desk.short(talk.student_id), moved, day(talk.on, today), cells)

    return Section(PLAN, "Planned", RowsOf(desk.caseload.planned, draw, lambda one: key_of(PLAN, one.student_id)))
