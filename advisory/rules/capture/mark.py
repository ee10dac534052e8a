"""The marks of a capture line: what each looks like, and the value that is in it.

A mark is a word of its own. Punctuation right behind it goes with it, as in `worked on #lab, then left`.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeVar

from advisory.model.words import Medium, Visibility, Word
from advisory.rules.refusal import Refusal

W = TypeVar("W", bound=Word)

ESCAPE = "\\"
"""Before a word: it is plain whatever it looks like, and this one sign is taken off."""
_PUNCTUATION = ".,;:!?"
_LONGEST_MINUTES = 24 * 60
_SHOWN = 40


class CaptureRefusal(Refusal):
    """A line that can't be read. `position` is where in it the trouble begins, an index into the line."""

    def __init__(self, sentence: str, position: int) -> None:
        super().__init__(sentence)
        self.position = position


def as_tag(word: str) -> str:
    """The tag in a word: without # before it and punctuation behind it; empty when there is none."""
    return word.lstrip("#").rstrip(_PUNCTUATION)


def bare(word: str) -> str:
    """What stands behind the sign of a mark, in small letters."""
    return word[1:].rstrip(_PUNCTUATION).casefold()


_LOOKS: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {
        "#": lambda word: bool(as_tag(word)),
        "~": lambda word: bare(word).isdecimal() or word[1:2].isalnum() or word[1:2] in {"+", "-"},
        "*": lambda word: len(word) == 1,
        "<": lambda word: len(word) == 1,
        "%": lambda word: word[1:2].isalpha(),
        "!": lambda word: word[1:2].isalpha(),
        ">": lambda word: word[1:2].isalnum() or word[1:2] in {"+", "-"},
        ESCAPE: lambda word: len(word) > 1,
    }
)
"""Sign → whether a word that begins with it is the mark; anything else, such as `>:(`, is a plain word."""


def mark_of(word: str) -> str:
    """The sign of the mark that a word is, such as `#`; empty for a plain word."""
    looks = _LOOKS.get(word[:1])
    return word[0] if looks is not None and looks(word) else ""


def is_jot(word: str) -> bool:
    """Whether the last word of a line leaves a jot: it ends in two dots, and not in three."""
    return word.endswith("..") and not word.endswith("...") and not word.startswith(ESCAPE)


def read_minutes(word: str, position: int) -> int:
    """The minutes in `~5`. Refuses more than a day has."""
    digits = bare(word)
    if not digits.isdecimal():
        raise CaptureRefusal(f"“{shown(word)}” is no number of minutes: type ~5. {or_plain(word)}", position)
    if len(digits) > len(str(_LONGEST_MINUTES)) or int(digits) > _LONGEST_MINUTES:
        raise CaptureRefusal(f"“{shown(word)}” is more than a day: minutes go up to ~{_LONGEST_MINUTES}.", position)
    return int(digits)


def read_medium(word: str, position: int) -> Medium:
    """The medium that `%pho` begins. Refuses what begins none."""
    return _one_of(Medium, word, position)


def read_visibility(word: str, position: int) -> Visibility:
    """Who may read it, by the beginning: `!share`. Refuses what begins none or two of them."""
    return _one_of(Visibility, word, position)


def _one_of(words: type[W], word: str, position: int) -> W:
    typed = bare(word).replace("-", "_")
    found = [one for one in words if one.startswith(typed) or one.label.replace(" ", "_").startswith(typed)]
    if len(found) == 1:
        return found[0]
    choices = _or([f"{word[0]}{one.value}" for one in found or words])
    told = f"“{shown(word)}” may be {choices}: type more of it" if found else f"“{shown(word)}” is not {choices}"
    raise CaptureRefusal(f"{told}. {or_plain(word)}", position)


def _or(choices: list[str]) -> str:
    return f"{', '.join(choices[:-1])} or {choices[-1]}"


def or_plain(word: str) -> str:
    """What to type when no mark was meant."""
    return f"Or type {ESCAPE}{shown(word)} for the plain word."


def shown(word: str) -> str:
    """A word in a sentence, cut when it is long."""
    return word if len(word) <= _SHOWN else f"{word[: _SHOWN - 1]}…"
