"""The highlighted student: the card, the record, its history, merging two records, archiving, focal, and turning the screen to them."""

from collections.abc import Coroutine
from itertools import islice
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from advisory.caseload.leaving.covering import unread_sentence
from advisory.model import Student
from advisory.model.day_order import show_date
from advisory.rules.names.finding import fold
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.commands.student import family
from advisory.tui.commands.student.arriving import ask_about_namesake, say_at
from advisory.tui.commands.student.covered import ask_what_is_covered, undecided, words_for
from advisory.tui.prose import safe

if TYPE_CHECKING:
    from advisory.caseload.leaving.covering import CoveredWord
    from advisory.tui.desk import Desk
    from advisory.tui.screens.base.case_screen import CaseScreen
    from advisory.tui.screens.week.screen import WeekScreen

HISTORY = 400
"""How many changes the history dialog shows; the command line shows them all."""


async def card(screen: "CaseScreen") -> None:
    """Open the highlighted student's card over this screen."""
    await open_card(screen, screen.highlighted.student)


async def open_card(screen: "CaseScreen", student_id: str) -> None:
    """Open a student's card over this screen, unless the student is no longer here."""
    if student_id in screen.desk.caseload.names:
        await screen.open_over("card", student_id)


@shows_dialog
async def add(screen: "CaseScreen") -> None:
    """Show the form that adds one student. Of a name that is there, it says so before anything is saved."""
    from advisory.caseload.namesakes import namesakes
    from advisory.casework.student.add import add_student
    from advisory.tui.dialogs.fields.person import FAMILY, family_field
    from advisory.tui.dialogs.fields.student import student_changes, student_fields

    desk, next_up = screen.desk, ("", "")

    def add_new(fields: dict[str, Any]) -> None:
        nonlocal next_up
        student = add_student(desk.caseload, **fields)
        next_up = student.id, next_up[1]
        say_at(screen, "New student", student.id)

    def save(values: Values) -> Coroutine[Any, Any, None] | None:
        nonlocal next_up
        fields, next_up = student_changes(values), ("", values[FAMILY])
        same = namesakes(desk.caseload, fields)
        if same:
            return ask_about_namesake(screen, same[0], fields, add_new)
        add_new(fields)
        return None

    fields = [*student_fields(None, desk.caseload.intervals), family_field(None, desk.prose)]
    if await fill(screen, "student", "A new student", fields, save) and next_up[0]:
        await family.go_on(screen, *next_up)


@shows_dialog
async def edit(screen: "CaseScreen") -> None:
    """Show the form that edits the student's record."""
    from advisory.casework.student.edit import edit_student
    from advisory.tui.dialogs.fields.person import FAMILY, family_field
    from advisory.tui.dialogs.fields.student import student_changes, student_fields

    desk = screen.desk
    shown = desk.student(screen.highlighted.student)

    person = ""

    def save(values: Values, shown: Student) -> None:
        nonlocal person
        person = values[FAMILY]
        edit_student(desk.caseload, shown, **student_changes(values))
        screen.say("Student edited", shown.id)

    at_home = replace(family_field(shown, desk.prose), is_first=screen.stem == "families")
    fields = [*student_fields(shown, desk.caseload.intervals), at_home]
    if await fill(screen, "student", f"Edit {desk.name(shown.id)}", fields, save, shown=shown):
        await family.go_on(screen, shown.id, person)


@shows_dialog
async def merge(screen: "CaseScreen") -> None:
    """Ask which record is the same student, show what would happen, and merge it into the highlighted one."""
    from advisory.casework.student.merge import merge_lines, merge_students, refuse_drafted
    from advisory.tui.dialogs.pick import PickDialog
    from advisory.tui.dialogs.report import ReportDialog

    desk, kept_id = screen.desk, screen.highlighted.student
    kept = desk.student(kept_id)
    others = sorted((one for one in desk.caseload.everyone if one.id != kept_id), key=lambda one: -_alike(kept, one))
    if not others:
        screen.say("There is no one else to merge with.")
        return
    options = [(one.id, " · ".join(filter(None, (desk.name(one.id), *_distinguishing(desk, one))))) for one in others]
    heading = f"{desk.name(kept_id)} stays. Which record is the same student?"
    other_id = await screen.ask(PickDialog(heading, options))
    if other_id is None:
        return
    refuse_drafted(desk.caseload, other_id, (about for _, about in desk.unsaved.waiting()))
    lines = [desk.sentence(line) for line in merge_lines(desk.caseload, kept_id, other_id)]
    if not await screen.ask(ReportDialog("What this merge will do", lines, question="Enter merges")):
        screen.say("Nothing was merged.")
        return
    merge_students(desk.caseload, kept_id, other_id)
    screen.redraw()
    screen.body.go_to(kept_id)
    screen.say(f"Merged into one record; {screen.key('undo')} separates them again", kept_id)


