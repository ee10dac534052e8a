"""The drafts of all forms: in memory for the screens, and on disk for the next start."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from advisory.store import Drafts, StoreError
from advisory.store.editor_text import take_back

NOTE = "check_in"
"""The form name of the check-in line."""
BESIDE_FORM = "beside"
"""The form name of what a student types into their pact."""
OWN_FORM = "own_hand"
"""The form name of what a student types to leave something of their own: words, a feeling, a question."""
TEXT = "text"
OLDER = "older_"
"""The prefix of fields for earlier unfinished notes about the same student."""
OWN_WORDS = "line-"
"""The prefix of fields for a student's own words, in a group check-in, in a pact that the student rewords, and by their own hand."""
_OTHER_WORDS = (OWN_WORDS, OLDER)
"""Prefixes of fields that hold text: these, and the older drafts of a note."""


class Slot(NamedTuple):
    """How to merge what two terminals typed into a field.

    `between` goes between the two texts; "" if only the newer one can be kept. `initial` is the value before anybody
    typed. If `is_list`, the text has one item on each line, and an item in both texts is kept once.
    """

    between: str
    initial: str = ""
    is_list: bool = False


def note_slot(name: str) -> Slot:
    """How to merge a field of a note or of a group check-in."""
    return Slot("\n" if name == TEXT or name.startswith(_OTHER_WORDS) else "")


def older_in(fields: Mapping[str, str]) -> list[str]:
    """The texts of earlier unfinished notes that wait after a draft, oldest first."""
    names = sorted((name for name in fields if name.startswith(OLDER)), key=lambda name: (len(name), name))
    return [fields[name] for name in names]


