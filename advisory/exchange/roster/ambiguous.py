"""A row nobody can place but the advisor."""

import msgspec

from advisory.model import Student

from .roster import RosterRow


class Ambiguous(msgspec.Struct, frozen=True):
    """A row the program must ask about: one of these students, or a new one. Nothing is written for it."""

    row: RosterRow
    candidates: tuple[Student, ...]
    why: str
