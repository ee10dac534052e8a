"""The text on the screen of an empty caseload: how to begin."""

from collections.abc import Callable

_KEYS = 4
"""The width of the column for keys."""


def first_start(key: Callable[[str], str]) -> list[tuple[str, str]]:
    """Lines of text, each with its look. `key` returns the key of a command."""
    return [
        ("", ""),
        ("Your caseload is empty.", "strong"),
        ("", ""),
        (f"{key('import-roster'):{_KEYS}}Import a roster: a file from your school's system,", ""),
        (f"{'':{_KEYS}}or a plain list with one name on each line.", ""),
        (f"{key('add-student'):{_KEYS}}Add one student by hand.", ""),
        (f"{key('help'):{_KEYS}}Every key.   {key('quit')}  Leave.", ""),
        ("", ""),
        ("To try it out first, quit and type:  advisory demo", "muted"),
        ("It opens a made-up caseload that goes away when you quit.", "muted"),
        ("", ""),
        ("Everything you write stays in one folder on this computer.", "muted"),
    ]
