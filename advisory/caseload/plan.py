"""The plan for the next periods: the talks still to come, as they stand on a day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from advisory.model import CheckIn, MeetingPattern, PlannedTalk, Student
from advisory.model.words import Status
from advisory.rules.days.school_days import Calendar
from advisory.rules.next.plan import Planned, day_that_holds, took_place
from advisory.store import Store


def planned_talks(store: Store, students: Iterable[Student], calendar: Calendar, today: date) -> list[Planned]:
    """The talks still to come, the earliest first and then in the order of the students, one for each student.

    Those held, those whose day has passed, and those of students on leave are left out.
    """
    patterns = store.all(MeetingPattern)
    of = defaultdict[str, list[PlannedTalk]](list)
    for plan in store.all(PlannedTalk):
        of[plan.student].append(plan)
    open_plans: list[Planned] = []
    for student in students if of else ():
        if not (plans := of.get(student.id)) or student.status is Status.ON_LEAVE:
            continue
        last = _last_one_to_one(store, student.id, today)
        days = [
            Planned(student.id, day_that_holds(plan.on, student.id, patterns, calendar), plan.on)
            for plan in plans
            if not took_place(plan, last, plan.updated_at.astimezone().date())
        ]
        open_plans += sorted((one for one in days if one.on >= today), key=lambda one: one.on)[:1]
    return sorted(open_plans, key=lambda one: one.on)


def _last_one_to_one(store: Store, student_id: str, today: date) -> CheckIn | None:
    newest_first = reversed(store.check_ins_of(student_id))
    return next((one for one in newest_first if one.counts_one_to_one and one.happened_on <= today), None)
