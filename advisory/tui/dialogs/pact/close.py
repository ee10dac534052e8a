"""The fields for closing a pact, and what of it a new one can take over."""

from advisory.casework.pact.close import Carried
from advisory.model import Pact
from advisory.model.words import PactOutcome
from advisory.tui.desk import Desk
from advisory.tui.dialogs.form.field import Field
from advisory.tui.dialogs.tick_list import Tick

GOES_ON = "goes_on"
NEW_PACT = "pact"
_LETTERS = {
    PactOutcome.MET.value: "m",
    PactOutcome.PARTLY_MET.value: "p",
    PactOutcome.NOT_YET.value: "n",
    PactOutcome.REPLACED.value: "r",
}
_TARGET, _SUCCESS, _THEIRS, _MINE = "target", "success", "theirs", "mine"


def close_fields(pact: Pact) -> list[Field]:
    """How it ended as its success lines say, the student's own line, and what comes next: once it is met, a new pact."""
    outcome = _outcome(pact)
    return [
        Field("outcome", "How it ended", outcome, choices=[(one.value, one.label) for one in PactOutcome], letters=_LETTERS),
        Field("said", "What the student says about it", hint="Their words:", is_long=True),
        Field(
            GOES_ON,
            "What comes next",
            NEW_PACT if outcome is PactOutcome.MET else "line",
            choices=[("line", "the line below"), (NEW_PACT, "a new pact")],
            is_beside=True,
        ),
        Field("comes_next", "In a line; of a new pact the target, unless it stays the same", hint="I can …"),
    ]  # fmt: skip


def carried_ticks(desk: Desk, pact: Pact, *, is_met: bool, has_target: bool) -> list[Tick]:
    """What a new pact may take over; ticked are what is not met yet, and what each side does."""
    note = desk.prose.note
    ticks = [Tick(_TARGET, f"the target: {note(pact.learning_target)}", not (is_met or has_target))]
    for at, line in enumerate(pact.success_evidence):
        done = " (met)" if line.met_on else ""
        ticks.append(Tick(f"{_SUCCESS}:{at}", f"know by: {note(line.text)}{done}", line.met_on is None))
    for side, who, parts in (
        (_THEIRS, "they", pact.student_commitments),
        (_MINE, "I", pact.advisor_commitments),
    ):
        ticks += [Tick(f"{side}:{at}", f"{who}: {note(one.text)}", True) for at, one in enumerate(parts)]  # noqa: FBT003 - a tuple's field
    return ticks


def carried(pact: Pact, ticked: list[str], target: str) -> Carried:
    """What was ticked; `target` is a new one's words where the old one does not go on."""
    numbers: dict[str, list[int]] = {_SUCCESS: [], _THEIRS: [], _MINE: []}
    for key in ticked:
        part, _, number = key.partition(":")
        if number:
            numbers[part].append(int(number))
    chosen = (tuple(numbers[part]) for part in (_SUCCESS, _THEIRS, _MINE))
    return Carried(pact.learning_target if _TARGET in ticked else target, *chosen)


def _outcome(pact: Pact) -> PactOutcome:
    if pact.success_met == 0:
        return PactOutcome.NOT_YET
    return PactOutcome.MET if pact.success_met == len(pact.success_evidence) else PactOutcome.PARTLY_MET
