"""The fields of the form that moves a partnership to another stage."""

from advisory.model.words import Direction, MoveReason
from advisory.tui.dialogs.form.field import Field

_NONE = "none chosen yet"
_LETTERS = {
    MoveReason.TRUST_STRAINED.value: "t",
    MoveReason.I_BROKE_A_COMMITMENT.value: "b",
    MoveReason.MOVED_TOO_FAST.value: "m",
    MoveReason.LONG_ABSENCE.value: "a",
    MoveReason.NEW_CIRCUMSTANCES.value: "c",
    MoveReason.GOAL_CHANGED.value: "g",
    MoveReason.PACT_SET_ASIDE.value: "p",
    MoveReason.NEW_TERM_FRESH_START.value: "n",
    MoveReason.OTHER.value: "o",
}


def move_fields(way: Direction, *, has_open_pact: bool) -> list[Field]:
    """A move forward asks what the advisor saw; a move back asks for a reason, and what to do with an open pact.

    No reason is chosen at first, because a default would become the reason for most moves.
    """
    if way is Direction.FORWARD:
        return [Field("reason", "What did you see?")]
    reasons = [("", _NONE), *((key.value, key.label) for key in MoveReason if key is not MoveReason.SIGNS_SEEN)]
    fields = [
        Field("key", "Reason", choices=reasons, letters=_LETTERS),
        Field("reason", "What happened?", hint="if no reason above says enough"),
    ]
    if has_open_pact:
        fields.append(Field("pact", "The open pact", choices=[("keep", "keep it"), ("pause", "pause it")]))
    return fields
