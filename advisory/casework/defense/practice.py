"""Note a practice, with glows and grows; its next step becomes a promise of yours or a commitment of the student's."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.casework.promise.make import add_promise, refuse_promise
from advisory.model import DefensePlan, FollowUp, Practice
from advisory.model.words import Party
from advisory.rules.check_in.contact import refuse_future
from advisory.rules.refusal import Refusal


class Practiced(NamedTuple):
    """The plan with its practice, and the promise that the next step became, if there was one."""

    plan: DefensePlan
    promise: FollowUp | None


def note_practice(
    caseload: Caseload,
    shown: DefensePlan,
    *,
    glows: Iterable[str] = (),
    grows: Iterable[str] = (),
    before: str = "",
    next_step: str = "",
    whose: Party = Party.STUDENT,
    due_on: date | None = None,
    on: date | None = None,
) -> Practiced:
    """Note one practice, held today by default before some people, in one change.

    The next step becomes an open promise of `whose`, the student's by default, due on `due_on`. Refuses a practice
    without any words, a future day, and a due date in the past. Raises Conflict if the plan changed meanwhile.
    """
    said = [tuple(filter(None, map(str.strip, texts))) for texts in (glows, grows)]
    step, day = next_step.strip(), on or caseload.today
    if not any((*said, step)):
        raise Refusal("What glowed, and what can grow? Type at least one of the two, or the next step.")
    refuse_future(day, caseload.today)
    if step:
        refuse_promise(step, due_on, caseload.today)
    with caseload.store.change("Practice noted", caseload.now()) as change:
        practice = Practice(on=day, before=before.strip(), glows=said[0], grows=said[1], next_step=step)
        practices = tuple(sorted((*shown.practices, practice), key=lambda one: one.on))
        plan = change.put(replace(shown, practices=practices), shown=shown)
        promise = add_promise(change, plan.student, step, owner=whose, due_on=due_on, source=plan.id) if step else None
        return Practiced(plan, promise)


def remove_practice(caseload: Caseload, shown: DefensePlan, number: int) -> DefensePlan:
    """Remove practice `number` (from 0); the promise that came of it stays. Raises Conflict if the plan changed meanwhile."""
    with caseload.store.change("Practice removed", caseload.now()) as change:
        kept = tuple(one for at, one in enumerate(shown.practices) if at != number)
        return change.put(replace(shown, practices=kept), shown=shown)
