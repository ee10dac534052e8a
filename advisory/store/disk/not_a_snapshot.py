"""Says why a file can't be read as a snapshot: it isn't one, is damaged, or is of a newer version. Loaded only then."""

import json
from collections.abc import Iterable

import msgspec

from advisory.store.errors import DamagedError

from .schema import FORMAT, SCHEMA, newer

_META = "_meta"
_REMEDY = "Fix it there, or replace it with one of the copies in backups. Nothing has been changed."


def not_ours(name: str, why: str) -> DamagedError:
    """The error for a file that isn't a snapshot."""
    return DamagedError(f"{name} is not a file that advisory wrote ({why}). {_REMEDY}")


def need_plain_json(data: bytes, name: str) -> None:
    """Raise DamagedError for invalid JSON and for duplicate keys, of which a JSON reader would silently drop one."""
    if not data.strip(b" \t\r\n\0"):
        raise DamagedError(f"{name} is empty, which advisory never leaves behind. {_REMEDY}")
    try:
        found = json.loads(data, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        raise DamagedError(f"{name}, line {error.lineno}: {error.msg} (column {error.colno}). {_REMEDY}") from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DamagedError(f"{name}, line {line}: it contains bytes that are not text. {_REMEDY}") from None
    except RecursionError:
        raise DamagedError(f"{name} is nested deeper than any file of advisory. {_REMEDY}") from None
    except ValueError as error:
        raise DamagedError(f"{name}: {error}. {_REMEDY}") from None
    if not isinstance(found, dict):
        raise DamagedError(f"{name} holds a {type(found).__name__}, not advisory's tables. {_REMEDY}")


def _unique(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    unique: dict[str, object] = {}
    for key, value in pairs:
        if key in unique:
            raise ValueError(f'"{key}" appears twice in the same place')
        unique[key] = value
    return unique


def refuse_newer(data: bytes, name: str) -> None:
    """Raise NewerError if the version numbers alone show that a newer program wrote the file.

    Everything else may look different in a newer file, so it can't be decoded first.
    """
    try:
        meta = msgspec.json.decode(data)[_META]["1"]
        need_known(meta["format"], meta["schema"], meta.get("needs"), name)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return


def need_known(layout: int, schema: int, needs: str | None, name: str) -> None:
    """Raise NewerError for a newer program's file, DamagedError for version numbers that no program writes."""
    if layout < 1 or schema < 1:
        raise DamagedError(f"{name} is not a file that advisory wrote (format {layout}, schema {schema}). {_REMEDY}")
    if layout > FORMAT or schema > SCHEMA:
        raise newer(name, needs)
