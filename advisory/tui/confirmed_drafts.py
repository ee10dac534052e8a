"""Throws away drafts of what was saved: the program may have been killed between saving a note and deleting its draft."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from advisory.model import CheckIn, FollowUp
from advisory.store import Edit

from .desk import Desk
from .drafts.unsaved import NOTE, OLDER, TEXT, older_in

_OF_NOTES = frozenset({CheckIn.table, FollowUp.table})
"""The tables that a note goes to."""


def drop_confirmed(desk: Desk) -> None:
    """Forget each draft whose words all stand in records that were made or changed since it was kept."""
    unsaved = desk.unsaved
    for form, about in unsaved.waiting():
        since = unsaved.kept_at(form, about)
        if since is None:
            continue
        edits = [edit for edit in desk.caseload.store.edits_since(since) if edit.at > since]
        fields = unsaved.fields(form, about)
        if form == NOTE:
            if edits and _is_note_saved(desk, fields.get(TEXT, ""), about, edits):
                _forget_note(desk, about, fields)
        elif (saved := _words_saved(edits)) and all(_as_one(text) in saved for text in fields.values() if text.strip()):
            unsaved.forget(form, about)


def _is_note_saved(desk: Desk, text: str, about: str, edits: Iterable[Edit]) -> bool:
    """Whether the words, tags and promises of a note are saved for its students; its draft may be a few letters behind."""
    from advisory.tui.words.note.note_reading import read_note

    read = read_note(desk, text, about if about in desk.caseload.names else "")
    reading, students = read.reading, {student.id for student in read.students}
    if reading is None:
        return False
    saved = _words_saved(
        edit for edit in edits if edit.table in _OF_NOTES and edit.after and edit.after.get("student") in students
    )
    note, rest = _as_one(reading.text), [*reading.tags, *(promise.text for promise in reading.promises)]
    if not note and not rest:
        return False
    is_note_saved = not note or any(one.startswith(note) and len(one) <= 2 * len(note) for one in saved)
    return is_note_saved and all(_as_one(one) in saved for one in rest)


def _forget_note(desk: Desk, about: str, fields: Mapping[str, str]) -> None:
    """Forget a note, but keep the earlier unfinished ones that wait after it."""
    older = older_in(fields)
    desk.unsaved.forget(NOTE, about)
    if older:
        kept = {TEXT: older[-1]} | {f"{OLDER}{number}": text for number, text in enumerate(older[:-1])}
        desk.unsaved.keep(NOTE, about, kept, desk.caseload.now())


def _words_saved(edits: Iterable[Edit]) -> set[str]:
    """Every text that these edits brought into a record; what an undo brought back does not count."""
    saved: set[str] = set()
    for edit in edits:
        if edit.undoes is None and edit.after is not None:
            saved |= set(_texts(edit.after)) - set(_texts(edit.before))
    return saved


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield _as_one(value)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _as_one(text: str) -> str:
    return " ".join(text.split())
