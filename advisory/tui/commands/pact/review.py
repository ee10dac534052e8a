"""Reviewing a pact, pausing it and resuming it."""

from datetime import date
from typing import TYPE_CHECKING

from advisory.casework.pact.pause import pause_pact
from advisory.casework.pact.resume import resume_pact
from advisory.casework.pact.review import review_pact
from advisory.model import Pact
from advisory.model.words import PactStatus
from advisory.rules.days.day_words import format_day, typed_day
from advisory.rules.pact.keeping import text_of, unmarked, usual_review_on
from advisory.rules.refusal import Refusal
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.commands.pact.agreement import settle
from advisory.tui.commands.pact.end import end_or_go_on
from advisory.tui.commands.pact.shown import pact_of
from advisory.tui.dialogs.form.field import Field, FieldKind
from advisory.tui.prose import day

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen

_DAYS = "e.g. fri, +14, 11/30"


@shows_dialog
async def review(screen: "CaseScreen") -> None:
    """Show the form that records a review and sets the day of the next one."""
    pact = pact_of(screen)
    if pact.status is not PactStatus.ACTIVE:
        is_paused = pact.status is PactStatus.PAUSED
        why = f"{screen.key('set-aside')} resumes it" if is_paused else "only an active pact can be reviewed"
        screen.say(f"This pact is {pact.status.said}: {why}.", pact.student)
        return
    on = _next_look(screen, pact)
    if on is None:
        await end_or_go_on(screen, pact)
    else:
        await _review(screen, pact, on)


def _next_look(screen: "CaseScreen", pact: Pact) -> date | None:
    return usual_review_on(pact, screen.desk.caseload.today, screen.desk.caseload.calendar)


async def _review(screen: "CaseScreen", shown: Pact, on: date) -> None:
    from advisory.tui.dialogs.pact.review import MarkLine, ReviewDialog, marks_in

    desk, today = screen.desk, screen.desk.caseload.today
    listed = [] if desk.prose.is_shaded else unmarked(shown, today)
    lines = [MarkLine(line, desk.prose.note(text_of(shown, line))) for line in listed]
    texts = _texts(shown)

    def save(values: Values, shown: Pact) -> None:
        next_on, marks = desk.day(values["next_on"]), marks_in(values)
        if marks and _texts(shown) != texts:
            raise Refusal(f"The pact says something else now. Untick its lines here, and mark them in it ({pact_key}).")
        held = review_pact(
            desk.caseload, shown, next_on, values["line"], student_says=values["student_says"], marks=marks
        )
        again = f". Next review {day(held.pact.next_review_on, today)}"
        what = "Review saved" if held.check_in else "Marked" if marks else "Already reviewed today"
        screen.say_written(what, shown.called, shown.student, again)

    pact_key = screen.key("edit-pact")
    last = ", when the pact ends" if on == shown.target_on else ""
    fields = [
        Field("student_says", "Their words:", is_long=True),
        Field("next_on", "Next review on", typed_day(on), _DAYS, FieldKind.DAY),
        Field("line", "What did you two see?", hint="or leave blank; Enter saves", is_first=True),
    ]
    about = f"Next review, {shown.review_every.label}: {format_day(on, today)}{last}"
    heading = f"Pact review with {desk.name(shown.student)}"
    await fill(screen, "pact_review", heading, fields, save, shown=shown, about=about, kind=ReviewDialog, more=lines)


def _texts(pact: Pact) -> list[list[str]]:
    """What the lines say that can be marked."""
    parts = (pact.student_commitments, pact.success_evidence, pact.advisor_commitments)
    return [[one.text for one in part] for part in parts]


@shows_dialog
async def set_aside(screen: "CaseScreen") -> None:
    """Pause the pact, or resume it."""
    pact = pact_of(screen)
    if pact.status is PactStatus.PAUSED:
        await _take_up(screen, pact)
    elif pact.status is PactStatus.ACTIVE:
        pause_pact(screen.desk.caseload, pact)
        then = f"; {screen.key('set-aside')} resumes it"
        screen.say_written("Pact paused", pact.called, pact.student, then)
    else:
        screen.say(f"This pact is {pact.status.said}: you can only pause an active pact.", pact.student)


async def _take_up(screen: "CaseScreen", shown: Pact) -> None:
    """Resume the pact, asking for a new review day if the old one has passed."""
    desk, today = screen.desk, screen.desk.caseload.today
    if shown.next_review_on is not None and shown.next_review_on >= today:
        await _resume(screen, shown, None)
        return
    on = _next_look(screen, shown)
    if on is None:
        await end_or_go_on(screen, shown)
        return

    async def take_up(values: Values, shown: Pact) -> None:
        await _resume(screen, shown, desk.day(values["next_on"]))

    fields = [Field("next_on", "Next review on", typed_day(on), _DAYS, FieldKind.DAY)]
    heading = f"Resume the pact with {desk.name(shown.student)}"
    await fill(screen, "pact_again", heading, fields, take_up, shown=shown)


async def _resume(screen: "CaseScreen", pact: Pact, on: date | None) -> None:
    caseload = screen.desk.caseload
    await settle(screen, lambda beside: resume_pact(caseload, pact, on, beside=beside))
    screen.say_written("Pact resumed", pact.called, pact.student)
