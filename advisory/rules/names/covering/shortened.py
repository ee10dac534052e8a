"""Names cut short: `M.` and `M.O.`, `Okaf.`, `Theo` for Theodora, `Noah Lin.`, `noahlin`."""

from advisory.rules.names.reading.ordinary_word import LABELS, NO_NAMES, ORDINARY
from advisory.rules.names.reading.position import is_beginning, leader
from advisory.rules.names.word import Word

from .known_names import KnownNames, Naming

_CUT = 3
"""The letters from which on a word may be a name cut short."""
_WHOLE = 4
"""The letters of a first name from which on a family name may follow without a space."""
_CUT_OFF = {".", "…", "'", "’"}
"""What stands after a word that was cut short, wherever that stands."""


def named_by_letter(known: KnownNames, words: list[Word], at: int, text: str) -> Naming | None:
    """`M.` for Maya, `M.O.` for Maya Okafor; not the letter of `plan B.` or the reader's own."""
    word = words[at]
    if len(word.key) != 1 or not (word.has_case and word.is_capital) or text[word.end : word.end + 1] != ".":
        return None
    around = [words[n] for n in (at - 1, at + 1) if 0 <= n < len(words) and len(words[n].key) == 1]
    close = [one for one in around if one.has_case and one.is_capital and abs(one.start - word.start) <= _CUT]
    whose = known.parts.of(word.key)
    before = leader(words, at, text)
    if close:
        whose &= known.parts.of(close[0].key)
    elif word.key == "i" or before in LABELS or (word.key in known.own.parts and before in known.own.firsts):
        return None
    return known.doubtful(whose, word.key)


def named_by_beginning(known: KnownNames, words: list[Word], at: int, text: str) -> Naming | None:
    """`Okaf.` for Okafor, `Theo` for Theodora, `noahlin` for Noah Lindqvist."""
    word = words[at]
    key = word.key
    if len(key) < _CUT or not word.has_case or NO_NAMES & {key, word.text.lower()}:
        return None
    if glued := _glued(known, word):
        return glued
    is_cut = text[word.end : word.end + 1] in _CUT_OFF
    if not word.is_capital or (not is_cut and is_beginning(text, word.start)):
        return None
    if any(own.startswith(key) for own in known.own.words):
        return None
    names = known.words_from(key)
    whose = frozenset(one for name in names for one in (known.words if is_cut else known.firsts).of(name))
    return known.doubtful(whose, key)


def _glued(known: KnownNames, word: Word) -> Naming | None:
    """A first name with the beginning of the family name right after it."""
    for length in range(_WHOLE, len(word.key)):
        first = word.key[:length]
        if first in known.firsts and (word.is_capital or (length + _CUT <= len(word.key) and first not in ORDINARY)):
            whose = frozenset(one for name in known.joined_from(word.key) for one in known.joined[name])
            if naming := known.doubtful(whose & known.firsts[first], word.key):
                return naming
    return None


def is_initial(word: Word, text: str) -> bool:
    """Whether a single letter beside a name is one of its initials, and not the word I or A."""
    return word.is_capital and (word.key not in {"a", "i"} or text[word.end : word.end + 1] == ".")
