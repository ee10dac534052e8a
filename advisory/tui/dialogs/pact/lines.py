"""The lists of a pact as lines to write: `read a graph aloud - every Friday`, `grandmother: reads along`."""

import re
from collections.abc import Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from advisory.model import Commitment, OtherHelp, SuccessLine
from advisory.rules.refusal import Refusal
from advisory.tui.widgets.boxes.list_area import FROM, one_line

Part = TypeVar("Part", SuccessLine, Commitment, OtherHelp)
_HOW_OFTEN = re.compile(r"(?<=\S)\s+[-–—]\s+(?=\S(?:(?!\s[-–—]\s).)*$)")
"""The last dash between blanks: what stands behind it is how often."""


def how_often_at(line: str) -> int:
    """Where in a line that says what somebody does its how often begins; its end where there is none."""
    found = _HOW_OFTEN.search(line)
    return found.start() if found else len(line)


def who_at(line: str) -> int:
    """Where in a line about somebody else what they do begins; its end where there is none."""
    who, colon, _ = line.partition(":")
    return len(who) if colon else len(line)


def written(parts: Sequence[Part]) -> str:
    """Parts as the lines of a ListArea, each with the words it came from."""
    lines = map(_line, parts)
    return "\n".join(f"{line}{FROM}{line}" for line in lines)


def read_parts(kind: type[Part], value: str, before: Sequence[Part]) -> tuple[Part, ...]:
    """The parts that lines name. One that came from a part there was keeps what else is written with it.

    It is known by the words it came from; where they were changed elsewhere meanwhile, by its place among those that
    are left. Refuses a line about somebody else that does not say who and what.
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
    if len(lost) == len(left):  # changed elsewhere meanwhile; where it is not plain which is which none is guessed
        found |= dict(zip(lost, left, strict=True))
    return tuple(_reworded(kind, words, found.get(at), at + 1) for at, (words, _) in enumerate(lines))


def _split(value: str) -> list[tuple[str, str, str]]:
    return [line.partition(FROM) for line in value.split("\n")]


def _reworded(kind: type[Part], words: str, part: Part | None, number: int) -> Part:
    if part is not None and _line(part) == words:
        return part
    said = _said(kind, words, number)
    return kind(**said) if part is None else replace(part, **said)


def _said(kind: type[Part], words: str, number: int) -> dict[str, Any]:
    if kind is Commitment:
        what, *often = _HOW_OFTEN.split(words)
        return {"text": what, "how_often": " ".join(often)}
    if kind is OtherHelp:
        who, _, what = (text.strip() for text in words.partition(":"))
        if not who or not what:
            raise Refusal(f"Line {number} does not say who and what: write it as “grandmother: reads along”.")
        return {"who": who, "text": what}
    return {"text": words}


def _line(part: SuccessLine | Commitment | OtherHelp) -> str:
    if isinstance(part, Commitment) and part.how_often:
        return one_line(f"{part.text} - {part.how_often}")
    return one_line(f"{part.who}: {part.text}" if isinstance(part, OtherHelp) else part.text)
