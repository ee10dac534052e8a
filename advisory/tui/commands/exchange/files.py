"""Importing a roster from a file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from advisory.exchange.columns.chosen import UnknownColumnsError
from advisory.exchange.roster.roster import ClassChoice, Roster, SheetChoice
from advisory.model import Student
from advisory.model.day_order import show_day
from advisory.model.nouns import many
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.dialogs.form.field import Field, FieldKind
from advisory.tui.prose import safe

from .roster_columns import ask_columns

if TYPE_CHECKING:
    from datetime import date

    from advisory.exchange.oneroster.other_days import NobodyTodayError
    from advisory.exchange.roster.dry_run import DryRun, Wanted
    from advisory.exchange.roster.top import Choice
    from advisory.tui.screens.base.case_screen import CaseScreen

    Asked = UnknownColumnsError | NobodyTodayError
    """What reading a file asks the advisor about, instead of giving a roster."""
    Decision = tuple[Wanted, bool]
    """What the advisor decided, and whether those who have left by the file are marked so."""

Found = Roster | ClassChoice | SheetChoice
_YEAR_END = "year_end"
"""The screen on which a roster is that of a new year: whoever isn't in it may have left."""
_HINT = "a .csv, .xlsx, .ods, .txt or .zip, a folder, or a handover"


@shows_dialog
async def import_roster(screen: "CaseScreen") -> None:
    """Ask for the file and the class, show what would change, and import. Escape at any step changes nothing."""
    from advisory.exchange.handover.recognize import is_handover
    from advisory.exchange.oneroster.other_days import NobodyTodayError
    from advisory.exchange.read_roster import read_roster
    from advisory.tui.dialogs.fields.file import read_path

    chosen: list[Found | Asked] = []
    paths: list[Path] = []

    def read(values: Values) -> None:
        path = read_path(values["file"], "Which file? Type its path, such as ~/Downloads/roster.csv.")
        paths[:], chosen[:] = [path], []
        if is_handover(path):
            return
        try:
            chosen[:] = [read_roster(path, today=screen.desk.caseload.today, choice=_choice(screen))]
        except UnknownColumnsError as unknown:
            if not unknown.rows:
                raise
            chosen[:] = [unknown]
        except NobodyTodayError as nobody:
            chosen[:] = [nobody]

    field = Field("file", "From the file", hint=_HINT, kind=FieldKind.FILE)
    if not await fill(screen, "roster", "Import a roster", [field], read, does="reads the file"):
        return
    if not chosen:
        from .handover import take_in_file

        await take_in_file(screen, paths[0])
        return
    roster = await _pick(screen, paths[0], chosen[0])
    if roster is not None:
        await _take(screen, roster)


async def _take(screen: "CaseScreen", roster: Roster) -> None:
    """Show what a roster would change, ask what is open, and import it."""
    plan = _compared(screen, roster)
    if not await _is_wanted(screen, plan) or not (decision := await _decide(screen, plan)):
        return
    missing = await _ask_missing(screen, plan) if screen.stem == _YEAR_END else ()
    if missing is not None:
        _apply(screen, roster, decision, missing)


def _choice(screen: "CaseScreen") -> "Choice":
    """The columns that the advisor once named for a header."""
    from advisory.exchange.roster.top import Choice

    return Choice(remembered=screen.desk.configuration.settings.columns)


async def _pick(screen: "CaseScreen", path: Path, found: "Found | Asked") -> Roster | None:
    """The roster of the class, the sheet or the columns that the advisor picks; None when none is picked."""
    match found:
        case UnknownColumnsError():
            return await ask_columns(screen, path, found, "")
        case SheetChoice():
            return await _pick_sheet(screen, found)
        case ClassChoice():
            return await _pick_class(screen, found)
        case _:
            return await _ask_day(screen, path, None, found)


async def _pick_sheet(screen: "CaseScreen", choice: SheetChoice) -> Roster | None:
    from advisory.exchange.file.excerpt import excerpt
    from advisory.exchange.read_roster import read_roster
    from advisory.tui.dialogs.pick import PickDialog

    options = [(name, excerpt(name)) for name in choice.sheets]
    name = await screen.ask(PickDialog("Which sheet holds the roster?", options))
    if name is None:
        return None
    try:
        picked = read_roster(choice.path, today=screen.desk.caseload.today, sheet=name, choice=_choice(screen))
    except UnknownColumnsError as unknown:
        if not unknown.rows:
            raise
        return await ask_columns(screen, choice.path, unknown, name)
    return picked if isinstance(picked, Roster) else None


async def _pick_class(screen: "CaseScreen", roster: ClassChoice) -> Roster | None:
    from advisory.exchange.file.excerpt import excerpt
    from advisory.tui.dialogs.pick import PickDialog

    options = [
        (c.id, f"{excerpt(c.title)} · {', '.join(map(excerpt, c.teachers))} · {c.students} students")
        for c in roster.classes
    ]
    class_id = await screen.ask(PickDialog("Which class is your advisory?", options))
    if class_id is None:
        return None
    return await _ask_day(screen, roster.path, class_id, _read_class(screen.desk.caseload.today, roster.path, class_id))


