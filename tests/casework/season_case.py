"""What the tests of the season share: a school year with terms and a break, and a plan in it."""

from datetime import date, time

from advisory.caseload.caseload import Caseload
from advisory.casework.calendar.no_school_days import add_no_school_days
from advisory.casework.calendar.term import add_term
from advisory.casework.defense.plan import plan_defense
from advisory.casework.student.add import add_student
from advisory.model import DefensePlan, Student

THE_DAY = date(2027, 2, 11)
"""A Thursday, eighty days after the tests' Monday."""


def in_school(caseload: Caseload) -> Student:
    """Maya, in a year of two terms with a winter break between them and a free day in February; made once."""
    if caseload.students:
        return caseload.students[0]
    add_term(caseload, "Autumn", date(2026, 8, 31), date(2026, 12, 18))
    add_term(caseload, "Spring", date(2027, 1, 4), date(2027, 6, 18))
    add_no_school_days(caseload, [(date(2027, 2, 8), date(2027, 2, 8), "Teachers' day")])
    return add_student(caseload, given_name="Maya", family_name="Okafor")


def planned(caseload: Caseload, day: date = THE_DAY) -> DefensePlan:
    """Maya's plan for a Thursday in February at nine."""
    there = caseload.defenses
    return there[0] if there else plan_defense(caseload, in_school(caseload).id, day, time(9), place="Library").plan


def due(plan: DefensePlan) -> dict[str, date]:
    """Key → due date of a plan's milestones."""
    return {one.key: one.due_on for one in plan.milestones}