class Unsaved:
    """The drafts by form and by `about`, which is the id of the record a draft is about, or "" if there is none yet."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self.asked_about: Mapping[tuple[str, str], Mapping[str, str]] = {}
        """The text that can't be kept, as it was when the advisor was last asked about it."""
        self._moved: dict[tuple[str, str], list[Path]] = {}
        self._only_here: set[tuple[str, str]] = set()
        """Drafts that could not be written to disk; tried again with the next change."""
        self._fields: dict[tuple[str, str], Mapping[str, str]] = {}
        self._several: dict[tuple[str, str], list[Mapping[str, str]]] = {}
        """Drafts of the same form by more than one program, the oldest first; merged when the form is opened."""
        self._kept_at: dict[tuple[str, str], datetime] = {}
        """When the drafts of the last session were kept."""
        self._discarded: list[tuple[tuple[str, str], Mapping[str, str], int]] = []
        """The drafts thrown away, the last one last, each with the store's sequence number at that time."""
        take_back(drafts)
        for draft in drafts.all():
            key = draft.form, draft.student
            self._kept_at[key] = draft.at
            self._fields[key] = draft.fields
            self._several.setdefault(key, []).append(draft.fields)

    @property
    def notices(self) -> list[str]:
        """A sentence about each draft that could not be read."""
        return self._drafts.notices

    def has_note(self, student_id: str) -> bool:
        """Whether there is a draft of a note about this student."""
        return (NOTE, student_id) in self._fields

    def waiting(self) -> list[tuple[str, str]]:
        """The form and `about` of every draft."""
        return list(self._fields)

    def kept_at(self, form: str, about: str) -> datetime | None:
        """When a draft of the last session was kept; None for several of one form, and for one of this session."""
        key = form, about
        return self._kept_at.get(key) if len(self._several.get(key, ())) == 1 else None

    def kept_nowhere(self, at: datetime) -> dict[tuple[str, str], Mapping[str, str]]:
        """The drafts that can't be written to disk even now, by form and `about`."""
        stuck = {}
        for key in sorted(self._only_here - self._moved.keys()):
            fields = self._fields.get(key)
            if fields:
                try:
                    self._drafts.save(*key, dict(fields), at)
                except StoreError:
                    stuck[key] = fields
                else:
                    self._only_here.discard(key)
        return stuck

    def is_kept_nowhere(self, form: str, about: str) -> bool:
        """Whether the disk refused a draft when it was last tried."""
        return (form, about) in self._only_here and (form, about) not in self._moved

    def fields(self, form: str, about: str) -> Mapping[str, str]:
        """The values of a draft by field; empty if there is none."""
        return self._fields.get((form, about), {})

    def bring_back(self, form: str, about: str, slot: Callable[[str], Slot] = note_slot) -> Mapping[str, str]:
        """The values of a draft that is about to be shown; call `is_back` once it is. `slot` says how to merge a field.

        The draft's files are moved aside first, so that a text that crashes the program does so only once.
        """
        several = self._several.pop((form, about), [])
        if several:
            fields, *newer = several
            for typed in newer:
                fields = joined(fields, typed, slot)
            self._fields[form, about] = fields
        fields = self.fields(form, about)
        if fields and (form, about) not in self._moved:
            while (path := self._drafts.set_aside(form, about)) is not None:
                self._moved.setdefault((form, about), []).append(path)
                self._only_here.add((form, about))
        return fields

    def is_back(self, form: str, about: str, at: datetime) -> None:
        """Put the files of a draft back, now that it was shown without a crash. Raises StoreError as `keep` does."""
        moved = self._moved.pop((form, about), [])
        if moved:
            self.keep(form, about, self.fields(form, about), at)
        for path in moved:
            path.unlink(missing_ok=True)

    def keep(self, form: str, about: str, fields: Mapping[str, str], at: datetime) -> None:
        """Save a draft, or delete it if all its fields are blank. Raises StoreError if it can't be written to disk."""
        if not any(text.strip() for text in fields.values()):
            self.forget(form, about)
        elif fields != self.fields(form, about) or (form, about) in self._only_here:
            self._fields[form, about] = dict(fields)
            self._several.pop((form, about), None)
            self._only_here.add((form, about))
            self._drafts.save(form, about, dict(fields), at)
            self._only_here.discard((form, about))

    def discard(self, form: str, about: str, seq: int) -> None:
        """Throw a draft away; `take_back` has it again until something is written. `seq` is the store's."""
        fields, *newer = self._several.get((form, about), [self.fields(form, about)])
        for typed in newer:
            fields = joined(fields, typed)
        self._discarded.append(((form, about), fields, seq))
        self.forget(form, about)

    def take_back(self, seq: int, at: datetime) -> tuple[str, str] | None:
        """Keep the draft thrown away last again, if nothing was written since; its form and `about`, or None."""
        if not self._discarded or self._discarded[-1][2] != seq or self._discarded[-1][0] in self._fields:
            return None
        key, fields, _ = self._discarded.pop()
        self.keep(*key, fields, at)
        return key

    def forget(self, form: str, about: str) -> None:
        """Delete a draft that was saved as a record or thrown away."""
        for path in self._moved.pop((form, about), []):
            path.unlink(missing_ok=True)
        self._only_here.discard((form, about))
        self._several.pop((form, about), None)
        if self._fields.pop((form, about), None) is not None:
            self._drafts.discard(form, about)


def joined(
    older: Mapping[str, str], newer: Mapping[str, str], slot: Callable[[str], Slot] = note_slot
) -> Mapping[str, str]:
    """Merge two drafts of a form: texts are put one after the other, and of everything else the newer value counts."""
    both = {**older, **newer}
    for name, words in older.items():
        between, initial, is_list = slot(name)
        later = newer.get(name, initial)
        if later == initial:
            both[name] = words
        elif between and words != initial:
            both[name] = max(words, later, key=len) if _goes_on(words, later) else f"{words}{between}{later}"
            if is_list:
                both[name] = "\n".join(dict.fromkeys(both[name].split("\n")))
    return both


def _goes_on(one: str, other: str) -> bool:
    """Whether one text continues the other, so that the longer one holds both."""
    return one.startswith(other) or other.startswith(one)
