"""Importing by asking: which file, which class, whether to go on after the dry run."""

from pathlib import Path

from advisory.casework.import_roster import import_roster
from advisory.exchange.dry_run import compare, fields_of, values_of
from advisory.exchange.dry_run_report import report_lines
from advisory.exchange.read import read_roster
from advisory.exchange.roster import ClassChoice, Roster, RosterError
from advisory.rules.refusal import Refusal
from advisory.tui.asking import asking
from advisory.tui.prose import safe
from advisory.tui.screens.frame import Frame

from .field import Field
from .pick import PickDialog
from .report import ReportDialog


async def import_by_asking(screen: Frame) -> None:
    """Go through the whole import with the advisor; Escape at any point leaves everything as it was."""
    chosen: list[Roster | ClassChoice] = []

    def read(values: dict[str, str]) -> None:
        chosen[:] = [_read(values["file"], screen)]

    hint = "a .csv, .txt or .zip, or a folder"
    if not await screen.fill("Import a roster", [Field("file", "From the file", hint=hint)], read):
        return
    roster = chosen[0]
    while isinstance(roster, ClassChoice):
        options = [
            (c.id, f"{safe(c.title)} · {safe(', '.join(c.teachers))} · {c.students} students") for c in roster.classes
        ]
        class_id = await screen.app.push_screen_wait(PickDialog("Which class is your advisory?", options))
        if class_id is None:
            return
        with asking(screen):
            roster = _read(str(roster.path), screen, class_id)
    await _apply(screen, roster)


async def _apply(screen: Frame, roster: Roster) -> None:
    caseload = screen.desk.caseload
    dry_run = compare(roster, caseload.everyone)
    lines = [safe(line) for line in report_lines(dry_run)]
    if screen.desk.prose.is_shaded:
        lines = [lines[0], "Who they are is hidden."]
    if dry_run.is_no_change and not roster.terms:
        await screen.app.push_screen_wait(ReportDialog("Nothing to import", lines, question=""))
        return
    if not await screen.app.push_screen_wait(ReportDialog("What the import would do", lines, question="Enter imports")):
        screen.say("Nothing was imported.")
        return
    with asking(screen):
        done = import_roster(
            caseload,
            new=[fields_of(row) for row in dry_run.new],
            changed=[(changed.student, values_of(changed)) for changed in dry_run.changed],
            terms=roster.terms,
        )
        screen.say(f"Imported: {done.added} new, {done.changed} changed. u takes it all back.")
    screen.retell()


def _read(file: str, screen: Frame, class_id: str | None = None) -> Roster | ClassChoice:
    if not file.strip():
        raise Refusal("Which file? Type its path, such as ~/Downloads/roster.csv.")
    try:
        return read_roster(
            Path(file.strip().strip("'\"")).expanduser(), today=screen.desk.caseload.today, class_id=class_id
        )
    except RosterError as error:
        raise Refusal(str(error)) from error
