"""Putting a student's question away once the two have talked about it."""

from typing import TYPE_CHECKING

from advisory.model import CheckIn
from advisory.tui.commands.base import Values, fill
from advisory.tui.prose import day

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen


async def answer(screen: "CaseScreen", shown: CheckIn) -> None:
    """Show the question, with a field for what was said; saving puts the question away."""
    from advisory.casework.check_in.own_hand import answer_question
    from advisory.tui.dialogs.form.field import Field

    desk = screen.desk

    def save(values: Values, shown: CheckIn) -> None:
        answer_question(desk.caseload, shown, values["answer"])
        screen.say_written("Question answered", f"asked {day(shown.happened_on, desk.caseload.today)}", shown.student)

    hint = f"or leave blank; it is {shown.visibility.label}, as the question is"
    about = f"They asked, by their own hand: “{desk.prose.note(shown.question)}”"
    heading = f"A question from {desk.name(shown.student)}"
    await fill(
        screen, "answer", heading, [Field("answer", "What you two said", hint=hint)], save, shown=shown, about=about
    )
