"""Where a word stands: at the beginning of a sentence, among words in capitals, before or after which other word."""

import re

from advisory.rules.names.word import Word

_BEFORE_CAPITAL = " \t\u00a0“”„\"'«»(‘[{•*–—-#@>"
"""What may stand between the end of a sentence and the next one, or before any word that begins with a capital."""
_ENDS = ".!?…:;\n。！？¿¡"
_OPENS = '“”„"«»([{•*–—>'
"""After these a word may have its capital only because of where it stands."""
_SENTENCE = re.compile(r"(?:^|[.!?…\n])[\s“”\"'(•–—-]*$")
_FAR = 40
"""How far back the beginning of a sentence is looked for."""


def is_beginning(text: str, start: int) -> bool:
    """Whether a word there would have a capital in any case."""
    at = start - 1
    while at >= 0 and text[at] in _BEFORE_CAPITAL:
        if text[at] in _OPENS:
            return True
        at -= 1
    return at < 0 or text[at] in _ENDS


def begins_sentence(text: str, start: int) -> bool:
    """Whether words put in there need a capital."""
    near = text[max(0, start - _FAR) : start]
    return bool(_SENTENCE.search(near)) and (start <= _FAR or bool(near.strip()))


def follower(words: list[Word], at: int, text: str) -> str:
    """The next word in lower case, if just a space stands between; otherwise ""."""
    return words[at + 1].key if at + 1 < len(words) and _is_space(text[words[at].end : words[at + 1].start]) else ""


def leader(words: list[Word], at: int, text: str) -> str:
    """The word before in lower case, if just a space stands between; otherwise ""."""
    return words[at - 1].key if at and _is_space(text[words[at - 1].end : words[at].start]) else ""


def _is_space(between: str) -> bool:
    return bool(between) and not between.strip(" \u00a0")


def is_among_capitals(words: list[Word], at: int) -> bool:
    """Whether the words around are in capitals too, so that a capital tells nothing."""
    if not words[at].is_shouted:
        return False
    around = [word for word in words[max(0, at - 3) : at + 4] if len(word.key) > 1 and word.has_case]
    return len(around) > 1 and all(word.is_shouted for word in around)
