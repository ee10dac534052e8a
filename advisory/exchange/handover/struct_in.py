"""Read one record of a file that comes from outside; what doesn't fit is named by its place, its field and its value."""

import re
from typing import Any, TypeVar

import msgspec

from advisory.exchange.file.error import FileError
from advisory.exchange.file.excerpt import excerpt
from advisory.model import RecordError
from advisory.model.plausible import need_plausible

S = TypeVar("S", bound=msgspec.Struct)

_PATH = re.compile(r"^(.*?)(?: - at `(?:key in )?\$(.*)`)?$", re.DOTALL)
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")


def read_struct(kind: type[S], value: Any, place: str) -> S:
    """The value as a record of this kind. Raises FileError, which begins with `place`."""
    noun = getattr(kind, "noun", "part")
    if not isinstance(value, dict):
        raise FileError(f"{place} is {_shown(value)}; it must be an object.")
    try:
        record = msgspec.convert(value, kind)
        need_plausible(noun, record)
    except RecordError as error:
        raise _of_model(place, error) from None
    except msgspec.ValidationError as error:
        if isinstance(error.__cause__, RecordError):
            raise _of_model(place, error.__cause__) from None
        raise _of_type(place, noun, value, str(error)) from None
    return record


def _of_model(place: str, error: RecordError) -> FileError:
    return FileError(f"{place}: {excerpt(str(error).partition(': ')[2], 200)}.")


def _of_type(place: str, noun: str, value: Any, message: str) -> FileError:
    """A sentence from msgspec's, which has the path of the value: ``Expected `str`, got `int` - at `$.seen` ``."""
    told, path = (_PATH.match(message) or re.match("(.*)()", message)).groups()  # type: ignore[union-attr]
    if missing := re.search(r"missing required field `(\w+)`", told):
        return FileError(f"{place}: a {noun} needs “{missing[1]}”{_in(path)}.")
    if unknown := re.search(r"unknown field `(.*)`", told, re.DOTALL):
        return FileError(f"{place}: a {noun} has no “{excerpt(unknown[1])}”{_in(path)}.")
    steps = [field or int(number) for field, number in _STEP.findall(path or "")]
    for step in steps:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            break
    where = " ".join(str(step + 1) if isinstance(step, int) else step for step in steps)
    return FileError(
        f"{place}, {where}: {_shown(value)} doesn't fit there ({told[:1].lower()}{excerpt(told[1:], 100)})."
    )


def _in(path: str | None) -> str:
    return f" in {path.removeprefix('.')}" if path else ""


def _shown(value: Any) -> str:
    return excerpt(msgspec.json.encode(value).decode())
