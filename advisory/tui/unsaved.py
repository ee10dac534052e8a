"""Text not saved yet, by form and by whom it is about: in memory for the screens, on the disk for the next start."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from advisory.store import Drafts

NOTE = "check_in"
"""The form of the check-in line."""
TEXT = "text"
_NOTE_WORDS = (TEXT, "line", "body", "student_says", "reason", "why")
_LISTS = frozenset({"success", "theirs", "mine", "others"})
"""Of these with one thing a line."""
_WORDS = frozenset({*_NOTE_WORDS, "learning_target", "starting_point", *_LISTS})
"""Fields of sentences, which two terminals may both have typed; the others hold a choice, a day or a number."""
_OWN_WORDS = "line-"
"""What the fields with words of one's own begin with in a group entry."""


class Unsaved:
    """What was typed into each form and not saved. `about` is the id of a record, "" for one that is about nobody yet."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self._aside: dict[tuple[str, str], list[Path]] = {}
        self._only_here: set[tuple[str, str]] = set()
        """What the disk did not take; tried again with the next letter."""
        self._fields: dict[tuple[str, str], dict[str, str]] = {}
        for draft in drafts.all():
            key = draft.form, draft.student
            self._fields[key] = joined(self._fields.get(key, {}), draft.fields)

    def has_note(self, student_id: str) -> bool:
        """Whether a note about this student waits to be finished."""
        return (NOTE, student_id) in self._fields

    def waiting(self) -> list[tuple[str, str]]:
        """Every form with text in it, and whom it is about."""
        return list(self._fields)

    def fields(self, form: str, about: str) -> Mapping[str, str]:
        """What was typed so far, by field; empty when nothing was."""
        return self._fields.get((form, about), {})

    def bring_back(self, form: str, about: str) -> Mapping[str, str]:
        """What was typed so far, about to be shown; `is_back` says when it is.

        Its files are moved aside first: text that a screen can't show must not stop the program twice.
        """
        fields = self.fields(form, about)
        if fields and (form, about) not in self._aside:
            while (aside := self._drafts.set_aside(form, about)) is not None:
                self._aside.setdefault((form, about), []).append(aside)
                self._only_here.add((form, about))
        return fields

    def is_back(self, form: str, about: str, at: datetime) -> None:
        """The text is on the screen, and in a file in its place again. Raises StoreError as keep."""
        aside = self._aside.pop((form, about), [])
        if aside:
            self.keep(form, about, self.fields(form, about), at)
        for path in aside:
            path.unlink(missing_ok=True)

    def keep(self, form: str, about: str, fields: Mapping[str, str], at: datetime) -> None:
        """Keep what is typed now; blank text is forgotten. Raises StoreError when the disk does not take it."""
        if not any(text.strip() for text in fields.values()):
            self.forget(form, about)
        elif fields != self.fields(form, about) or (form, about) in self._only_here:
            self._fields[form, about] = dict(fields)
            self._only_here.add((form, about))
            self._drafts.save(form, about, dict(fields), at)
            self._only_here.discard((form, about))

    def forget(self, form: str, about: str) -> None:
        """It was saved, or thrown away."""
        for path in self._aside.pop((form, about), []):
            path.unlink(missing_ok=True)
        self._only_here.discard((form, about))
        if self._fields.pop((form, about), None) is not None:
            self._drafts.discard(form, about)


def joined(older: Mapping[str, str], newer: Mapping[str, str]) -> dict[str, str]:
    """What two programs typed into one form: sentences under each other, of everything else what was typed last."""
    both = {**older, **newer}
    for name, words in older.items():
        if name in _WORDS or name.startswith(_OWN_WORDS):
            later = newer.get(name, "")
            both[name] = max(words, later, key=len) if _goes_on(words, later) else f"{words}\n{later}"
            if name in _LISTS:
                both[name] = "\n".join(dict.fromkeys(both[name].split("\n")))  # what both began with is there once
    return both


def _goes_on(one: str, other: str) -> bool:
    """Whether one is the other typed further, so that the longer holds both."""
    return one.startswith(other) or other.startswith(one)
