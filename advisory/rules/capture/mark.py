"""The marks of a capture line: how to recognize each, and how to read its value.

A mark is a word of its own. Punctuation right after it is ignored, as in `worked on #lab, then left`. What a sign stands
before must fit it: `#lab` is a tag, `#3` a number; `>fri` a promise, `>5` a comparison; `-absent` a reason, `-ing` the end
of a word. Where a mark may stand is in `place`.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

from advisory.model.words import Kind, Medium, NotMadeReason, Party, Visibility, Word
from advisory.rules.names.token import NameToken
from advisory.rules.refusal import Refusal

W = TypeVar("W", bound=Word)

ESCAPE = "\\"
"""Put before a word to make it plain text; it is removed when the line is read."""
_SIGNS = frozenset("#~*?<%!>&@-\\")
_PUNCTUATION = ".,;:!?"
_MINUTES = re.compile(r"\d+(?:m|mins?|minutes?)?")
"""With a unit it is refused with what to type, as it is meant for a mark."""
_GLUED = re.compile(r"(~\d+|[%!>&@][^\W\d_][\w-]*|>\+\d+)[.,;:?]*([#~%!&@].*)")
"""What may be two marks without a space between them. Comparisons, such as `>x<y`, are not."""
_KEY = re.compile(r"[^\W\d_][\w-]*")
_PERSON = re.compile(r"[^\W\d_]\S*")
OWNERS = (Party.STUDENT, Party.FAMILY, Party.STAFF)
"""Whose promise `>fri @student` may say it is; without it, it is the advisor's."""
_LEAST_REASON, _MEANT_REASON = 2, 3
"""How many letters of a reason must be typed, and how many that agree make it a misspelled reason: `-abscent`."""
MONTH_AND_DAY = (
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[ ]+\d{1,2}"
    r"|\d{1,2}\.?[ ]+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
)
"""A regular expression for `jan 22` and `22 jan`, which together are one word of the line."""
_DAY = re.compile(
    MONTH_AND_DAY + r"|[^\W\d_]\w*(?:\W*\s+period)?|\+\d+|\d+/\d+(?:/\d+)?|\d{4}-\d+-\d+|-\d+", re.IGNORECASE
)
_BETWEEN_WORDS = re.compile(r"[-\s]+")
_LONGEST_MINUTES = 24 * 60
_SHOWN = 40


class CaptureRefusal(Refusal):
    """A line that can't be read. `position` is the index in the line where the problem begins; `word` is to be typed anew."""

    def __init__(self, sentence: str, position: int, word: str = "") -> None:
        super().__init__(sentence)
        self.position, self.word = position, word


def as_tag(word: str) -> str:
    """The tag in a word, without the # and punctuation at its end; empty when there is none."""
    return word.lstrip("#").rstrip(_PUNCTUATION)


def bare(word: str) -> str:
    """What follows the sign of a mark, in lower case and without punctuation at its end."""
    return word[1:].rstrip(_PUNCTUATION).casefold()


_LOOKS: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {
        "#": lambda word: _is_tag(as_tag(word)),
        "~": lambda word: _MINUTES.fullmatch(bare(word)) is not None,
        "*": lambda word: len(word) == 1,
        "?": lambda word: len(word) == 1,
        "<": lambda word: len(word) == 1,
        "&": lambda word: _KEY.fullmatch(bare(word)) is not None,
        "@": lambda word: _PERSON.fullmatch(bare(word)) is not None,
        "-": lambda word: _is_reason(as_key(word)),
        "%": lambda word: _KEY.fullmatch(bare(word)) is not None,
        "!": lambda word: _KEY.fullmatch(bare(word)) is not None,
        ">": lambda word: _DAY.fullmatch(bare(word)) is not None,
        ESCAPE: lambda word: len(word) > 1 and (word[1] in _SIGNS or word[-1] == ":" or word.endswith("..")),
    }
)
"""Sign → whether a word that begins with it looks like a mark; any other word, such as `>:(` or `\\o/`, is plain text."""


def mark_of(word: str) -> str:
    """The sign of a mark, such as `#`; empty for a plain word."""
    looks = _LOOKS.get(word[:1])
    return word[0] if looks is not None and (looks(word) or glued(word)) else ""


def glued(word: str) -> str:
    """Two marks without a space between them, such as `~5!share`, as they were meant: `~5 !share`; "" for any other word."""
    found = _GLUED.fullmatch(word)
    return f"{found[1]} {found[2]}" if found and mark_of(found[2]) else ""


