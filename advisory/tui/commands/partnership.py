"""The partnership with the highlighted student: moving it a stage on or back, adding a sign, setting the next step."""

from functools import partial
from typing import TYPE_CHECKING

from advisory.model import Indicator
from advisory.model.words import Direction, MoveReason, PactStatus, Stage
from advisory.rules.overview.summary import Summary
from advisory.rules.partnership.signs import label_of
from advisory.rules.partnership.stage_gate import describe_move, direction, earlier_stage, next_stage
from advisory.rules.refusal import Refusal

from .base import Values, fill, shows_dialog

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen

NO_REASON = "You choose the reason: pick one by its letter, or type what happened in a line."


@shows_dialog
async def move_on(screen: "CaseScreen") -> None:
    """Move the partnership to the next stage."""
    await _move(screen, Direction.FORWARD)


@shows_dialog
async def move_back(screen: "CaseScreen") -> None:
    """Move the partnership back one stage."""
    await _move(screen, Direction.BACK)


async def _move(screen: "CaseScreen", way: Direction) -> None:
    line = screen.desk.caseload.summary(screen.highlighted.student)
    here, forward = line.stage or Stage.RAPPORT, way is Direction.FORWARD
    to_stage = next_stage(here) if forward else earlier_stage(here)
    if to_stage is None:
        screen.say(f"The partnership is in {here.label}, the {'last' if forward else 'first'} stage.", line.student.id)
        return
    await move_to(screen, line, to_stage)


async def move_to(screen: "CaseScreen", line: Summary, to_stage: Stage) -> None:
    """Show the form for a move to this stage, and make the move."""
    from advisory.tui.dialogs.fields.move import move_fields

    way = direction(line.stage or Stage.RAPPORT, to_stage)
    forward = way is Direction.FORWARD
    await fill(
        screen,
        "move_on" if forward else "move_back",
        f"{screen.desk.name(line.student.id)}: {describe_move(way, to_stage)}",
        move_fields(way, has_open_pact=line.pact is not None and line.pact.status is PactStatus.ACTIVE),
        partial(_make_move, screen, line, to_stage),
        record_id=line.student.id,
        about=_gate_words(line) if forward else "Nothing is deleted.",
    )


def _make_move(screen: "CaseScreen", line: Summary, to_stage: Stage, values: Values) -> None:
    from advisory.casework.partnership.move_stage import move_stage

    if "key" in values and not (values["key"] or values["reason"].strip()):
        raise Refusal(NO_REASON)
    made = move_stage(
        screen.desk.caseload,
        line.student.id,
        to_stage,
        values["reason"],
        reason_key=MoveReason(values["key"]) if values.get("key") else None,
        pause_pact=values.get("pact") == "pause",
    )
    screen.say(f"Partnership {describe_move(made.direction, to_stage)}", line.student.id)


def _gate_words(line: Summary) -> str:
    words = line.gate.words
    if line.gate.is_met:
        return f"{words[0].upper()}{words[1:]}."
    return f"Not all there yet: {words}. You decide; one line on why is enough."


@shows_dialog
async def add_sign(screen: "CaseScreen") -> None:
    """Ask which sign from the catalog was seen, and note it: at once by its key, or with where it was seen."""
    from advisory.tui.dialogs.fields.sign import SignPick, last_seen, sign_fields, sign_values

    desk, highlighted = screen.desk, screen.highlighted
    student_id = highlighted.student
    pointed = highlighted.check_in if screen.body.pointed_at == screen.body.key else None
    line, store = desk.caseload.summary(student_id), desk.caseload.store
    seen = {} if desk.prose.is_shaded else last_seen(store.of_student(Indicator, student_id))
    heading = f"A sign seen with {desk.name(student_id)}"
    dialog = SignPick(heading, desk.caseload.catalogue, line.stage or Stage.RAPPORT, seen, line.as_of)
    key = await screen.ask(dialog)
    if key is None:
        return
    fields = sign_fields(desk, store.check_ins_of(student_id), pointed)

    def add(values: Values) -> None:
        from advisory.casework.partnership.add_sign import add_sign as note_sign

        note_sign(desk.caseload, student_id, key, **sign_values(desk, values))
        label = label_of(key, desk.caseload.catalogue)
        screen.say_written("Sign noted", label, student_id, _still_needed(desk.caseload.summary(student_id)))

    if dialog.is_at_once:
        add({field.name: field.value or (field.choices[0][0] if field.choices else "") for field in fields})
        return

    await fill(
        screen,
        "sign",  # one draft per student: the text stays, whichever sign is chosen
        f"{desk.name(student_id)}: {desk.sign(key)}",
        fields,
        add,
        record_id=student_id,
        about=_wanted(line),
    )


@shows_dialog
async def set_step(screen: "CaseScreen") -> None:
    """Show the form that sets the next step of the partnership."""
    from advisory.casework.partnership.set_next_step import set_next_step
    from advisory.tui.dialogs.form.field import Field

    desk, student_id = screen.desk, screen.highlighted.student
    line = desk.caseload.summary(student_id)

    now = line.partnership.next_step if line.partnership else ""

    def put(values: Values) -> None:
        made = set_next_step(desk.caseload, student_id, values["step"])
        what = "Next step set" if made.next_step else "Next step removed"
        screen.say_written(what, made.next_step or now, student_id)

    field = Field("step", "One small thing to do next", now, "e.g. ask about rowing crew, and leave it there")
    heading = f"The next step with {desk.name(student_id)}"
    await fill(screen, "next_step", heading, [field], put, record_id=student_id, about=_wanted(line), is_edit=True)


def _wanted(line: Summary) -> str:
    return f"For {line.gate.to_stage.label}: {line.gate.words}." if line.gate.to_stage else ""


def _still_needed(line: Summary) -> str:
    """What the next stage still needs, for the end of a message."""
    return f". {line.gate.to_stage.label}: {line.gate.briefly}" if line.gate.to_stage else ""
