"""The lists of a pact as lines of text, such as `read a graph aloud - every Friday` or `grandmother: reads along`."""

import re
from collections.abc import Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from advisory.model import Commitment, OtherHelp, SuccessLine
from advisory.rules.refusal import Refusal
from advisory.tui.widgets.boxes.list_area import FROM, one_line

Part = TypeVar("Part", SuccessLine, Commitment, OtherHelp)
_HOW_OFTEN = re.compile(r"(?<=\S)\s+[-–—]\s+(?=\S(?:(?!\s[-–—]\s).)*$)")
"""The last dash with spaces around it; how often something is done follows it."""


def how_often_at(line: str) -> int:
    """Where in the line of a commitment "how often" begins; the end of the line if that is missing."""
    found = _HOW_OFTEN.search(line)
    return found.start() if found else len(line)


def who_at(line: str) -> int:
    """Where in a line about another helper the name ends; the end of the line if there is no colon."""
    who, colon, _ = line.partition(":")
    return len(who) if colon else len(line)


def written(parts: Sequence[Part]) -> str:
    """The parts as the value of a ListArea, each line with itself as its original words."""
    lines = map(_line, parts)
    return "\n".join(f"{line}{FROM}{line}" for line in lines)


def read_parts(kind: type[Part], value: str, before: Sequence[Part]) -> tuple[Part, ...]:
    """The parts in the value of a ListArea. A reworded part keeps everything else recorded with it.

    A part is found by the original words of its line. If somebody changed those meanwhile, it is found by its position
    among the parts that are left. Refuses a line about another helper that doesn't say who and what.
    """
    lines = [(one_line(words), one_line(came_from)) for words, _, came_from in _split(value) if one_line(words)]
    left = list(before)
    found: dict[int, Part] = {}
    for at, (words, came_from) in enumerate(lines):
        part = next((part for part in left if _line(part) == (came_from or words)), None)
        if part is not None:
            found[at] = part
            left.remove(part)
    lost = [at for at, (_, came_from) in enumerate(lines) if came_from and at not in found]
    if len(lost) == len(left):  # changed elsewhere meanwhile; if it isn't clear which is which, none is guessed
        found |= dict(zip(lost, left, strict=True))
    return tuple(_reworded(kind, words, found.get(at), at + 1) for at, (words, _) in enumerate(lines))


def _split(value: str) -> list[tuple[str, str, str]]:
    return [line.partition(FROM) for line in value.split("\n")]


def _reworded(kind: type[Part], words: str, part: Part | None, number: int) -> Part:
    if part is not None and _line(part) == words:
        return part
    fields = _fields_of(kind, words, number)
    return kind(**fields) if part is None else replace(part, **fields)


def _fields_of(kind: type[Part], words: str, number: int) -> dict[str, Any]:
    if kind is Commitment:
        what, *often = _HOW_OFTEN.split(words)
        return {"text": what, "how_often": " ".join(often)}
    if kind is OtherHelp:
        who, _, what = (text.strip() for text in words.partition(":"))
        if not who or not what:
            raise Refusal(f"Line {number} needs who and what, as in “grandmother: reads along”.")
        return {"who": who, "text": what}
    return {"text": words}


def _line(part: SuccessLine | Commitment | OtherHelp) -> str:
    if isinstance(part, Commitment) and part.how_often:
        return one_line(f"{part.text} - {part.how_often}")
    return one_line(f"{part.who}: {part.text}" if isinstance(part, OtherHelp) else part.text)