def _read_class(today: "date", path: Path, class_id: str | None) -> "Found | NobodyTodayError":
    """Read a class as of a day; the error, where it has students on another day only."""
    from advisory.exchange.oneroster.other_days import NobodyTodayError
    from advisory.exchange.read_roster import read_roster

    try:
        return read_roster(path, today=today, class_id=class_id)
    except NobodyTodayError as nobody:
        return nobody


async def _ask_day(
    screen: "CaseScreen", path: Path, class_id: str | None, found: "Found | NobodyTodayError"
) -> Roster | None:
    """Where a class has other students on another day, ask as of which day to read it; None when that is left."""
    from advisory.tui.dialogs.pick import PickDialog

    if isinstance(found, SheetChoice | ClassChoice) or found.other is None:
        return found if isinstance(found, Roster) else None
    now = [("today", f"Today: {many(Student, len(found.rows))}")] if isinstance(found, Roster) else []
    day = found.other.day
    options = [(day.isoformat(), show_day(day, year=True, in_full=True)), *now]
    picked = await screen.ask(PickDialog(f"{safe(found.other.about)} Read the class as of which day?", options))
    if picked == "today" and isinstance(found, Roster):
        return found
    again = _read_class(day, path, class_id) if picked else None
    return again if isinstance(again, Roster) else None


def _compared(screen: "CaseScreen", roster: Roster, wanted: "Wanted | None" = None) -> "DryRun":
    """What the import would change, by what the advisor wants, as far as that is said yet."""
    from advisory.casework.student.import_roster import known_students
    from advisory.exchange.roster.dry_run import Wanted, compare

    return compare(roster, known_students(screen.desk.caseload), wanted or Wanted())


async def _is_wanted(screen: "CaseScreen", plan: "DryRun") -> bool:
    """Show what the import would change, and ask whether to do it."""
    from advisory.exchange.roster.dry_run_report import report_lines
    from advisory.tui.dialogs.report import ReportDialog

    lines = [safe(line) for line in report_lines(plan, to_mark_left=f"{screen.key('archive-student')} on each")]
    if screen.desk.prose.is_shaded:
        lines = [lines[0], "Their names are hidden."]
    if await screen.ask(ReportDialog("What this import will do", lines, question="Enter imports")):
        return True
    screen.say("Nothing was imported.")
    return False


async def _decide(screen: "CaseScreen", plan: "DryRun") -> "Decision | None":
    """Ask about those an import doesn't take by itself; None when a question is left with Escape."""
    from advisory.exchange.roster.dry_run import ADD, LEAVE_OUT, SAME, Wanted
    from advisory.tui.dialogs.pick import PickDialog

    async def pick(heading: str, *options: tuple[str, str]) -> str | None:
        picked = await screen.ask(PickDialog(heading, list(options)))
        if picked is None:
            screen.say("Nothing was imported.")
        return picked

    unsure: str | None = LEAVE_OUT
    returning: str | None = "no"
    leaving: str | None = "no"
    if plan.ambiguous:
        who = "the student named beside each one"
        unsure = await pick(
            f"{many(Student, len(plan.ambiguous))} couldn't be matched. Who are they?",
            (LEAVE_OUT, "Leave them out"),
            (SAME, f"The same as {who}"),
            (ADD, "New students"),
        )
    stay = [one for one in plan.left if one.stays]
    if unsure and stay:
        returning = await pick(
            f"{many(Student, len(stay))} had left before", ("no", "They have left"), ("yes", "They are back")
        )
    if unsure and returning and plan.leaving:
        kept = ("no", "Keep them in the caseload")
        leaving = await pick(
            f"{many(Student, len(plan.leaving))} left, according to the file", kept, ("yes", "Mark them as left")
        )
    if not (unsure and returning and leaving):
        return None
    return Wanted(returning=returning == "yes", unsure=unsure), leaving == "yes"


async def _ask_missing(screen: "CaseScreen", plan: "DryRun") -> "Sequence[Student] | None":
    """Ask whether those whom a new year's roster leaves out have left; None when that is left with Escape."""
    from advisory.tui.dialogs.pick import PickDialog

    if not plan.missing:
        return ()
    options = [("no", "Keep them in the caseload"), ("yes", "Mark them as left: transferred")]
    picked = await screen.ask(PickDialog(f"{many(Student, len(plan.missing))} of yours not in the new roster", options))
    if picked is None:
        screen.say("Nothing was imported.")
        return None
    return plan.missing if picked == "yes" else ()


def _apply(screen: "CaseScreen", roster: Roster, decision: "Decision", missing: "Sequence[Student]") -> None:
    from advisory.casework.student.import_roster import import_roster as take_in
    from advisory.exchange.roster.dry_run import fields_of, values_of

    wanted, marks_left = decision
    dry_run = _compared(screen, roster, wanted)
    done = take_in(
        screen.desk.caseload,
        new=[fields_of(row) for row in dry_run.new],
        changed=[(changed.student, values_of(changed)) for changed in dry_run.changed],
        left=(*(dry_run.leaving if marks_left else ()), *missing),
        left_as=dry_run.left_as,
        terms=roster.terms,
    )
    screen.say(f"{done.sentence} {screen.key('undo')} undoes it all." if any(done) else done.sentence)
