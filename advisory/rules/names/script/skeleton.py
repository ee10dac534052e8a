"""Arabic and Hebrew names in Latin letters: their consonants agree, and the long vowels they write stand between them."""

import re
from functools import lru_cache

_SHORT = "[aeiou]{0,2}"
_SOUNDS = {
    **dict.fromkeys("بב", "b|v"), **dict.fromkeys("تطתט", "t|th"), "ث": "th|t|s", **dict.fromkeys("جג", "j|g|dj"),
    **dict.fromkeys("حהه", "h"), "ח": "h|ch", "خ": "kh|h|ch", **dict.fromkeys("دضד", "d|dh"), "ذ": "dh|z|d", **dict.fromkeys("رר", "r"),
    **dict.fromkeys("زظז", "z"), **dict.fromkeys("سصס", "s"), "ش": "sh|ch", "ש": "sh|s", "צ": "tz|ts|z", "غ": "gh|g",
    **dict.fromkeys("فפ", "f|ph|p"), **dict.fromkeys("قק", "q|k|c|g"), **dict.fromkeys("كכ", "k|c|ch|kh"), **dict.fromkeys("لל", "l"),
    **dict.fromkeys("مמ", "m"), **dict.fromkeys("نנ", "n"),
}  # fmt: skip
_LONG = {
    **dict.fromkeys("ا", "a|aa|e"), **dict.fromkeys("ىא", "a|aa|e|ee|ea|o|"), **dict.fromkeys("عءئؤע", "a|aa|i|e|o|u|"),
    **dict.fromkeys("وו", "ou|oo|u|o|[ae]?[wv]|au|ow"), **dict.fromkeys("يי", "i|ee|[ae]?y[aeou]?|e|ai|ei|ie|iy|yi|ia"),
}  # fmt: skip
_LAST = {"ه": "a|ah|at|e|eh|h", "ה": "a|ah|e|eh|h"}
_FIRST = {
    "ا": "a|e|i|o|u",
    "א": "a|e|i|o|u",
    "ع": "a|e|i|o|u",
    "ע": "a|e|i|o|u",
    "י": "y|i|j",
    "ي": "y|i",
    "ו": "v|w",
    "و": "w|v|ou",
}
_LETTERS = re.compile("[\u05d0-\u05ea\u0621-\u064a]{3,}")
COMMON = frozenset(
    [
        "able",
        "also",
        "amen",
        "are",
        "else",
        "hear",
        "here",
        "hire",
        "home",
        "human",
        "image",
        "immune",
        "like",
        "lucky",
        "make",
        "many",
        "mere",
        "mine",
        "more",
        "most",
        "name",
        "noon",
        "nor",
        "same",
        "share",
        "shire",
        "shore",
        "some",
        "soon",
        "sure",
        "the",
        "then",
        "there",
        "these",
        "those",
        "true",
        "use",
        "used",
        "very",
        "was",
        "were",
    ]
)
"""English words with the consonants of such names."""
_SERVANT, _ABD = "عبد", "abd(?:[aeiou][a-z]?)?"
"""What many Arabic names begin with; the article after it is written in many ways: Abdul, Abdel, Abdur."""
_FEWEST = 3
"""The letters a name must have: דן is too short to tell from another word."""


@lru_cache(4096)
def pattern_of(key: str) -> re.Pattern[str] | None:
    """What a folded Arabic or Hebrew word is in Latin letters; None for a word too short, and for other scripts."""
    if len(key) < _FEWEST or not _LETTERS.fullmatch(key):
        return None
    if key.startswith(_SERVANT + "ال") and len(key) > len(_SERVANT) + _FEWEST:
        rest = pattern_of(key[len(_SERVANT) + 2 :])
        return rest and re.compile(f"{_ABD}{rest.pattern}")
    if key == _SERVANT:
        return re.compile(_ABD)
    parts = []
    for at, letter in enumerate(key):
        if at == 1 and letter == "ا" and key[0] in _FIRST:
            continue  # `عا` is one vowel
        if at == 0 and letter in _FIRST:
            part = f"(?:{_FIRST[letter]}){_SHORT}"
        elif at == len(key) - 1 and letter in _LAST:
            part = f"(?:{_LAST[letter]})"
        elif letter in _LONG:
            part = f"(?:{_LONG[letter]})"
        else:
            is_before_vowel = at < len(key) - 1 and key[at + 1] not in _LONG
            part = f"(?:{_twice(_SOUNDS.get(letter, letter))}){_SHORT if is_before_vowel else ''}"
        parts.append(part)
    return re.compile("".join(parts))


def _twice(sounds: str) -> str:
    return "|".join(f"{one}{{1,2}}" if len(one) == 1 else one for one in sounds.split("|"))


def first_letters(key: str) -> frozenset[str]:
    """The Latin letters such a word may begin with: what it is looked up by."""
    sounds = _FIRST.get(key[0]) or _SOUNDS.get(key[0], "")
    return frozenset(sound[0] for sound in sounds.split("|") if sound)
