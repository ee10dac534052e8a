"""How a student feels about their day, as they say it: asked after a preparation, and just before the day."""

from advisory.model import CheckIn, DefensePlan
from advisory.model.words import Kind
from advisory.tui.commands.asking_screen import AskingScreen
from advisory.tui.commands.base import Values, fill

_ABOUT = "Ask gently; the number and the words are theirs."


def wants_feeling(check_in: CheckIn) -> bool:
    """Whether this is a preparation of which nobody said yet how the student feels about the day."""
    return check_in.kind is Kind.DEFENSE_PREP and check_in.contact_made and check_in.feeling is None


async def after_preparation(screen: AskingScreen, check_in: CheckIn) -> None:
    """Ask how the student feels, and keep it with the check-in; Escape leaves that as it is."""
    from advisory.casework.check_in.edit import edit_check_in
    from advisory.tui.dialogs.fields.defense import feeling_fields

    desk = screen.desk

    def save(values: Values, shown: CheckIn) -> None:
        feeling = int(values["feeling"]) if values["feeling"] else None
        edit_check_in(desk.caseload, shown, feeling=feeling, student_says=values["says"].strip())
        screen.say("Saved with how they feel about the day", shown.student)

    heading = f"How do they feel about the day? · {desk.name(check_in.student)}"
    fields = feeling_fields(check_in.feeling, check_in.student_says)
    await fill(screen, "prep_feeling", heading, fields, save, shown=check_in, about=_ABOUT)


async def before_the_day(screen: AskingScreen, plan: DefensePlan) -> None:
    """Ask how the student feels just before the day, and keep it with the plan."""
    from advisory.casework.defense.feeling import note_feeling
    from advisory.tui.dialogs.fields.defense import feeling_fields

    desk = screen.desk

    def save(values: Values, shown: DefensePlan) -> None:
        note_feeling(desk.caseload, shown, int(values["feeling"]) if values["feeling"] else None, values["says"])
        screen.say("Noted how they feel", shown.student)

    heading = f"Before the day · {desk.name(plan.student)}"
    fields = feeling_fields(plan.feeling_before, plan.feeling_says)
    await fill(screen, "feeling", heading, fields, save, shown=plan, about=_ABOUT)
