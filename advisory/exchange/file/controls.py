"""Control characters in the texts of a file that holds nested values: found in a file that is read, and kept out of one that is written."""

import re
from collections.abc import Iterator
from typing import Any

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Whatever a terminal obeys, except line ends and tabs."""
_INSTEAD = "\N{REPLACEMENT CHARACTER}"


def without_controls(value: Any) -> Any:
    """The value with a mark in place of each control character in its texts; CR LF is a plain end of a line."""
    match value:
        case str():
            return _CONTROL.sub(_INSTEAD, value.replace("\r\n", "\n").replace("\r", "\n"))
        case dict():
            return {name: without_controls(one) for name, one in value.items()}
        case list() | tuple():
            return [without_controls(one) for one in value]
        case _:
            return value


def has_control(text: str) -> bool:
    """Whether a text holds a control character other than the end of a line and the tab."""
    return _CONTROL.search(text) is not None


def texts_in(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Each text in the value with its place, such as `records, pacts 2, title`; names of fields are texts too."""
    match value:
        case str():
            yield place, value
        case dict():
            for name, one in value.items():
                yield place, name
                yield from texts_in(one, f"{place}, {name}".removeprefix(", "))
        case list():
            for number, one in enumerate(value, 1):
                yield from texts_in(one, f"{place} {number}")
        case _:
            pass
