"""The defense season as a list of Today: whose day is near, and what is the advisor's to do for one."""

from collections.abc import Callable
from functools import partial

from advisory.model import DefensePlan, glyphs
from advisory.rules.season.last_weeks import listed_now
from advisory.rules.season.next_step import waiting
from advisory.rules.season.plan_life import is_upcoming
from advisory.tui.desk import Desk
from advisory.tui.prose import day
from advisory.tui.widgets.lists.row import RowsOf
from advisory.tui.widgets.text.ink import Line

from .section import SEASON, Section, facts, key_of


def season_section(desk: Desk) -> Section:
    """Near days, the nearest first, and days farther off for which a milestone of the advisor's is due."""
    caseload = desk.caseload
    current = {student.id for student in caseload.students}
    plans = (plan for plan in caseload.defenses if plan.student in current)
    listed = listed_now(plans, caseload.today, caseload.calendar)
    return Section(SEASON, "Defenses", RowsOf(listed, partial(_draw, desk), lambda one: key_of(SEASON, one.id)))


def _draw(desk: Desk, plan: DefensePlan) -> Callable[[int], Line]:
    """`▢ Maya   practice with you, by Mon   Dec 4`: what is the advisor's next, else whose turn it is.

    A plan that is neither upcoming nor over, but has an outcome, is postponed.
    """
    today = desk.caseload.today
    mine = waiting(plan, today).mine
    if mine:
        what, is_late = f"{desk.prose.note(mine[0].label)}, by {day(mine[0].due_on, today)}", mine[0].due_on <= today
    elif is_upcoming(plan, today):
        what, is_late = "their turn", False
    else:
        what, is_late = "choose a new day" if plan.outcome else "how did it go?", True
    mark = glyphs.OPEN if mine or is_late else glyphs.BULLET
    when = day(plan.held_on, today)
    return lambda cells: facts(mark, desk.short(plan.student), what, when, cells, late=is_late)
