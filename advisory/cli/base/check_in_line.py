"""A check-in in one line."""

import msgspec

from advisory.model import CheckIn
from advisory.model.words import Kind


class InLine(msgspec.Struct, frozen=True, gc=False):
    """The fields of a check-in that a line of the log shows; names and defaults equal CheckIn's. The day is as in the file."""

    student: str
    happened_on: str
    kind: Kind
    contact_made: bool = True
    line: str = ""


def check_in_line(check_in: CheckIn | InLine) -> str:
    """Its kind and its note; the reader adds the day and the name."""
    kind = check_in.kind.label if check_in.contact_made else f"{check_in.kind.label}, not reached"
    note = check_in.line
    if not note.isprintable():
        note = " ↵ ".join(note.splitlines())
    return f"{kind}  {note}".rstrip()
