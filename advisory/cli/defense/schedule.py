"""`advisory defense schedule`: a day and an hour for everybody who has none, in one go."""

from datetime import date

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.day import Day
from advisory.cli.base.sitting import Sitting, data, talk
from advisory.model.day_order import show_day
from advisory.model.defense_words import DefenseType
from advisory.rules.days.hour_words import read_hours
from advisory.rules.refusal import Refusal

from .choice import KIND, MINUTES, PLACE


@example(
    "defense schedule 6/1 6/12 8:30-12:00 --minutes 60 --break 15 --dry-run",
    "propose a day and an hour for everybody who has none; without --dry-run, plan them all; one undo",
)
@click.command("schedule", cls=Command)
@click.argument("first", type=Day(), metavar="FROM")
@click.argument("last", type=Day(), metavar="UNTIL")
@click.argument("hours")
@click.argument("names", nargs=-1, metavar="[NAME]…")
@click.option(
    "--break", "pause", type=click.IntRange(0, 240), default=15, show_default=True, help="Minutes between two."
)
@KIND
@MINUTES
@PLACE
@click.option("--dry-run", is_flag=True, help="Only show the proposals.")
@click.pass_obj
def schedule(
    sitting: Sitting, first: date, last: date, hours: str, names: tuple[str, ...], pause: int, kind: str, minutes: int,
    place: str, *, dry_run: bool,
) -> None:  # fmt: skip
    """Plan a day and an hour for many students. Each NAME gets one, or everybody without a day, from FROM until UNTIL."""
    from advisory.casework.defense.plan import schedule_defenses
    from advisory.rules.season.clashes import without_plan
    from advisory.rules.season.plan_life import is_upcoming
    from advisory.rules.season.schedule import Hours, propose, school_days_from

    starts, ends = read_hours(hours)
    with sitting.caseload() as caseload:
        wanted = [caseload.one(name) for name in names] or without_plan(
            caseload.students, caseload.defenses, caseload.today
        )
        if not wanted:
            raise Refusal("Everybody in the caseload has a day this school year. Name the students who get another.")
        days = [day for day in school_days_from(first, last, caseload.calendar) if day >= caseload.today]
        taken = [plan for plan in caseload.defenses if is_upcoming(plan, caseload.today)]
        at = Hours(starts, ends, minutes, pause)
        slots = propose([student.id for student in wanted], days, at, caseload.calendar, taken)
        for slot in slots:
            hour = f"{slot.starts:%H:%M}" if slot.starts else ""
            data(f"{show_day(slot.held_on, weekday=True, year=True)}  {hour}  {caseload.names[slot.student_id]}")
        if dry_run:
            talk("Dry run: nothing was planned.")
            return
        made = schedule_defenses(caseload, slots, kind=DefenseType(kind), minutes=minutes, place=place)
        talk(f"Planned: {len(made)}. `advisory undo` undoes them all.")
        if closer := sum(bool(one.closer) for one in made):
            talk(f"For {closer} of them, milestones are closer together than usual.")
