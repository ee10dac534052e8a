"""Planning days: one student's, or a whole caseload's; changing and removing a plan."""

from datetime import time
from typing import TYPE_CHECKING

from advisory.model import DefensePlan, Student
from advisory.model.defense_words import DefenseType
from advisory.rules.days.hour_words import read_hour
from advisory.rules.season.clashes import without_plan
from advisory.rules.season.dating import closer_sentence
from advisory.rules.season.plan_life import called
from advisory.rules.season.schedule import Slot, propose
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.commands.twice import is_meant, name_first
from advisory.tui.highlighted import AFTER
from advisory.tui.prose import day

from .shown import plan_of

if TYPE_CHECKING:
    from advisory.tui.dialogs.schedule import Proposal
    from advisory.tui.screens.base.case_screen import CaseScreen

_ONE, _ALL = "one", "all"
_DELETE = "delete-defense"


async def open_plan(screen: "CaseScreen") -> None:
    """Open the highlighted student's plan; if there is none, plan the day."""
    plan = screen.highlighted.plan
    if plan is not None:
        await screen.open_over("defense", plan.id)
    elif screen.highlighted.student:
        screen.run_in_background(plan_one(screen, screen.highlighted.student))


@shows_dialog
async def add(screen: "CaseScreen") -> None:
    """Ask whether to plan this student's day, or to schedule everybody who has none."""
    from advisory.tui.dialogs.pick import PickDialog

    desk, student_id = screen.desk, screen.highlighted.student
    without = without_plan(desk.caseload.students, desk.caseload.defenses, desk.caseload.today)
    options = [(_ALL, f"everybody without a day ({len(without)})")] if without else []
    if student_id:
        is_first = any(one.id == student_id for one in without) and len(without) < len(desk.caseload.students)
        one = (_ONE, desk.name(student_id))
        options = [one, *options] if is_first else [*options, one]
    if not options:
        screen.say("Everybody has a day.")
        return
    chosen = options[0][0] if len(options) == 1 else await screen.ask(PickDialog("Plan a day for whom?", options))
    if chosen == _ONE:
        await plan_one(screen, student_id)
    elif chosen == _ALL:
        await _schedule(screen, without)


async def plan_one(screen: "CaseScreen", student_id: str) -> None:
    """Show the form that plans one student's day."""
    from advisory.casework.defense.plan import plan_defense
    from advisory.tui.dialogs.fields.defense import plan_fields, read_plan

    desk = screen.desk

    def save(values: Values) -> None:
        made = plan_defense(desk.caseload, student_id, desk.day(values["day"]), **read_plan(values))
        closer = closer_sentence(made.closer)
        when = day(made.plan.held_on, desk.caseload.today)
        screen.say(f"{called(made.plan.type)} planned for {when}{f'. {closer}' if closer else ''}", student_id)

    heading = f"The day of {desk.name(student_id)}"
    await fill(screen, "defense", heading, plan_fields(None), save, record_id=student_id)


async def _schedule(screen: "CaseScreen", students: list[Student]) -> None:
    """Ask for days and hours, show a proposal that can be changed, and save it in one change."""
    from advisory.casework.defense.plan import schedule_defenses
    from advisory.tui.dialogs.fields.defense import read_schedule, schedule_fields

    desk = screen.desk

    async def save(values: Values) -> None:
        asked = read_schedule(desk, values)
        calendar = desk.caseload.calendar
        slots = propose([one.id for one in students], asked.days, asked.hours, calendar, desk.caseload.defenses)
        chosen = await _agreed(screen, slots)
        planned = schedule_defenses(
            desk.caseload, chosen, kind=asked.kind, minutes=asked.hours.minutes, place=asked.place
        )
        closer = closer_sentence(max((one.closer for one in planned), key=len))
        count = f"{len(planned)} {'student' if len(planned) == 1 else 'students'}"
        screen.say(f"Scheduled: {count}; {screen.key('undo')} undoes it all{f'. {closer}' if closer else ''}")

    heading = f"Everybody without a day · {len(students)}"
    await fill(screen, "season", heading, schedule_fields(), save, does="proposes the days")


