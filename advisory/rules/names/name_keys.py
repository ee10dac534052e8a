"""What a text may call a student: every word of the names and every way to write them together, as keys to look up."""

import re
import unicodedata
from functools import lru_cache
from itertools import permutations, product
from typing import NamedTuple

from .ending import KOREAN, stems
from .finding import Named
from .reading.ordinary_word import ORDINARY, PARTICLES
from .script.skeleton import first_letters, pattern_of
from .script.sound import sounded, sounds_of
from .spelling import spelled, spellings
from .word import UNSPACED, words_of

_HANGUL = re.compile("[\uac00-\ud7af]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30f6ー]{2,}")
_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_TO_HIRAGANA = {katakana: hiragana for hiragana, katakana in _TO_KATAKANA.items()}
_IDEOGRAPH = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LONG = 5
"""A first letter and a family name, as in `mokafor`, are a name from this many letters on."""


_INITIALS = {"i": "iyj", "h": "hk", "k": "kc", "e": "ey", "f": "fp", "v": "vw", "d": "d", "u": "uo"}
"""The first letter of a sound, and those that it may be written with."""
_SAID, _SPOKEN = 2, re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class NameKeys(NamedTuple):
    """The keys of one student's names."""

    words: frozenset[str]
    """Each word that is a name by itself."""
    joined: frozenset[str]
    """Several words of the names written as one: `annemarie`, `mayaokafor`."""
    stems: frozenset[str]
    """The beginnings of words that take an ending, as `анн` for `Анны`."""
    handles: frozenset[str]
    """A login: a name and the first letter of the other, `mokafor`, `okaform`, `mayao`."""
    parts: frozenset[str]
    """Every word, with the small ones and the first letters: what may stand beside a name and belong to it."""
    firsts: frozenset[str]
    """The words of the names they are called by."""
    families: frozenset[str]
    """What a family name may be cut short from: each of its words, and all of them."""
    sounds: frozenset[str]
    """How the names in other scripts sound, and those of which was entered how to say them."""
    sound_stems: frozenset[str]
    """What is left of those before an ending."""
    unvoweled: frozenset[str]
    """The names in scripts that write few vowels."""
    forms: frozenset[str]
    """Each word in lower case, with its accents."""
    inside: frozenset[str]
    """What is looked for inside words: names in scripts without spaces, and those made of symbols."""


def keys_of(student: Named) -> NameKeys:
    """The keys of a student's names."""
    return _keys(student.preferred_name, student.given_name, student.family_name, getattr(student, "pronounce", ""))


@lru_cache(4096)
def _keys(preferred: str, given: str, family: str, pronounce: str) -> NameKeys:
    called = [name for name in (preferred, given) if name.strip()]
    split = {name: [word.text for word in words_of(name, at_capitals=False)] for name in (*called, family)}
    wholes = {name: set(spellings("".join(words))) - {""} for name, words in split.items()}
    words, joined, parts = set[str](), set[str](), set[str]()
    for name, pieces in split.items():
        for piece in pieces:
            known = set(spellings(piece))
            parts |= known
            if _is_alone(piece, pieces, is_family=name == family):
                words |= known
        for at in range(len(pieces)):
            for end in range(at + 2, len(pieces) + 1):
                if any(
                    _is_alone(piece, pieces, is_family=name == family) for piece in pieces[at:end]
                ) or end - at == len(pieces):
                    joined.update(spellings("".join(pieces[at:end])))
    for name in called:
        for one, two in product(wholes[name], wholes[family]):
            joined |= {one + two, two + one}
    said = _said(pronounce)
    joined |= said
    foreign = [key for key in (*words, *joined) if not key.isascii()]
    sounds = frozenset(sound for key in foreign for sound in sounds_of(key)) | frozenset(map(sounded, said))
    firsts = {key for name in called for piece in split[name] for key in spellings(piece)}
    families = {key for piece in split[family] for key in spellings(piece) if len(key) > 1} | wholes[family]
    letters = {spelled(name.strip()[:1]) for name in (*called, family) if name.strip()} - {""}
    letters |= {letter for key in (*firsts, *families) if not key.isascii() for letter in _first_letters(key)}
    return NameKeys(
        words=frozenset(words),
        joined=frozenset(joined),
        stems=frozenset(stem for key in (*words, *joined) for stem in stems(key)) - words,
        handles=frozenset(key for name in called for key in _logins(name, family, wholes)),
        parts=frozenset(parts | letters | ({"al", "el"} if "ال" in family else set())),
        firsts=frozenset(firsts),
        families=frozenset(families),
        sounds=sounds,
        sound_stems=frozenset(stem for sound in sounds for stem in stems(sound)) - sounds,
        unvoweled=frozenset(
            key for key in (*words, *(one for whole in wholes.values() for one in whole)) if pattern_of(key)
        ),
        forms=frozenset(exactly(piece) for pieces in split.values() for piece in pieces),
        inside=frozenset(_inside((*called, family))),
    )