def _distinguishing(desk: "Desk", student: Student) -> list[str]:
    """What distinguishes a record from others of the same name; while names are hidden, only that the student left."""
    grade = f"grade {safe(student.grade)}" if student.grade else ""
    known = ["", ""] if desk.prose.is_shaded else [grade, safe(student.student_number or student.email)]
    return [*known, "" if student.is_current else "has left"]


def _alike(one: Student, other: Student) -> int:
    """How many words of their names are the same: the likeliest other record stands first."""
    return len(_words(one) & _words(other))


def _words(student: Student) -> set[str]:
    return set(fold(f"{student.full_name} {student.preferred_name}").split())


@shows_dialog
async def history(screen: "CaseScreen") -> None:
    """Show every change to the student's records: when, what, from what to what."""
    from advisory.caseload.history.history import record_history
    from advisory.tui.dialogs.report import ReportDialog

    desk, student_id = screen.desk, screen.highlighted.student
    lines: list[str] = []
    change: tuple[object, ...] = ()
    for row in islice(record_history(desk.caseload.store, student_id), HISTORY):
        if change != (row.at, row.what, row.record):
            change = (row.at, row.what, row.record)
            lines.append(f"{show_date(row.at.astimezone())} {row.at.astimezone():%H:%M}  {row.what}")
        was = f"{desk.prose.note(row.was)} → " if row.was else ""
        lines.append(f"    {row.field}: {was}{desk.prose.note(row.now) or '–'}")
    await screen.ask(ReportDialog(f"What was written about {desk.name(student_id)}", lines, question=""))


@shows_dialog
async def focal(screen: "CaseScreen") -> None:
    """Mark the student as focal, with a reason if one is typed, or as no longer focal."""
    from advisory.casework.student.set_focal import set_focal
    from advisory.tui.dialogs.form.field import Field

    desk, student_id = screen.desk, screen.highlighted.student
    if desk.student(student_id).focal:
        set_focal(desk.caseload, student_id, focal=False)
        screen.say("No longer focal", student_id)
        return

    def choose(values: Values) -> None:
        set_focal(desk.caseload, student_id, focal=True, why=values["why"])
        screen.say("Focal: see them more often", student_id)

    field = Field("why", "What do they need more of you for?", hint="you may leave it blank")
    await fill(screen, "focal", f"{desk.name(student_id)} becomes focal", [field], choose, record_id=student_id)


@shows_dialog
async def choose_focal(screen: "WeekScreen") -> None:
    """On the last step of the Friday review, mark the student as focal, or no longer."""
    if not screen.steps.is_last:
        screen.say(f"You choose focal students on the last step; {screen.key('focal')} marks one here.")
    else:
        await focal(screen)


async def beside(screen: "CaseScreen") -> None:
    """Show the screen that is turned to the student. Refused while names are hidden, since it would be empty."""
    desk, highlighted = screen.desk, screen.highlighted
    if desk.prose.is_shaded:
        screen.say(f"Show the names first. Then {screen.key('beside')} turns the screen to the student.")
        return
    screen.say("")
    pact_id = highlighted.pact.id if highlighted.pact else ""
    doubtful, unread = undecided(desk, words_for(desk, highlighted.student)), unread_sentence(desk.caseload)
    if doubtful or unread:
        screen.run_in_background(_ask_and_turn(screen, highlighted.student, pact_id, doubtful, unread))
    else:
        await screen.open_over("beside", highlighted.student, pact_id)


async def _ask_and_turn(
    screen: "CaseScreen", student_id: str, pact_id: str, doubtful: "list[CoveredWord]", unread: str
) -> None:
    """Turn the screen to the student once the advisor knows what may show, and has said which words are names."""
    from advisory.tui.dialogs.report import ReportDialog

    question = "Enter turns the screen to the student"
    goes_on = not unread or await screen.ask(
        ReportDialog("Some names are not known", [screen.desk.sentence(unread)], question=question)
    )
    if goes_on and doubtful:
        goes_on = await ask_what_is_covered(screen, doubtful, "Names, or only words?")
    if goes_on:
        await screen.open_over("beside", student_id, pact_id)
    else:
        screen.say("The screen stays yours.")
