"""A row of a roster that only the advisor can match to a student."""

import msgspec

from advisory.model import Student

from .roster import RosterRow


class Ambiguous(msgspec.Struct, frozen=True):
    """A row that may be one of these students, or a new one. An import changes nothing for it."""

    row: RosterRow
    candidates: tuple[Student, ...]
    why: str