def _first_letters(key: str) -> set[str]:
    """The letters that may stand for a name in another script, where it is in Latin ones: `Masha K.`."""
    found = {letter for sound in sounds_of(key) for letter in _INITIALS.get(sound[0], sound[0])}
    found |= {"x" for sound in sounds_of(key) if sound.startswith("ks")}
    return found | (first_letters(key) if pattern_of(key) else set())


def _said(pronounce: str) -> set[str]:
    """What was entered for how to say the name, `YOO-tong`, where that is a word or two and no sentence."""
    said = pronounce.split()
    if len(said) > _SAID or not all(_SPOKEN.fullmatch(one) for one in said):
        return set()
    keys = {spelled(one.replace("-", "")) for one in said}
    return {key for key in keys if len(key) >= _LONG - 1 and key not in ORDINARY}


def exactly(text: str) -> str:
    """A word in lower case with its accents: what tells Aña from Ana."""
    return unicodedata.normalize("NFC", text).lower()


def _logins(given: str, family: str, wholes: dict[str, set[str]]) -> set[str]:
    """A long name with the first letter of the other, as schools make logins."""
    g, f = spelled(given.strip()[:1]), spelled(family.strip()[:1])
    families = {whole for whole in wholes[family] if g and len(whole) >= _LONG - 1}
    firsts = {whole for whole in wholes[given] if f and len(whole) >= _LONG - 1}
    return {g + one for one in families} | {one + g for one in families} | {one + f for one in firsts}


def _is_alone(piece: str, pieces: list[str], *, is_family: bool) -> bool:
    """Whether a word is a name by itself: not the `de la` of a longer name, nor a letter among other words."""
    if len(pieces) == 1:
        return True
    key = spelled(piece)
    if len(key) == 1 and not UNSPACED.match(piece):
        return False
    is_small = key in PARTICLES and (is_family or piece.islower())
    return not is_small or all(spelled(one) in PARTICLES for one in pieces)


def _inside(names: tuple[str, ...]) -> set[str]:
    """Names in the forms in which they are looked for inside words."""
    words = [word for name in names for word in name.split()]
    whole = ["".join(f"{one}{two}".split()) for one, two in permutations(names, 2)]
    found = {word for word in (*words, *whole) if _is_inside(word)}
    kana = {word for word in found if _KANA.fullmatch(word)}
    found |= {word.translate(table) for word in kana for table in (_TO_KATAKANA, _TO_HIRAGANA)}
    return {form for word in found for form in (word, *(unicodedata.normalize(way, word) for way in ("NFC", "NFD")))}


def _is_inside(word: str) -> bool:
    """Whether a name is in a script without spaces, or made of symbols; the `-` typed for a missing name is nobody's."""
    if any(map(str.isalnum, word)):
        return bool(UNSPACED.search(word) or _HANGUL.search(unicodedata.normalize("NFC", word)))
    return not all(unicodedata.category(character).startswith("P") for character in word)


def pattern_inside(word: str) -> str:
    """Where such a name may stand: anywhere, but one Korean syllable only by itself or with an ending."""
    one = unicodedata.normalize("NFC", word)
    if len(one) == 1 and _HANGUL.match(one):
        endings = "|".join(sorted(KOREAN, key=len, reverse=True))
        return f"(?<![\uac00-\ud7af]){re.escape(word)}(?=(?:{endings})?(?![\uac00-\ud7af]))"
    is_letter = len(one) == 1 and one.isalnum() and not _IDEOGRAPH.match(one)
    return rf"(?<!\w){re.escape(word)}(?!\w)" if is_letter else re.escape(word)
