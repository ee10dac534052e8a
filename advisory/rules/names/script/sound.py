"""How a name sounds in plain Latin letters, so that Мария, Maria and Mariya are found to be one name."""

import re
import unicodedata
from functools import lru_cache
from itertools import islice, product

from advisory.rules.names.finding import fold

from .kana import KANA, LONG
from .letters import CYRILLIC, GREEK
from .syllables import in_latin as korean_in_latin

_SAME = {
    "shch": "sh", "sch": "sh", "tch": "ch", "chr": "hr", "cz": "ch", "kh": "h", "gh": "g", "ph": "f", "th": "t", "ck": "k",
    "tz": "ts", "oo": "u", "ou": "u", "ee": "i", "x": "ks", "y": "i", "j": "i", "w": "v", "q": "k", "ch": "ch",
}  # fmt: skip
_PATTERN = re.compile("|".join(sorted(_SAME, key=len, reverse=True)))
_SOFT_C, _HARD_C = re.compile("c(?=[ei])"), re.compile("c(?!h)")
_CARONS = str.maketrans({"š": "sh", "č": "ch", "ž": "zh", "ć": "ch", "ś": "sh", "ż": "zh"})
_DOUBLED = re.compile(r"(.)\1+")
_SILENT = re.compile("(?<=[aeiou])h(?![aeiou])")
_ER = re.compile("(?<=[bdgkptf])er$")
_MOST = 48
"""The spellings in Latin letters that are tried for one name."""
_CYRILLIC_LETTERS, _GREEK_LETTERS = re.compile("[Ѐ-ӿ]"), re.compile("[α-ω]")
_HANGUL, _KANA = re.compile("[\u1100-\u11ff\uac00-\ud7af]"), re.compile("[\u3041-\u30ffー]+")
_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


@lru_cache(8192)
def sounded(key: str) -> str:
    """A word in Latin letters, folded, in the one spelling that the habits of romanizing share."""
    text = _PATTERN.sub(lambda found: _SAME[found[0]], key)
    text = _HARD_C.sub("k", _SOFT_C.sub("s", text))
    text = _SILENT.sub("", _DOUBLED.sub(r"\1", text)).replace("ie", "e")
    return _ER.sub("r", text)


def sounded_as_written(text: str, key: str) -> str:
    """The sound of a word of a text; letters with a caron are those of scholars and Slavic neighbors: Ševčenko."""
    if text.isascii():
        return sounded(key)
    with_marks = unicodedata.normalize("NFC", text).lower().translate(_CARONS)
    return sounded(fold(with_marks))


@lru_cache(8192)
def sounds_of(key: str) -> frozenset[str]:
    """How a folded word in Cyrillic, Greek, Hangul or kana may sound; nothing for other scripts."""
    if key.isascii():
        return frozenset()
    if _CYRILLIC_LETTERS.search(key):
        found = _spelled_out(key, CYRILLIC)
    elif _GREEK_LETTERS.search(key):
        found = _spelled_out(key, GREEK)
    elif _HANGUL.search(key):
        found = list(korean_in_latin(unicodedata.normalize("NFC", key)))
    elif _KANA.fullmatch(whole := unicodedata.normalize("NFC", key)):
        found = _spelled_out(whole.translate(_TO_HIRAGANA), KANA)
        found += [other for one in found for long, short in LONG if (other := one.replace(long, short)) != one]
    else:
        return frozenset()
    return frozenset(sound for one in found if (sound := sounded(one)) and sound.isascii())


def _spelled_out(key: str, letters: dict[str, tuple[str, ...]]) -> list[str]:
    """The ways to write a word letter for letter; the longest groups of letters first."""
    ways, at = [], 0
    longest = max(map(len, letters))
    while at < len(key):
        length = next((n for n in range(longest, 0, -1) if key[at : at + n] in letters), 0)
        ways.append(letters[key[at : at + length]] if length else (key[at],))
        at += length or 1
    return ["".join(one) for one in islice(product(*ways), _MOST)]
