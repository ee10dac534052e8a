"""A plan as lines to read, and as the object that --json writes."""

from collections.abc import Iterator
from typing import Any

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.model import DefensePlan
from advisory.model.day_order import show_date
from advisory.model.defense_words import MilestoneStatus
from advisory.rules.days.day_words import format_day
from advisory.rules.season.next_step import day_words, feeling_words, feelings, next_step, title_words

_MARKS = {
    MilestoneStatus.TO_DO: "[ ]",
    MilestoneStatus.DOING: "[-]",
    MilestoneStatus.READY: "[x]",
    MilestoneStatus.WAIVED: "[~]",
}


def plan_lines(caseload: Caseload, plan: DefensePlan) -> Iterator[str]:
    """Everything on the plan, with the numbers that other verbs take."""
    today = caseload.today
    step = next_step(plan, today)
    yield f"{caseload.names[plan.student]} · {title_words(plan)} [{plan.id}]"
    yield f"  {day_words(plan, today)}, {plan.minutes} minutes"
    yield f"  next: {step.words}{' (you)' if step.mine else ''}"
    for label, text in (("defends", plan.claim), ("this time", plan.to_change)):
        if text:
            yield f"  {label}: {text}"
    yield "  milestones:"
    for number, one in enumerate(plan.milestones, 1):
        done = f", ready {show_date(one.done_on)}" if one.done_on else f", {format_day(one.due_on, today)}"
        yield f"    {number:>2} {_MARKS[one.status]} {one.label}{done}{' (you)' if one.mine else ''}"
    yield from _artifacts(plan)
    yield from _practices(plan)
    yield from _panel(plan)
    felt = feelings(plan, caseload.store.check_ins_of(plan.student))
    if felt:
        yield f"  feeling, as they say (1 to 5): {feeling_words(felt)}"
    yield from _after(plan)


def plan_object(caseload: Caseload, plan: DefensePlan) -> dict[str, Any]:
    """All fields of the plan, with the student's name and what is next."""
    step = next_step(plan, caseload.today)
    return {"student_name": caseload.names[plan.student], "next": step.words, "next_is_mine": step.mine} | {
        field: getattr(plan, field) for field in msgspec.structs.asdict(plan)
    }


def _artifacts(plan: DefensePlan) -> Iterator[str]:
    if plan.artifacts:
        yield "  artifacts:"
    for number, one in enumerate(plan.artifacts, 1):
        yield f"    {number} {one.title}{f': {one.shows}' if one.shows else ''}, {one.reflection.label}"


def _practices(plan: DefensePlan) -> Iterator[str]:
    if plan.practices:
        yield "  practices:"
    for number, one in enumerate(plan.practices, 1):
        yield f"    {number} {show_date(one.on)}{f', before {one.before}' if one.before else ''}"
        for label, texts in (("glows", one.glows), ("grows", one.grows)):
            if texts:
                yield f"      {label}: {'; '.join(texts)}"
        if one.next_step:
            yield f"      next: {one.next_step}"


def _panel(plan: DefensePlan) -> Iterator[str]:
    if plan.panel:
        yield "  panel:"
    for number, one in enumerate(plan.panel, 1):
        role = f", {one.role}" if one.role else ""
        yes = f"confirmed {show_date(one.confirmed_on)}" if one.confirmed_on else f"asked {show_date(one.asked_on)}"
        yield f"    {number} {one.name}{role}: {yes if one.asked_on or one.confirmed_on else 'to be asked'}"


def _after(plan: DefensePlan) -> Iterator[str]:
    for label, texts in (("wows", plan.wows), ("wonders", plan.wonders)):
        if texts:
            yield f"  {label}: {'; '.join(texts)}"
    if plan.outcome:
        day = f" on {show_date(plan.defend_again_on)}" if plan.defend_again_on else ""
        yield f"  outcome: {plan.outcome.label}{day}"
    if plan.celebration:
        yield f"  celebrated {show_date(plan.celebrated_on)}: {plan.celebration}"
