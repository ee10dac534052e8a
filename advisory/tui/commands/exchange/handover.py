"""Handing students over to another advisor's program, and importing those that one hands over."""

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from advisory.casework.handover.arrival import arrival_of
from advisory.casework.handover.report import arrival_lines
from advisory.casework.handover.take_in import is_news, take_in
from advisory.casework.student.import_roster import known_students
from advisory.exchange.handover.encrypted import WrongPassphraseError, decrypt, encrypt, is_encrypted
from advisory.exchange.handover.handover_in import handover_bytes, read_handover
from advisory.exchange.handover.handover_outgoing import handover_outgoing
from advisory.exchange.handover.match import Matched, match_students
from advisory.exchange.roster.dry_run import ADD, LEAVE_OUT, SAME
from advisory.model import Student
from advisory.model.nouns import many
from advisory.model.words import Audience
from advisory.rules.leaving.outgoing import Outgoing
from advisory.rules.leaving.preview import Choice
from advisory.tui.commands.share.giving import give
from advisory.tui.dialogs.fields.file import new_file
from advisory.tui.dialogs.passphrase import PassphraseDialog
from advisory.tui.dialogs.pick import PickDialog
from advisory.tui.dialogs.report import ReportDialog
from advisory.tui.prose import safe

if TYPE_CHECKING:
    from advisory.exchange.handover.handover import Handover
    from advisory.tui.screens.base.case_screen import CaseScreen


async def hand_over(screen: "CaseScreen", students: list[str]) -> None:
    """Ask for a passphrase, show what leaves for the next advisor, and write it once it is decided."""
    from advisory.caseload.leaving.leaving import leaving_of

    desk = screen.desk
    about = desk.name(students[0]) if len(students) == 1 else f"{len(students)} students"
    words = await screen.ask(PassphraseDialog(f"Handover: {about}", is_new=True))
    if words is None:
        return

    def out(choice: Choice) -> Outgoing:
        leaving = leaving_of(desk.caseload, students, Audience.STAFF, desk.uncovered, instead=choice.instead)
        encrypted = partial(encrypt, passphrase=words) if words else None
        return handover_outgoing(leaving, desk.caseload.today, desk.caseload.catalogue, encrypted)

    file = _proposed(screen, students, ".age" if words else ".json")
    await give(screen, f"Handover: {about} · for staff", out, file)


def _proposed(screen: "CaseScreen", students: list[str], ending: str) -> Path:
    """A new file whose name holds an id at most: it leaves the folder, and others may see its name on the way."""
    caseload = screen.desk.caseload
    whose = f"-{students[0]}" if len(students) == 1 else ""
    return new_file(caseload.store.folder, f"handover{whose}-{caseload.today.isoformat()}", ending)


async def take_in_file(screen: "CaseScreen", path: Path) -> None:
    """Show what comes with a handover file, ask about what it doesn't say, and take it in. Escape changes nothing."""
    handover = await _read(screen, path)
    if handover is None:
        screen.say("Nothing was imported.")
        return
    known = known_students(screen.desk.caseload)
    matched = match_students(handover, known)
    if matched.to_ask:
        unsure = await screen.ask(PickDialog(f"{len(matched.to_ask)} can't be matched. Who are they?", _UNSURE))
        if unsure is None:
            screen.say("Nothing was imported.")
            return
        matched = match_students(handover, known, unsure)
    await _take_in(screen, handover, matched)


_UNSURE = [(LEAVE_OUT, "Leave them out"), (SAME, "The same as the student they may be"), (ADD, "New students")]


async def _read(screen: "CaseScreen", path: Path) -> "Handover | None":
    """The file, opened with the passphrase if it is encrypted; None if that is left with Escape."""
    data, problem, today = handover_bytes(path), "", screen.desk.caseload.today
    while is_encrypted(data):
        words = await screen.ask(PassphraseDialog(f"{safe(path.name)} is encrypted", is_new=False, problem=problem))
        if words is None:
            return None
        try:
            data = await asyncio.to_thread(decrypt, str(path), data, words)
        except WrongPassphraseError:
            problem = "That doesn't open it. Type it as it was given to you."
    return read_handover(str(path), data, today)


async def _take_in(screen: "CaseScreen", handover: "Handover", matched: Matched) -> None:
    """Show what comes, ask whether those who had left are back, and take it in."""
    desk = screen.desk
    arrivals = [arrival_of(desk.caseload, handed, same) for handed, same in matched.pairs]
    gone = [one for one in arrivals if one.here is not None and not one.here.is_current]
    report = arrival_lines(
        desk.caseload,
        handover.made_on,
        arrivals,
        in_trash=[one.student.full_name for one in matched.in_trash],
        to_ask=matched.to_ask,
        back="you are asked next",
    )
    lines = [safe(line) for line in report]
    if desk.prose.is_shaded:
        lines = [lines[0], "Their names are hidden."]
    wanted = any(is_news(one, returning=True) for one in arrivals)
    question = "Enter imports it" if wanted else ""
    if not await screen.ask(ReportDialog("What this handover brings", lines, question=question)):
        screen.say("Nothing was imported.")
        return
    back: str | None = "no"
    if gone:
        choices = [("no", "They stay away"), ("yes", "They are back")]
        back = await screen.ask(PickDialog(f"{many(Student, len(gone))} had left before", choices))
    if not back or not any(is_news(one, returning=back == "yes") for one in arrivals):
        screen.say("Nothing was imported.")
        return
    students = take_in(desk.caseload, arrivals, returning=back == "yes")
    screen.redraw()
    screen.body.go_to(students[0].id)
    screen.say(f"Imported: {many(Student, len(students))}; {screen.key('undo')} undoes it all")
