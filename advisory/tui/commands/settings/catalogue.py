"""The catalog of signs: rewording, adding and hiding a sign."""

from typing import TYPE_CHECKING

from advisory.casework.partnership.edit_catalogue import add_to_catalogue, hide_sign, reword_sign
from advisory.model.words import Stage
from advisory.rules.partnership.signs import Sign
from advisory.rules.partnership.stage_gate import LETTER
from advisory.tui.commands.base import Values, fill
from advisory.tui.dialogs.form.field import Field
from advisory.tui.kept_drafts import reword_form
from advisory.tui.prose import safe

if TYPE_CHECKING:
    from advisory.tui.screens.settings.screen import SettingsScreen


_STAGE_LETTERS = {stage.value: letter.lower() for stage, letter in LETTER.items()}


async def reword(screen: "SettingsScreen", sign: Sign) -> None:
    """Show the form that rewords a sign."""

    def save(values: Values) -> None:
        if values["label"].strip() == sign.label:
            return
        reword_sign(screen.desk.caseload, sign.key, values["label"])
        screen.say_written("Reworded", values["label"], then=", wherever it was seen")

    field = Field("label", "In your own words", sign.label)
    about = "The new words show everywhere, also where it was already seen."
    await fill(screen, reword_form(sign.key), safe(sign.label), [field], save, about=about, is_edit=True)


async def add(screen: "SettingsScreen", stage: Stage) -> None:
    """Show the form that adds a sign of the advisor's own."""

    def save(values: Values) -> None:
        doing = values["whose"] == "student"
        made = add_to_catalogue(screen.desk.caseload, Stage(values["stage"]), values["label"], students_doing=doing)
        screen.redraw()
        screen.go_to_sign(made.key)
        screen.say_written("Sign added", made.label, then=f"; {screen.key('add-sign')} offers it from now on")

    stages = [(one.value, one.label) for one in Stage]
    fields = [
        Field("label", "What would you see?", hint="e.g. saved me a seat at lunch"),
        Field(
            "stage", "Stage", stage.value, choices=stages, letters=_STAGE_LETTERS, is_beside=True, is_about_nobody=True
        ),
        Field(
            "whose",
            "Whose doing",
            choices=[("me", "you, or both of you"), ("student", "the student")],
            is_beside=True,
            is_about_nobody=True,
        ),
    ]
    await fill(screen, "add_sign", "A sign of your own", fields, save)


def hide_or_offer(screen: "SettingsScreen", sign: Sign) -> None:
    """Hide a sign, or offer a hidden one again."""
    hide_sign(screen.desk.caseload, sign.key, hidden=not sign.hidden)
    again = screen.key("remove-from-calendar")
    if sign.hidden:
        screen.say_written("Offered again", sign.label)
    else:
        screen.say_written("Hidden", sign.label, then=f"; kept where it was seen, {again} offers it again")
