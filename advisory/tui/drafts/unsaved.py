"""Text not saved yet, by form and by whom it is about: in memory for the screens, on the disk for the next start."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from advisory.store import Drafts

NOTE = "check_in"
"""The form of the check-in line."""
BESIDE_FORM = "beside"
"""What a student types in their pact."""
TEXT = "text"
OWN_WORDS = "line-"
"""What the fields with words of one's own begin with: in a group entry, and in a pact that a student types in."""
_OTHER_WORDS = (OWN_WORDS, "older_")
"""Those, and the fields of a note with an older draft."""


class Slot(NamedTuple):
    """What a field holds: `between` stands between the texts of two terminals, "" where only one of them can hold.

    `begun` is what was there before anybody typed. Of a list with one thing a line what both hold stands once.
    """

    between: str
    begun: str = ""
    is_list: bool = False


def note_slot(name: str) -> Slot:
    """Those of a note and of a group entry."""
    return Slot("\n" if name == TEXT or name.startswith(_OTHER_WORDS) else "")


class Unsaved:
    """What was typed into each form and not saved. `about` is the id of a record, "" for one that is about nobody yet."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self._moved: dict[tuple[str, str], list[Path]] = {}
        self._only_here: set[tuple[str, str]] = set()
        """What the disk did not take; tried again with the next letter."""
        self._fields: dict[tuple[str, str], Mapping[str, str]] = {}
        self._several: dict[tuple[str, str], list[Mapping[str, str]]] = {}
        """What more than one program typed into a form, the oldest first; they are joined when it is opened."""
        for draft in drafts.all():
            key = draft.form, draft.student
            self._fields[key] = draft.fields
            self._several.setdefault(key, []).append(draft.fields)

    def has_note(self, student_id: str) -> bool:
        """Whether a note about this student waits to be finished."""
        return (NOTE, student_id) in self._fields

    def waiting(self) -> list[tuple[str, str]]:
        """Every form with text in it, and whom it is about."""
        return list(self._fields)

    def fields(self, form: str, about: str) -> Mapping[str, str]:
        """What was typed so far, by field; empty when nothing was."""
        return self._fields.get((form, about), {})

    def bring_back(self, form: str, about: str, slot: Callable[[str], Slot] = note_slot) -> Mapping[str, str]:
        """What was typed so far, about to be shown; `is_back` says when it is. `slot` tells what a field holds, by name.

        Its files are moved aside first: text that a screen can't show must not stop the program twice.
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
        """The text is on the screen, and in a file in its place again. Raises StoreError as keep."""
        moved = self._moved.pop((form, about), [])
        if moved:
            self.keep(form, about, self.fields(form, about), at)
        for path in moved:
            path.unlink(missing_ok=True)

    def keep(self, form: str, about: str, fields: Mapping[str, str], at: datetime) -> None:
        """Keep what is typed now; blank text is forgotten. Raises StoreError when the disk does not take it."""
        if not any(text.strip() for text in fields.values()):
            self.forget(form, about)
        elif fields != self.fields(form, about) or (form, about) in self._only_here:
            self._fields[form, about] = dict(fields)
            self._several.pop((form, about), None)
            self._only_here.add((form, about))
            self._drafts.save(form, about, dict(fields), at)
            self._only_here.discard((form, about))

    def forget(self, form: str, about: str) -> None:
        """It was saved, or thrown away."""
        for path in self._moved.pop((form, about), []):
            path.unlink(missing_ok=True)
        self._only_here.discard((form, about))
        self._several.pop((form, about), None)
        if self._fields.pop((form, about), None) is not None:
            self._drafts.discard(form, about)


def joined(
    older: Mapping[str, str], newer: Mapping[str, str], slot: Callable[[str], Slot] = note_slot
) -> Mapping[str, str]:
    """What two programs typed into one form: texts one after the other, of everything else what was typed last."""
    both = {**older, **newer}
    for name, words in older.items():
        between, begun, is_list = slot(name)
        later = newer.get(name, begun)
        if later == begun:
            both[name] = words
        elif between and words != begun:
            both[name] = max(words, later, key=len) if _goes_on(words, later) else f"{words}{between}{later}"
            if is_list:
                both[name] = "\n".join(dict.fromkeys(both[name].split("\n")))
    return both


def _goes_on(one: str, other: str) -> bool:
    """Whether one is the other typed further, so that the longer holds both."""
    return one.startswith(other) or other.startswith(one)
