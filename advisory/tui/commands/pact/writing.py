"""Writing the highlighted student's pact: drafting, opening, rewording, and discarding one that hasn't begun."""

from functools import partial
from typing import TYPE_CHECKING

from advisory.model import Pact
from advisory.model.words import PactStatus
from advisory.rules.pact.life import NOT_YET_AGREED
from advisory.store import Conflict
from advisory.store.editor_text import place_for_editor
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.commands.pact.shown import pact_of
from advisory.tui.prose import cut

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen

_CALLED = 24
"""How many cells of a pact's name a message shows."""
_OVER = (PactStatus.CLOSED, PactStatus.DISCARDED)


async def write(screen: "CaseScreen", student_id: str, pact: Pact | None = None) -> None:
    """Open the editor for a new pact with a student, or for an existing one."""
    from advisory.tui.dialogs.pact.case import PactCase
    from advisory.tui.dialogs.pact.editor import PactEditor, Writing

    if pact is not None and pact.status in _OVER:
        screen.say(
            f"This pact is {pact.status.said}: its words can't change anymore. {screen.key('draft-pact')} drafts a new one.",
            pact.student,
        )
        return
    case = PactCase(screen.desk, student_id, pact)
    form, about = ("edit_pact", pact.id) if pact else ("pact", student_id)
    place_for = partial(place_for_editor, screen.desk.caseload.store.folder, form, about)

    def save(values: Values, _shown: Pact | None = None) -> None:
        try:
            message = case.save(values)
        except Conflict as conflict:  # the next save is made on what was written elsewhere, knowingly
            if isinstance(conflict.stored, Pact):
                case.rebase(conflict.stored)
            raise
        called = cut(screen.desk.prose.note(case.pact.called if case.pact else ""), _CALLED)
        screen.say_written(message, "", student_id, f" · {called}" if called else "")

    await fill(
        screen,
        form,
        case.heading,
        case.fields,
        save,
        shown=pact,
        record_id="" if pact else student_id,
        kind=PactEditor,
        more=Writing(case, place_for),
    )


@shows_dialog
async def draft(screen: "CaseScreen") -> None:
    """Open the editor for a new pact with the highlighted student."""
    await write(screen, screen.highlighted.student)


@shows_dialog
async def open_or_write(screen: "CaseScreen") -> None:
    """Open the pact's screen, or its editor if the pact hasn't begun."""
    pact = pact_of(screen)
    if pact.status in NOT_YET_AGREED:
        await write(screen, pact.student, pact)
    else:
        await screen.open_over("pact", pact.id)


@shows_dialog
async def reword(screen: "CaseScreen") -> None:
    """Open the editor of the highlighted pact, unless the pact is closed."""
    pact = pact_of(screen)
    if pact.status is PactStatus.CLOSED:
        new = screen.key("draft-pact")
        screen.say(f"This pact is closed: its words can't change anymore. {new} drafts a new one.")
    else:
        await write(screen, pact.student, pact)


@shows_dialog
async def discard(screen: "CaseScreen") -> None:
    """Discard a draft or a proposal, after asking."""
    from advisory.casework.pact.discard import discard_pact
    from advisory.tui.dialogs.pick import PickDialog

    desk, pact = screen.desk, pact_of(screen)
    if pact.status not in NOT_YET_AGREED:
        screen.say(f"This pact is {pact.status.said}: you can only discard one that has not begun.", pact.student)
        return
    heading = f"Discard this pact? {desk.prose.note(pact.called)}"
    options = [("discard", f"discard it; {screen.key('undo')} brings it back"), ("keep", "keep it")]
    if await screen.ask(PickDialog(heading, options)) == "discard":
        discard_pact(desk.caseload, pact)
        screen.say_written("Pact discarded", pact.called, pact.student, f"; {screen.key('undo')} brings it back")
