"""The fields for moving a partnership."""

from advisory.model.words import Direction, MoveReason

from .field import Field


def move_fields(way: Direction, *, has_open_pact: bool) -> list[Field]:
    """On asks for a line; back for a reason and a line, and what becomes of an open pact."""
    if way is Direction.FORWARD:
        return [Field("reason", "What did I see?")]
    reasons = [(key.value, key.label) for key in MoveReason if key is not MoveReason.SIGNS_SEEN]
    fields = [Field("key", "Reason", choices=reasons), Field("reason", "What happened?")]
    if has_open_pact:
        fields.append(Field("pact", "The open pact", choices=[("keep", "keep it"), ("pause", "pause it")]))
    return fields
