"""A path as it is typed, pasted, or dropped into a terminal, which quotes it for a shell that isn't there."""

import os
import re
import shlex
from contextlib import suppress
from pathlib import Path

_URL = re.compile(r"file:(?://(?:localhost)?)?(?=/)", re.IGNORECASE)
_ESCAPED = re.compile(rb"%([0-9A-Fa-f]{2})")
_DRIVE = re.compile(r"/(?=[A-Za-z]:[/\\])")


def typed_path(text: str) -> Path:
    r"""The path that a text means: as it stands if there is such a file, else without the quoting of a shell or a URL.

    `my\ file.csv`, `'my file.csv'`, `"my file.csv"` and `file:///home/me/my%20file.csv` are all dropped files. Raises
    RuntimeError for `~name` of an unknown user.
    """
    plain = text.strip()
    if _is_there(plain):
        return Path(plain)
    word = _unquoted(plain)
    if url := _URL.match(word):
        return Path(_DRIVE.sub("", _decoded(word[url.end() :]), count=1))
    return Path(word).expanduser()


def completed(text: str) -> str:
    """A partly typed path, completed as far as only one file or folder fits; unchanged if there is nothing to add.

    A folder ends in a slash, so that the next completion goes on inside it.
    """
    try:
        typed = typed_path(text) if text.strip() else Path()
        is_inside = text.rstrip("'\"").endswith(os.sep)
        folder, begin = (typed, "") if is_inside or not text.strip() else (typed.parent, typed.name)
        hidden = begin.startswith(".")
        found = sorted(
            one.name for one in folder.iterdir() if one.name.startswith(begin) and (hidden or one.name[:1] != ".")
        )
    except (OSError, RuntimeError, ValueError):
        return text
    common = os.path.commonprefix(found)  # noqa: RUF071 - of names in one folder, not of paths
    if not found or (common == begin and len(found) > 1):
        return text
    whole = folder / common
    return f"{whole}{os.sep if len(found) == 1 and whole.is_dir() else ''}"


def _unquoted(text: str) -> str:
    """The text without the quotation marks around it and the backslashes in it, if it is one word of a shell."""
    text = text.removeprefix("& ").strip()  # PowerShell
    if (os.sep == "/" and "\\" in text) or text[:1] in "'\"":
        with suppress(ValueError):
            words = shlex.split(text) if os.sep == "/" else []
            if len(words) == 1:
                return words[0]
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"" else text


def _decoded(text: str) -> str:
    data = _ESCAPED.sub(lambda match: bytes([int(match[1], 16)]), text.encode("utf-8", "surrogateescape"))
    return data.decode("utf-8", "surrogateescape")


def _is_there(text: str) -> bool:
    with suppress(OSError, ValueError):
        return bool(text) and Path(text).exists()
    return False
