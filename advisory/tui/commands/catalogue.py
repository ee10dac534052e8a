"""The catalogue of signs by asking: one reworded, one added, one hidden or offered again."""

from advisory.casework.partnership.edit_catalogue import add_to_catalogue, hide_sign, reword_sign
from advisory.model.words import Stage
from advisory.rules.partnership.signs import Sign
from advisory.rules.partnership.stage_gate import LETTER
from advisory.tui.asking import asking
from advisory.tui.commands.kept_drafts import reword_form
from advisory.tui.dialogs.form.field import Field
from advisory.tui.prose import safe
from advisory.tui.screens.base.flow import Flow, Values
from advisory.tui.screens.settings.signs import sign_row_key

_STAGE_LETTERS = {stage.value: letter.lower() for stage, letter in LETTER.items()}


async def reword_by_asking(screen: Flow, sign: Sign) -> None:
    """Let the advisor say a sign in other words."""

    def reword(values: Values) -> None:
        reword_sign(screen.desk.caseload, sign.key, values["label"])
        screen.say("Reworded, wherever it was seen")

    field = Field("label", "In other words", sign.label)
    about = "Where it was seen it reads like this too; what was seen stays as it is."
    await screen.fill(reword_form(sign.key), safe(sign.label), [field], reword, about=about)


async def add_by_asking(screen: Flow, stage: Stage) -> None:
    """Let the advisor add a sign of their own."""

    def add(values: Values) -> None:
        doing = values["whose"] == "student"
        made = add_to_catalogue(screen.desk.caseload, Stage(values["stage"]), values["label"], students_doing=doing)
        screen.retell()
        screen.body.go_to(sign_row_key(made.key))
        screen.say("Sign added; i offers it from now on")

    stages = [(one.value, one.label) for one in Stage]
    fields = [
        Field("label", "What would one see?", hint="saved me a seat at lunch"),
        Field("stage", "Stage", stage.value, choices=stages, letters=_STAGE_LETTERS, is_beside=True),
        Field("whose", "Shows acting", choices=[("me", "me, or both"), ("student", "the student")], is_beside=True),
    ]
    await screen.fill("add_sign", "A sign of your own", fields, add)


def hide_or_offer(screen: Flow, sign: Sign) -> None:
    """Hide a sign that is offered, or offer one that is hidden."""
    with asking(screen):
        hide_sign(screen.desk.caseload, sign.key, hidden=not sign.hidden)
        screen.say(
            "Offered again"
            if sign.hidden
            else "Hidden: offered no longer, and kept where it was seen; d offers it again"
        )
    screen.retell()
