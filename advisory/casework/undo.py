"""Take back the last change."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from advisory.caseload.called import called, name_some, retagged_words
from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.leaving import keep_shared
from advisory.model import DefensePlan, Partnership, Record, Student
from advisory.model.day_order import show_day
from advisory.rules.refusal import Refusal
from advisory.store import Undone

from .fill_caseload import FILLED

_RETAGGED = ("Tag renamed", "Tags merged")
"""The changes that are about a tag rather than about its notes."""


class Done(NamedTuple):
    """A change that was undone or redone."""

    what: str
    """What the change is called, such as `Check-in: one-to-one`. It says nothing about a student, because it is in the journal."""
    students: tuple[str, ...]
    """The students it was about, even those who no longer exist."""
    records: tuple[Record, ...]
    """The records it changed, as it left them."""

    before: tuple[Record, ...] = ()
    """The records it left in place, as they were before it."""

    def about(self, caseload: Caseload, show: Callable[[date], str]) -> str:
        """What it was about besides its students, such as the words of a promise, after the kind of change it was."""
        if self.what in _RETAGGED:
            return retagged_words(self.before, self.records)
        records = [one for one in self.records if not isinstance(one, Student)]
        if len(records) > 1:
            records = [one for one in records if not isinstance(one, Partnership)]
        if len(records) > 1 and all(isinstance(one, DefensePlan) for one in records) and len(self.students) > 1:
            return ""  # a season has as many days as students
        words = next(filter(None, (called(one, caseload.catalogue, show) for one in records)), "")
        _, colon, kind = self.what.partition(": ")
        return words.removeprefix(kind).removeprefix(", ") if colon else words

    @property
    def then(self) -> str:
        """The text between `what` and what it was about."""
        return ", " if ": " in self.what else ": "

    def who(self, caseload: Caseload, name: Callable[[str], str], gone: Callable[[str], str] = str) -> list[str]:
        """The names of its students. `name` gives that of one who is there, by id; `gone` makes another's safe to show."""
        was = {one.id: one.full_name for one in self.records if isinstance(one, Student)}
        names = (name(one) if one in caseload.names else gone(was.get(one, "")) for one in self.students)
        return list(filter(None, names))

    def describe(self, caseload: Caseload) -> str:
        """What it was, and whom it was about."""
        about, who = self.about(caseload, show_day), self.who(caseload, caseload.names.__getitem__)
        words = self.what + self.then + about if about else self.what
        return f"{words} · {name_some(who)}" if who else words


def undo(caseload: Caseload) -> Done | None:
    """Undo the newest change that has not been undone; None if there is none, or if only the demo's filling is left.

    A change stays if something others were given would become private; undo goes on to the one before, and refuses where
    there is none. Refuses if its records have changed since.
    """
    kept: list[Refusal] = []

    def keeps(undone: Undone) -> bool:
        try:
            keep_all_shared(caseload, undone.records, undone.before)
        except Refusal as refusal:
            kept.append(refusal)
        else:
            return False
        return True

    done = done_of(caseload.store.undo(caseload.now(), FILLED, keeps))
    if done is None and kept:
        raise kept[0]
    return done


def keep_all_shared(caseload: Caseload, shown: Iterable[Record], becoming: Iterable[Record]) -> None:
    """Refuse to make any of the records private that others were given. `becoming` are the same records as they will be."""
    now = {one.id: one for one in shown}
    for one in becoming:
        if (visibility := getattr(one, "visibility", None)) and one.id in now:
            keep_shared(caseload, now[one.id], visibility)


def done_of(undone: Undone | None) -> Done | None:
    """What the store did."""
    return Done(undone.what, undone.students, undone.records, undone.before) if undone else None
