"""`advisory import`: reads a roster or a list of names."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from itertools import zip_longest
from pathlib import Path

import click

from advisory.caseload.caseload import Caseload
from advisory.casework.student.import_roster import import_roster, known_students
from advisory.exchange.columns.chosen import UnknownColumnsError, read_columns
from advisory.exchange.file.excerpt import excerpt, line_list
from advisory.exchange.handover.recognize import is_handover
from advisory.exchange.oneroster.other_days import NobodyTodayError
from advisory.exchange.read_roster import read_roster
from advisory.exchange.roster.dry_run import ADD, ASK, LEAVE_OUT, SAME, DryRun, Wanted, compare, fields_of, values_of
from advisory.exchange.roster.dry_run_report import report_lines
from advisory.exchange.roster.roster import ClassChoice, Roster, SheetChoice
from advisory.exchange.roster.top import Choice
from advisory.rules.refusal import Refusal
from advisory.settings.configuration import Configuration

from .base.arriving import take_in_file
from .base.command import Command, example
from .base.day import Day
from .base.options import DroppedFile
from .base.passphrase import PASSPHRASE_FILE
from .base.sitting import Sitting, ask_number, data, talk


@example("import roster.csv", "students from your school's system, or a list of names; --mark-left")
@example("import oneroster.zip --class 7b", "OneRoster, zip or folder; without --class it asks which class is yours")
@example(
    "import students.xlsx --sheet 7B", "an Excel or LibreOffice workbook; without --sheet it finds the roster, or asks"
)
@example(
    "import liste.csv --columns given=Prénom,family=Nom", "a file with its own column names; remembered for this header"
)
@example("import maya.age", "students that another advisor hands over; asks for the passphrase of an encrypted file")
@example("import names.txt --dry-run", "say what it would do, and change nothing")
@click.command("import", cls=Command)
@click.argument("file", type=DroppedFile())
@click.option("--class", "class_id", metavar="ID", help="Which class of a OneRoster set is your advisory.")
@click.option("--sheet", default="", metavar="NAME", help="Which sheet of a workbook holds the roster.")
@click.option(
    "--columns", default="", metavar="given=…,family=…", help="Which columns hold what, by name or by number."
)
@click.option("--on", "on_day", type=Day(), metavar="DATE", help="Read a OneRoster class as of that day.")
@click.option("--dry-run", is_flag=True, help="Only show what the import would do.")
@click.option("--mark-left", is_flag=True, help="Mark students as left if the file leaves them out, or says they left.")
@click.option("--with-left", is_flag=True, help="Also add students who the file says have left, as left.")
@click.option("--returning", is_flag=True, help="Bring back students in the file who had left the caseload.")
@PASSPHRASE_FILE
@click.option("--unsure", type=click.Choice((ADD, SAME, LEAVE_OUT)), help="What to do with rows it has to ask about.")
@click.pass_obj
def import_file(
    sitting: Sitting,
    file: Path,
    class_id: str | None,
    sheet: str,
    columns: str,
    on_day: date | None,
    unsure: str | None,
    passphrase_file: Path | None,
    *,
    dry_run: bool,
    mark_left: bool,
    with_left: bool,
    returning: bool,
) -> None:
    """Read a roster from your school's system, a list of names, or a handover. One undo takes it all back.

    OneRoster (folder or zip), PowerSchool, Infinite Campus, Clever, Microsoft SDS, Google Classroom, any CSV with names.
    """
    if is_handover(file):
        if class_id or sheet or columns or on_day or mark_left or with_left:
            raise Refusal(
                f"{file} is a handover: only --dry-run, --unsure, --returning and --passphrase-file go with it."
            )
        take_in_file(sitting, file, passphrase_file, unsure=unsure, dry_run=dry_run, returning=returning)
        return
    configuration = Configuration(sitting.folder)
    choice = Choice(read_columns(columns) if columns else None, configuration.settings.columns)
    with _showing_columns():
        roster = _read(file, on_day or sitting.today, class_id, sheet, choice)
    wanted = Wanted(returning=returning, with_left=with_left, unsure=unsure or ASK)
    with sitting.caseload() as caseload:
        plan = compare(roster, known_students(caseload), wanted)
        with suppress(BrokenPipeError):  # a reader that stops early, such as head, does not cancel the import
            for line in report_lines(plan, to_mark_left="use --mark-left"):
                data(line)
        if dry_run:
            talk("Dry run: nothing was changed.")
            return
        _refuse_open(file, plan)
        _import(caseload, roster, plan, mark_left=mark_left)
    if choice.columns and roster.header_key:
        configuration.choose(columns={**configuration.settings.columns, roster.header_key: choice.columns.text})


def _refuse_open(file: Path, plan: DryRun) -> None:
    """Refuse to import while there are rows that only the advisor can match."""
    if plan.ambiguous:
        lines = line_list([one.row.line for one in plan.ambiguous])
        raise Refusal(
            f"{file}, {lines}: the file doesn't say who that is, so nothing was imported. Say it with --unsure: "
            f"{SAME} (the one student named there), {ADD} (a new student) or {LEAVE_OUT}."
        )


def _import(caseload: Caseload, roster: Roster, plan: DryRun, *, mark_left: bool) -> None:
    done = import_roster(
        caseload,
        new=[fields_of(row) for row in plan.new],
        changed=[(changed.student, values_of(changed)) for changed in plan.changed],
        left=(*plan.missing, *plan.leaving) if mark_left else (),
        left_as=plan.left_as,
        terms=roster.terms,
    )
    talk(f"{done.sentence} `advisory undo` undoes it." if any(done) else done.sentence)


def _read(file: Path, today: date, class_id: str | None, sheet: str, choice: Choice) -> Roster:
    """Read the file; ask which class or sheet is meant if there are several."""
    try:
        roster = read_roster(file, today=today, class_id=class_id, sheet=sheet, choice=choice)
    except NobodyTodayError as nobody:
        raise Refusal(f"{nobody} {_on(nobody.other.day)}") from nobody
    if isinstance(roster, SheetChoice):
        roster = read_roster(file, today=today, sheet=_choose_sheet(roster), choice=choice)
    if isinstance(roster, ClassChoice):
        return _read(file, today, _choose_class(roster), sheet, choice)
    assert isinstance(roster, Roster)
    if roster.other:
        talk(_on(roster.other.day))
    return roster


def _on(day: date) -> str:
    return f"`--on {day.isoformat()}` reads the class as of that day."


@contextmanager
def _showing_columns() -> Iterator[None]:
    """Show the columns of a table whose names can't be recognized, and say how to name the columns."""
    try:
        yield
    except UnknownColumnsError as error:
        for number, cells in enumerate(zip_longest(*error.rows, fillvalue=""), 1):
            shown = " · ".join(excerpt(cell, 30) for cell in cells if cell.strip())
            talk(f"{number:>3}  {shown}")
        how = 'Name the columns, as they are called or by the numbers above: --columns "given=2,family=1,grade=3".'
        raise Refusal(f"{error} {how}") from error


def _choose_sheet(choice: SheetChoice) -> str:
    """Ask which sheet holds the roster; without a terminal to ask on, refuse and say how to name it."""
    for number, name in enumerate(choice.sheets, 1):
        talk(f"{number:>3}  {excerpt(name)}")
    if not sys.stdin.isatty():
        raise Refusal(f"{choice.path} has several sheets: name yours with --sheet NAME (they are listed above).")
    return choice.sheets[ask_number("Which sheet holds the roster?", len(choice.sheets)) - 1]


def _choose_class(choice: ClassChoice) -> str:
    """Ask which class is the advisory; without a terminal to ask on, refuse and say how to name it."""
    for number, school_class in enumerate(choice.classes, 1):
        teachers = ", ".join(map(excerpt, school_class.teachers))
        home = ", homeroom" if school_class.is_homeroom else ""
        talk(
            f"{number:>3}  {school_class.id}  {excerpt(school_class.title)}{home}  {teachers}  {school_class.students} students"
        )
    if not sys.stdin.isatty():
        raise Refusal(f"{choice.path} holds several classes: name yours with --class ID (the ids are listed above).")
    number = ask_number("Which class is your advisory?", len(choice.classes))
    return choice.classes[number - 1].id
