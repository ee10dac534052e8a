"""The list of milestones that a new plan begins with: changing one, adding one, hiding one or offering it again."""

from typing import TYPE_CHECKING

from advisory.casework.defense.edit_list import add_to_list, edit_listed, hide_listed
from advisory.rules.refusal import Refusal
from advisory.rules.season.milestones import ListedMilestone, days_words
from advisory.tui.commands.base import Values, fill
from advisory.tui.dialogs.form.field import Field, FieldKind
from advisory.tui.prose import safe

if TYPE_CHECKING:
    from advisory.tui.screens.settings.screen import SettingsScreen

_ABOUT = "Plans to come have it so; those that are made keep their milestones."
_DIGITS = 3


async def change(screen: "SettingsScreen", listed: ListedMilestone) -> None:
    """Show the form that changes a milestone of the list."""

    def save(values: Values) -> None:
        mine = values["whose"] == "me"
        edit_listed(
            screen.desk.caseload, listed.key, label=values["label"], days_before=_days(values["days"]), mine=mine
        )
        screen.say_written("Saved", values["label"], then=f", {days_words(_days(values['days']))}")

    await fill(screen, "edit_milestone", safe(listed.label), _fields(listed), save, about=_ABOUT, is_edit=True)


async def add(screen: "SettingsScreen") -> None:
    """Show the form that adds a milestone of the advisor's own."""

    def save(values: Values) -> None:
        made = add_to_list(screen.desk.caseload, values["label"], _days(values["days"]), mine=values["whose"] == "me")
        screen.redraw()
        screen.go_to_milestone(made.key)
        screen.say_written("Milestone added", made.label, then=f", {days_words(made.days_before)}")

    await fill(screen, "add_milestone", "A milestone of your own", _fields(None), save, about=_ABOUT)


def hide_or_offer(screen: "SettingsScreen", listed: ListedMilestone) -> None:
    """Leave a milestone out of plans to come, or have it in again."""
    hide_listed(screen.desk.caseload, listed.key, hidden=not listed.hidden)
    then = (
        "" if listed.hidden else f"; plans to come leave it out, {screen.key('remove-from-calendar')} has it in again"
    )
    screen.say_written("In again" if listed.hidden else "Hidden", listed.label, then=then)


def _fields(listed: ListedMilestone | None) -> list[Field]:
    return [
        Field("label", "What is to be done by then?", listed.label if listed else "", "e.g. the outline is on paper"),
        Field(
            "days",
            "Days before the day",
            str(listed.days_before) if listed else "",
            "e.g. 14, or -2 for two days after",
            FieldKind.NUMBER,
        ),
        Field(
            "whose",
            "Whose is it?",
            "me" if listed and listed.mine else "student",
            choices=[("student", "the student's"), ("me", "yours")],
            is_beside=True,
            is_about_nobody=True,
        ),
    ]


def _days(text: str) -> int:
    typed = text.strip().replace("−", "-")
    if not (typed.removeprefix("-").isdecimal() and len(typed) <= _DIGITS + 1):
        raise Refusal(f"“{typed[:40]}” is not a number of days. Type one such as 14, or -2 for two days after the day.")
    return int(typed)
