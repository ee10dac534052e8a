"""Writing, in one line each."""

from datetime import date

import click

from advisory.caseload.caseload import Caseload
from advisory.model.words import Kind, MoveReason, Party, Stage, Visibility
from advisory.rules.partnership.stage_gate import moved
from advisory.store import Undone

from .base.day import Day
from .base.sitting import Sitting, talk
from .base.text_command import TextCommand


@click.command("checkin", cls=TextCommand)
@click.argument("name")
@click.argument("text", nargs=-1, type=click.UNPROCESSED)
@click.option(
    "--kind", type=click.Choice([kind.value for kind in Kind]), default=Kind.ONE_TO_ONE.value, show_default=True
)
@click.option(
    "--on", "happened_on", type=Day(past=True), metavar="DAY", help="today, yesterday, mon, -2, 9/14, 2026-09-14."
)
@click.option("--minutes", type=click.IntRange(0, 1440))
@click.option("--tag", "tags", multiple=True)
@click.option("--student-started", is_flag=True, help="The student started it.")
@click.option("--not-reached", is_flag=True, help="An attempt: it restarts no clock.")
@click.option(
    "--visibility",
    type=click.Choice([word.value for word in Visibility]),
    default=Visibility.PRIVATE.value,
    show_default=True,
)
@click.pass_obj
def check_in(
    sitting: Sitting, name: str, text: tuple[str, ...], kind: str, happened_on: date | None, minutes: int | None,
    tags: tuple[str, ...], visibility: str, *, student_started: bool, not_reached: bool,
) -> None:  # fmt: skip
    """Take a note about a student. NAME is the beginning of any part of a name, a student number or an id."""
    from advisory.casework.check_in.record import record_check_in

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        made = record_check_in(
            caseload,
            student.id,
            " ".join(text),
            kind=Kind(kind),
            happened_on=happened_on,
            contact_made=not not_reached,
            minutes=minutes,
            tags=tags,
            initiator=Party.STUDENT if student_started else Party.ADVISOR,
            visibility=Visibility(visibility),
        )
        talk(
            f"Saved [{made.id}]: {caseload.names[student.id]}, {made.kind.label}, {made.happened_on}, {made.visibility.label}"
        )


@click.command(cls=TextCommand)
@click.argument("name")
@click.argument("text", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option("--due", type=Day(), metavar="DAY", help="today, tomorrow, fri, +3, 11/30, 2026-11-30.")
@click.pass_obj
def promise(sitting: Sitting, name: str, text: tuple[str, ...], due: date | None) -> None:
    """Write down something you promised a student."""
    from advisory.casework.promise.make import make_promise

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        made = make_promise(caseload, student.id, " ".join(text), due_on=due)
        talk(f"Promised [{made.id}]: {caseload.names[student.id]}{f', until {made.due_on}' if made.due_on else ''}")


@click.command()
@click.argument("name")
@click.argument("stage", type=click.Choice([stage.value for stage in Stage]))
@click.option("--reason", default="", help="One line: what did you see?")
@click.option(
    "--reason-key", type=click.Choice([key.value for key in MoveReason]), help="Enough by itself, but for other."
)
@click.pass_obj
def move(sitting: Sitting, name: str, stage: str, reason: str, reason_key: str | None) -> None:
    """Move the partnership with a student one stage on, or back."""
    from advisory.casework.partnership.move_stage import move_stage

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        gate = caseload.summary(student.id).gate
        made = move_stage(
            caseload, student.id, Stage(stage), reason, reason_key=MoveReason(reason_key) if reason_key else None
        )
        talk(f"{caseload.names[student.id]}: {moved(made.direction, made.to_stage)}")
        if made.override:
            talk(f"The signs were not all there: {gate.words}. Your reason is kept with the move.")


@click.command()
@click.pass_obj
def undo(sitting: Sitting) -> None:
    """Take back the last change, whichever it was."""
    with sitting.caseload() as caseload:
        undone = caseload.store.undo(caseload.now())
        talk(f"Undid: {undone.what}{_whom(caseload, undone)}" if undone else "There is nothing to undo.")


@click.command()
@click.pass_obj
def redo(sitting: Sitting) -> None:
    """Make the change again that was just taken back."""
    with sitting.caseload() as caseload:
        redone = caseload.store.redo(caseload.now())
        talk(f"Did again: {redone.what}{_whom(caseload, redone)}" if redone else "There is nothing to redo.")


def _whom(caseload: Caseload, done: Undone) -> str:
    """The one student it was about; nobody when there were several, or when they are no longer there."""
    name = caseload.names.get(done.students[0]) if len(done.students) == 1 else None
    return f" · {name}" if name else ""