def refuse_glued(word: str, position: int) -> None:
    """Refuse two marks without a space between them: as plain text they would be lost unseen."""
    if apart := glued(word):
        problem = f"“{shown(word)}” is two marks without a space between them. Type {shown(apart)}"
        raise CaptureRefusal(f"{problem}. {or_plain(word)}", position, word)


def _is_tag(tag: str) -> bool:
    """Whether it holds a letter or a picture, and begins as a word does: `#1`, `#3-5` and `#)` are no tags."""
    return any(char.isalpha() or not char.isascii() for char in tag) and (tag[0] in "_-" or not _is_sign(tag[0]))


def _is_reason(typed: str) -> bool:
    """Whether it is the beginning of a reason, or so much of one that it must be meant: other words keep their hyphen."""
    return len(typed) >= _LEAST_REASON and any(
        reason.startswith(typed) or typed.startswith(reason[:_MEANT_REASON]) for reason in NotMadeReason
    )


def as_key(word: str) -> str:
    """What follows the sign of a mark as a key is written, so that `-no answer` and `%home-visit` are keys."""
    return _BETWEEN_WORDS.sub("_", bare(word))


def _is_sign(char: str) -> bool:
    return char.isascii() and not char.isalnum()


def is_jot(word: str) -> bool:
    """Whether the last word of a line makes it a jot: it ends in two dots, but not three."""
    return word.endswith("..") and not word.endswith("...") and not word.startswith(ESCAPE)


def read_minutes(word: str, position: int) -> int:
    """The minutes in `~5`. Refuses more than 24 hours."""
    digits = bare(word)
    if not digits.isdecimal():
        raise CaptureRefusal(
            f"“{shown(word)}” is not a number of minutes. Type it like ~5. {or_plain(word)}", position, word
        )
    if len(digits) > len(str(_LONGEST_MINUTES)) or int(digits) > _LONGEST_MINUTES:
        raise CaptureRefusal(
            f"“{shown(word)}” is more than a day; minutes go up to ~{_LONGEST_MINUTES}.", position, word
        )
    return int(digits)


def read_medium(word: str, position: int) -> Medium:
    """The medium whose key or label begins like `%pho`. Refuses a beginning that fits none or several."""
    return _one_of(Medium, word, position)


def read_visibility(word: str, position: int) -> Visibility:
    """The visibility whose key or label begins like `!share`. Refuses a beginning that fits none or several."""
    return _one_of(Visibility, word, position)


def read_kind(word: str, position: int) -> Kind:
    """The kind whose key or label begins like `&fam`. Refuses a beginning that fits none or several."""
    return _one_of(Kind, word, position)


def read_reason(word: str, position: int) -> NotMadeReason:
    """Why nobody was reached: the reason that begins like `-abs`. Refuses a beginning that fits none or several."""
    return _one_of(NotMadeReason, word, position)


def read_owner(word: str, position: int) -> Party:
    """Whose promise it is: the party that begins like `@stu`. Refuses a beginning that fits none or several."""
    return _one_of(OWNERS, word, position)


def read_person(word: str, position: int) -> NameToken:
    """A person of the student's family, as typed after `@`: who that is depends on the student."""
    text = word[1:].rstrip(_PUNCTUATION)
    return NameToken(text, position, position + len(word))


def _one_of(words: Iterable[W], word: str, position: int) -> W:
    typed = as_key(word)
    found = [one for one in words if one.startswith(typed) or one.label.replace(" ", "_").startswith(typed)]
    if len(found) == 1:
        return found[0]
    choices = either([f"{word[0]}{one.value}" for one in found or words])
    problem = f"“{shown(word)}” could be {choices}; type more of it" if found else f"“{shown(word)}” is not {choices}"
    raise CaptureRefusal(f"{problem}. {or_plain(word)}", position, word)


def either(choices: Sequence[str]) -> str:
    """`a, b or c`."""
    return " or ".join(filter(None, (", ".join(choices[:-1]), choices[-1])))


def or_plain(word: str) -> str:
    """A sentence saying how to type the word if it was not meant as a mark."""
    return f"Or type {ESCAPE}{shown(word)} to keep it as a plain word."


def shown(word: str) -> str:
    """A word to quote in a sentence, shortened if it is long."""
    return word if len(word) <= _SHOWN else f"{word[: _SHOWN - 1]}…"
