"""The defense season in lines: whose day is near, and what is the advisor's to do."""

from collections.abc import Iterator

from advisory.caseload.caseload import Caseload
from advisory.model import DefensePlan
from advisory.rules.season.last_weeks import SEASON_DAYS
from advisory.rules.season.next_step import day_words, next_step, title_words, waiting
from advisory.rules.season.plan_life import is_upcoming


def season_lines(caseload: Caseload) -> Iterator[str]:
    """The near days, the nearest first, and those farther off for which something of the advisor's is due."""
    current = {student.id for student in caseload.students}
    plans = [plan for plan in caseload.defenses if plan.student in current and not plan.is_over]
    for plan in sorted(plans, key=lambda plan: (plan.held_on, plan.id)):
        mine = waiting(plan, caseload.today).mine
        if mine or _is_near(caseload, plan):
            todo = f"; yours: {', '.join(one.label for one in mine)}" if mine else ""
            yield f"{caseload.names[plan.student]}: {day_words(plan, caseload.today)}{todo} [{plan.id}]"


def defense_line(caseload: Caseload, plan: DefensePlan) -> str:
    """`Defense Thu Jun 11 at 9:00, library; next: choose artifacts, by Fri Apr 16`."""
    return f"{title_words(plan)} {day_words(plan, caseload.today)}; next: {next_step(plan, caseload.today).words}"


def _is_near(caseload: Caseload, plan: DefensePlan) -> bool:
    """Whether its last weeks have begun, or it is still to be closed."""
    if not is_upcoming(plan, caseload.today):
        return True
    return caseload.calendar.days_between(caseload.today, plan.held_on) <= SEASON_DAYS
