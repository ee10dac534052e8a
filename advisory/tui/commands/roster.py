"""Importing by asking: which file, which class, whether to go on after the dry run."""

from advisory.casework.student.import_roster import import_roster
from advisory.exchange.file.excerpt import excerpt
from advisory.exchange.read_roster import read_roster
from advisory.exchange.roster.dry_run import compare, fields_of, values_of
from advisory.exchange.roster.dry_run_report import report_lines
from advisory.exchange.roster.roster import ClassChoice, Roster
from advisory.tui.dialogs.fields.file import read_path
from advisory.tui.dialogs.form.field import Field
from advisory.tui.dialogs.pick import PickDialog
from advisory.tui.dialogs.report import ReportDialog
from advisory.tui.prose import safe
from advisory.tui.screens.base.flow import Flow, Values

_HINT = "a .csv, .txt or .zip, or a folder"


async def import_by_asking(screen: Flow) -> None:
    """Go through the whole import with the advisor; Escape at any point leaves everything as it was."""
    chosen: list[Roster | ClassChoice] = []

    def read(values: Values) -> None:
        path = read_path(values["file"], "Which file? Type its path, such as ~/Downloads/roster.csv.")
        chosen[:] = [read_roster(path, today=screen.desk.caseload.today)]

    if not await screen.fill("roster", "Import a roster", [Field("file", "From the file", hint=_HINT)], read):
        return
    roster = await _pick_class(screen, chosen[0])
    if roster is not None and await _is_wanted(screen, roster):
        _apply(screen, roster)


async def _pick_class(screen: Flow, roster: Roster | ClassChoice) -> Roster | None:
    """The roster of one class; None when none was picked."""
    if isinstance(roster, Roster):
        return roster
    options = [
        (c.id, f"{excerpt(c.title)} · {', '.join(map(excerpt, c.teachers))} · {c.students} students")
        for c in roster.classes
    ]
    class_id = await screen.ask(PickDialog("Which class is your advisory?", options))
    if class_id is None:
        return None
    picked = read_roster(roster.path, today=screen.desk.caseload.today, class_id=class_id)
    return picked if isinstance(picked, Roster) else None


async def _is_wanted(screen: Flow, roster: Roster) -> bool:
    """Show the dry run, and ask."""
    lines = [
        safe(line) for line in report_lines(compare(roster, screen.desk.caseload.everyone), to_mark_left="A on each")
    ]
    if screen.desk.prose.is_shaded:
        lines = [lines[0], "Who they are is hidden."]
    if await screen.ask(ReportDialog("What the import would do", lines, question="Enter imports")):
        return True
    screen.say("Nothing was imported.")
    return False


def _apply(screen: Flow, roster: Roster) -> None:
    caseload = screen.desk.caseload
    dry_run = compare(roster, caseload.everyone)
    done = import_roster(
        caseload,
        new=[fields_of(row) for row in dry_run.new],
        changed=[(changed.student, values_of(changed)) for changed in dry_run.changed],
        terms=roster.terms,
    )
    screen.say(f"{done.sentence} u takes it all back." if any(done) else done.sentence)
    screen.retell()
