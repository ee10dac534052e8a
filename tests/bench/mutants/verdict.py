"""What came of a mutant, asked of the tests of its room and, if none of them noticed, of all others."""

from typing import NamedTuple

from .mutation import Mutant

CAUGHT, TOO_LONG, SURVIVED, NEVER_RUN = "caught", "too long", "survived", "never run"
NOT_FORKED = "not forked"
"""Judged again in a process of its own: the code of the function could not be swapped."""


class Verdict(NamedTuple):
    """One mutant, the outcome in its own room and in the whole suite, and the test that caught it."""

    mutant: Mutant
    in_room: str
    in_suite: str
    by: str = ""

    @property
    def is_caught_in_room(self) -> bool:
        return self.in_room in {CAUGHT, TOO_LONG}

    @property
    def is_caught(self) -> bool:
        return self.in_suite in {CAUGHT, TOO_LONG}

    @property
    def room(self) -> str:
        return self.mutant.file.split("/")[1]

    def __str__(self) -> str:
        noticed = "in its room" if self.is_caught_in_room else "elsewhere" if self.is_caught else self.in_suite
        return f"{noticed:11}  {self.mutant}" + (f"   [{self.by}]" if self.by else "")