async def _agreed(screen: "CaseScreen", slots: list[Slot]) -> list[Slot]:
    """Show the proposal until it is agreed to. Refuses when it is left, so that the form opens again."""
    from advisory.rules.refusal import Refusal
    from advisory.tui.dialogs.schedule import Proposal, ScheduleDialog

    proposal = Proposal(slots)
    while True:
        shown = await screen.ask(ScheduleDialog(screen.desk, proposal))
        if shown is None:
            raise Refusal("Nothing is saved yet. Change the days or hours, or press Esc to leave.")
        if not shown.typed:
            return shown.chosen
        proposal = await _typed(screen, shown)


async def _typed(screen: "CaseScreen", proposal: "Proposal") -> "Proposal":
    """Ask for another day and hour of one student; the slots stay in the order of their times."""
    from advisory.rules.season.plan_life import refuse_day
    from advisory.tui.dialogs.fields.defense import slot_fields

    desk, caseload = screen.desk, screen.desk.caseload
    slots = {slot.student_id: slot for slot in proposal.slots}
    slot = slots[proposal.typed]

    def change(values: Values) -> None:
        held_on = desk.day(values["day"])
        refuse_day(held_on, caseload.today, caseload.calendar)
        starts = read_hour(values["hour"]) if values["hour"].strip() else None
        slots[slot.student_id] = slot._replace(held_on=held_on, starts=starts)

    heading = f"The day of {desk.name(slot.student_id)}"
    await fill(screen, "slot", heading, slot_fields(slot.held_on, slot.starts), change, does="proposes it")
    in_order = sorted(slots.values(), key=lambda one: (one.held_on, one.starts or time.min))
    return proposal._replace(slots=in_order)


@shows_dialog
async def edit(screen: "CaseScreen") -> None:
    """Change what the highlighted line of the plan says; on no such line, the plan's kind, hour, place and claim."""
    from .parts import edit_part

    plan = plan_of(screen)
    if screen.highlighted.part is None or not await edit_part(screen, plan, screen.highlighted.part):
        await edit_plan(screen, plan)


def change_part(screen: "CaseScreen") -> None:
    """What Enter does: step a milestone on, go on after the day, or change the part."""
    from .ending import close
    from .milestone import step

    highlighted = screen.highlighted
    if highlighted.milestone is not None:
        step(screen)
        screen.redraw()
    elif highlighted.part is not None and highlighted.part.section == AFTER:
        screen.run_in_background(close(screen))
    elif highlighted.plan is not None:
        screen.run_in_background(edit(screen))


async def edit_plan(screen: "CaseScreen", plan: DefensePlan) -> None:
    """Show the form with what the plan says of itself."""
    from advisory.casework.defense.edit import edit_defense
    from advisory.tui.dialogs.fields.defense import plan_fields, read_plan

    desk = screen.desk

    def save(values: Values, shown: DefensePlan) -> None:
        edit_defense(desk.caseload, shown, **read_plan(values))
        screen.say(f"{called(DefenseType(values['kind']))} edited", shown.student)

    heading = f"The day of {desk.name(plan.student)}"
    await fill(screen, "defense", heading, plan_fields(plan), save, shown=plan)


def remove(screen: "CaseScreen") -> None:
    """Remove the highlighted artifact, practice or panel member; otherwise move the plan to the trash.

    On a line of the plan that can't be removed, such as a milestone, it first says that the whole plan would go.
    """
    from advisory.casework.trash import move_to_trash

    from .parts import remove_part

    plan, highlighted = plan_of(screen), screen.highlighted
    if highlighted.part is not None and remove_part(screen, plan, highlighted.part):
        return
    when = day(plan.held_on, screen.desk.caseload.today)
    if not is_meant(screen, _DELETE, plan.id, is_seen=highlighted.part is None):
        name_first(screen, _DELETE, plan.id, f"for {when}", plan.student, does="deletes the whole plan")
        return
    move_to_trash(screen.desk.caseload, DefensePlan, plan.id)
    screen.say(f"Plan for {when} deleted; {screen.key('undo')} brings it back", plan.student)
