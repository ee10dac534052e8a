"""Something that is about to leave the program: its lines, and the file that is made from them."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from advisory.model import Student
from advisory.model.words import Audience

from .leaving import Leaving, Stays
from .preview import Kept, Part, rows_of
from .reason import Reason


class Written(NamedTuple):
    """The bytes of a file, what a message says it holds, and a warning, if any."""

    data: bytes
    holds: str
    warning: str = ""


class Outgoing(NamedTuple):
    """What leaves, before it is made into a file. `left_out` are the keys of lines that the advisor left out."""

    what: str
    """What the log calls it, such as `conference page`."""
    leaving: Leaving
    parts: list[Part]
    file: Callable[[Collection[str], str], Written]
    """(left out, the ending of the file's name) → the file. Refuses an ending that it can't have."""
    text: Callable[[Collection[str]], str]
    """(left out) → what goes to the clipboard."""
    notes: tuple[str, ...] = ()
    """What the advisor should know before it leaves."""
    uses_pronouns: bool = False
    """Whether pronouns would stand in it, where they may be used."""
    may_include: bool = True
    """Whether what stays may be included on purpose; into a handover nothing private may."""
    kept: tuple[Kept, ...] = ()
    """What else stays unless it is included, such as the name of a student who is on a panel."""

    @property
    def is_logged(self) -> bool:
        """Whether it is logged as shared: what is for the advisor alone is not."""
        return self.leaving.audience is not Audience.MYSELF

    def without(self, left_out: Collection[str]) -> Leaving:
        """What leaves, for the log, without records that are only in lines left out, and students all of whose lines are left out."""
        dropped = rows_of(self.parts) - rows_of(self.parts, left_out)
        stays = tuple(Stays(one, Reason.LEFT_OUT) for one in self.leaving.records if one.id in dropped)
        records = tuple(one for one in self.leaving.records if one.id not in dropped)
        return self.leaving._replace(records=records, stays=(*self.leaving.stays, *stays))

    def rows(self, left_out: Collection[str] = ()) -> tuple[str, ...]:
        """The ids of the records in it, for the log; students are no rows."""
        students = {student.id for student in self.leaving.of(Student)}
        return tuple(sorted(rows_of(self.parts, left_out) - students))
