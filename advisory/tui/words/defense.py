"""Defense plans in words: the marks of milestones, the day, and whom a plan waits for."""

from datetime import date

from advisory.model import DefensePlan, Milestone, PanelMember, glyphs
from advisory.model.defense_words import MilestoneStatus
from advisory.rules.season.next_step import day_words, title_words
from advisory.tui.desk import Desk
from advisory.tui.prose import Prose, day, safe
from advisory.tui.widgets.text.ink import Span

MARKS = {
    MilestoneStatus.TO_DO: glyphs.OPEN,
    MilestoneStatus.DOING: glyphs.BEGUN,
    MilestoneStatus.READY: glyphs.DONE,
    MilestoneStatus.WAIVED: glyphs.WAIVED,
}


def milestone_mark(milestone: Milestone, today: date) -> Span:
    """The mark of a milestone's status. One that is open and whose day has come has the look of what is due."""
    if milestone.status is MilestoneStatus.READY:
        look = "good"
    elif milestone.is_open and milestone.due_on <= today:
        look = "due"
    else:
        look = "" if milestone.is_open else "muted"
    return Span(MARKS[milestone.status], look)


def milestone_words(milestone: Milestone, today: date) -> str:
    """`practice with you · by Jun 1 · yours`, or `… · ready since May 28`."""
    match milestone.status:
        case MilestoneStatus.READY:
            when = f"ready since {day(milestone.done_on, today)}"
        case MilestoneStatus.WAIVED:
            when = "waived"
        case _:
            when = day(milestone.due_on, today)
            if milestone.due_on < today:
                when = f"was planned for {when}"
            elif milestone.days_before:
                when = f"by {when}"
    return " · ".join(filter(None, [when, "yours" if milestone.mine and milestone.is_open else ""]))


def head_words(desk: Desk, plan: DefensePlan) -> str:
    """`Defense · Thu, Jun 11 at 9:00, library · 75 min`; the place is hidden under the shade."""
    when = day_words(plan, desk.caseload.today, with_place=not desk.prose.is_shaded)
    return safe(" · ".join([title_words(plan), when, f"{plan.minutes} min"]))


def away_words(desk: Desk, plan: DefensePlan) -> str:
    """How far away the day is, in school days: `today`, `9 d`; `wrap up` after it; then the outcome, hidden under the shade."""
    if plan.outcome is not None:
        return desk.prose.note(plan.outcome.label)
    today = desk.caseload.today
    if plan.held_on < today:
        return "wrap up"
    away = desk.caseload.calendar.days_between(today, plan.held_on)
    return f"{away} d" if plan.held_on > today else "today"


def panel_words(prose: Prose, member: PanelMember, today: date) -> str:
    """`Ms. Ortiz, biology · confirmed May 28`."""
    who = prose.notes([member.name, member.role], ", ")
    if member.confirmed_on:
        return f"{who} · confirmed {day(member.confirmed_on, today)}"
    return f"{who} · asked {day(member.asked_on, today)}" if member.asked_on else who
