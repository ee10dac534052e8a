"""The defense season in lines: whose day is near, and what is the advisor's to do."""

from collections.abc import Iterator

from advisory.caseload.caseload import Caseload
from advisory.model import DefensePlan
from advisory.rules.season.last_weeks import listed_now
from advisory.rules.season.next_step import day_words, next_step, title_words, waiting


def season_lines(caseload: Caseload) -> Iterator[str]:
    """The near days, the nearest first, and those farther off for which something of the advisor's is due."""
    current = {student.id for student in caseload.students}
    plans = (plan for plan in caseload.defenses if plan.student in current)
    for plan in listed_now(plans, caseload.today, caseload.calendar):
        mine = waiting(plan, caseload.today).mine
        todo = f"; yours: {', '.join(one.label for one in mine)}" if mine else ""
        yield f"{caseload.names[plan.student]}: {day_words(plan, caseload.today)}{todo} [{plan.id}]"


def defense_line(caseload: Caseload, plan: DefensePlan) -> str:
    """`Defense Thu Jun 11 at 9:00, library; next: choose artifacts, by Fri Apr 16`."""
    return f"{title_words(plan)} {day_words(plan, caseload.today)}; next: {next_step(plan, caseload.today).words}"
