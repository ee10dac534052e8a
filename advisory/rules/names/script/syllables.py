"""Korean syllables in Latin letters: by rule, and as families write their names."""

from collections.abc import Iterator
from itertools import islice, product

_FIRST = [
    "g|k",
    "kk",
    "n",
    "d|t",
    "tt",
    "r|l",
    "m",
    "b|p",
    "pp",
    "s",
    "ss",
    "-",
    "j|ch",
    "jj",
    "ch",
    "k",
    "t",
    "p",
    "h",
]
_VOWELS = [
    "a",
    "ae",
    "ya",
    "yae",
    "eo|u|o",
    "e",
    "yeo|you|yu",
    "ye",
    "o",
    "wa",
    "wae",
    "oe",
    "yo",
    "u",
    "wo|wu",
    "we",
    "wi",
    "yu",
    "eu|u",
    "ui|ee",
    "i",
]
_LAST = [
    "-",
    "k|g",
    "k",
    "k",
    "n",
    "n",
    "n",
    "t",
    "l",
    "l",
    "l",
    "l",
    "l",
    "l",
    "l",
    "l",
    "m",
    "p|b",
    "p",
    "t",
    "t",
    "ng",
    "t",
    "t",
    "k",
    "t",
    "p",
    "t",
]
_FIRST_CODE, _LAST_CODE = 0xAC00, 0xD7A3
_PER_VOWEL = len(_LAST)
_PER_FIRST = len(_VOWELS) * _PER_VOWEL
_FAMILIES = {
    "이": "lee yi rhee", "박": "park pak", "최": "choi choe", "김": "kim", "노": "noh roh", "류": "ryu yoo", "유": "yoo yu you",
    "임": "lim im", "양": "yang", "오": "oh", "우": "woo", "여": "yeo", "안": "ahn an", "나": "na ra", "구": "koo ku",
}  # fmt: skip
"""Family names that are hardly ever written by rule."""
_MOST = 64


def in_latin(name: str) -> Iterator[str]:
    """The ways to write a Korean name in Latin letters."""
    yield from _FAMILIES.get(name, "").split()
    ways = [_ways(syllable) for syllable in name]
    if all(ways):
        yield from ("".join(one) for one in islice(product(*ways), _MOST))


def _ways(syllable: str) -> list[str]:
    if not _FIRST_CODE <= ord(syllable) <= _LAST_CODE:
        return []
    first, rest = divmod(ord(syllable) - _FIRST_CODE, _PER_FIRST)
    vowel, last = divmod(rest, _PER_VOWEL)
    parts = (table[at].replace("-", "").split("|") for table, at in ((_FIRST, first), (_VOWELS, vowel), (_LAST, last)))
    return ["".join(one) for one in product(*parts)]
