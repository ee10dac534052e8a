"""The fields of the form that closes a pact, and the choice of what to carry over into a new one."""

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
    """The form: how the pact ended (by default as its success lines say), the student's words, and what comes next."""
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
        Field("comes_next", "In one line; for a new pact, its target, unless that stays the same", hint="I can …"),
    ]  # fmt: skip


def carried_ticks(desk: Desk, pact: Pact, *, is_met: bool, has_target: bool) -> list[Tick]:
    """What can be carried over into a new pact. At first, everything that isn't met yet is ticked."""
    note = desk.prose.note
    ticks = [Tick(_TARGET, f"the target: {note(pact.learning_target)}", not (is_met or has_target))]
    for at, line in enumerate(pact.success_evidence):
        done = " (met)" if line.met_on else ""
        ticks.append(Tick(f"{_SUCCESS}:{at}", f"know by: {note(line.text)}{done}", line.met_on is None))
    for side, who, parts in (
        (_THEIRS, "they", pact.student_commitments),
        (_MINE, "you", pact.advisor_commitments),
    ):
        ticks += [Tick(f"{side}:{at}", f"{who}: {note(one.text)}", True) for at, one in enumerate(parts)]  # noqa: FBT003 - a tuple's field
    return ticks


def carried(pact: Pact, ticked: list[str], target: str) -> Carried:
    """What to carry over. `target` is the new pact's target, unless the old one was ticked."""
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
