"""Finds what was typed and not saved that is about a purged record or holds its words, and what the settings say of one."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from advisory.store.disk import backup, history
from advisory.store.disk.files import is_odd, read_regular
from advisory.store.drafts import FOLDER
from advisory.store.editor_text import PREFIX, decode, is_running

_ABOUT = re.compile(r"-([a-z]\d{7,})(?=[-.])")
_TEMPORARY = re.compile(r"\..+\.(\d+)-\d+\.tmp")
_SHORTEST = 16
"""The fewest characters of a text that is looked for: a shorter one may come from anywhere."""
SETTINGS, UNREADABLE_SETTINGS = "settings.json", "settings.unreadable.json"


def drafts_with(folder: Path, ids: set[str], find_texts: Callable[[], Iterable[str]]) -> Iterator[Path]:
    """The drafts, and the folders of an editor, that are about a record or hold one of the texts.

    The texts take a while to be found, so they are only asked for if there is anything that could hold one.
    """
    place = folder / FOLDER
    there = sorted(place.iterdir()) if place.is_dir() else []
    texts = tuple(find_texts()) if there else ()
    for path in there:
        is_editors = path.is_dir() and path.name.startswith(PREFIX)
        if path.name.startswith(".") or (is_odd(path) and not is_editors):
            continue
        inside = [one for one in path.rglob("*") if not is_odd(one)] if is_editors else [path]
        about = _ABOUT.search(path.name)
        if (about and about[1] in ids) or any(_holds(read_regular(one), texts) for one in inside):
            yield path


def leftovers(folder: Path) -> Iterator[Path]:
    """Files that were never finished, by programs that are not at it any more; only while holding the lock."""
    for place in ("", history.FOLDER, backup.FOLDER, FOLDER):
        for path in (folder / place).glob(".*.tmp"):
            found = _TEMPORARY.fullmatch(path.name)
            needs_no_lock = place == FOLDER or path.name.startswith(f".{SETTINGS}")
            if not is_odd(path) and not (needs_no_lock and found and is_running(int(found[1]))):
                yield path


def settings_without(data: bytes, ids: set[str]) -> bytes:
    """The settings without the students who are gone; unchanged if they name none of them, or can't be read."""
    try:
        settings = msgspec.json.decode(data)
    except (ValueError, RecursionError):
        return data
    if not isinstance(settings, dict) or ids.isdisjoint(_strings(settings)):
        return data
    for field in ("covered", "uncovered"):
        if isinstance(words := settings.get(field), dict):
            left = {word: [one for one in those if one not in ids] for word, those in words.items()}
            settings[field] = {word: those for word, those in left.items() if those}
    return msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n"


def _holds(data: bytes, texts: tuple[str, ...]) -> bool:
    try:
        found = list(_strings(msgspec.json.decode(data)))
    except (ValueError, RecursionError):
        found = [decode(data)[0]]
        if any(msgspec.json.encode(text)[1:-1] in data for text in texts):  # what was JSON once
            return True
    long = [one.strip() for one in found if len(one.strip()) >= _SHORTEST]
    return any(text in one or one in text for one in long for text in texts)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)
