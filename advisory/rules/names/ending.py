"""The endings and attached small words with which languages use a name: `Maya's` is Maya, `Ивана` is Иван."""

import re
from collections.abc import Iterator

from .word import Word


def _endings(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SIMPLE = _endings("s es")
"""English, German and Scandinavian: the endings that also follow a name in lower case."""
_LATIN = _SIMPLE | _endings(
    # Polish, Czech, Slovak, Slovene, Croatian, Latvian, Lithuanian
    "a u y i e o ie zie os em om im am ou ej owi ovi ewi evi owie iem iemu ii iej in ina inu iny ino inej inych ow ova ovy ove ovo "
    "ovu ami ach ama ima oj ju ui ai ams ems ais iui io ic icek ka ki ce ku"
    # Finnish, Estonian
    " n an en on un nn ta lla lle lta ssa sta ksi na tta illa ille ilta issa ista iin hin seen han hen ni nsa l le lt st ga ks"
    # Hungarian
    " t at et ot k nak nek val vel hoz hez tol tel rol rel bol bel ban ben ba be ra re ert ek ok ja je ne nal"
    # Turkish, Azerbaijani, Uzbek, Kazakh
    " nin nun yi yu ya ye da de te dan den tan ten la yla yle lar ler lara lere larin lerin ci siz ca ce ning ni ga di"
    # Basque, Albanian, Romanian, Indonesian, Icelandic, Quechua
    " ego iego eho emu ich ych ym im imi ymi ren ri rekin k gatik ekin it ut ei ului lui nya ku mu lah kah pun ar ur um wan man pi manta ngi"
)
_CYRILLIC = _SIMPLE | _endings(
    "а у ом ем е ы и о ою ею ою я ю ь ов ев ова ева ове еви ови ам ами ах ям ями ях ин ина ину ины ино инои инои ои еи иои "
    "ем ию ии ия иа ич ка ки ку кои ко ек ик енька та то т от ат ен ым ыми ых им ими их ого ому ую і ів ові еві ію ією ею єю "
    "дың дің ның нің тың тің ға ге қа ке да де те дан ден тан тен нан нен мен бен пен ды ді ны ні ты ті ая яя юю"
)
_GREEK = _SIMPLE | _endings("α ας ασ η ησ ο οσ ου ε ι ισ ων ουσ οι α ια ιασ ιου ιο εσ")
KOREAN = _endings(
    "은 는 이 가 을 를 의 와 과 도 만 랑 이랑 하고 에게 한테 께 아 야 이는 이가 이를 이의 이와 이도 씨 씨는 씨가 씨의 군 양 님 쌤 네 로 으로"
)
_DROPPED = "aeiouyаеиоуыьяюіїєαεηιουω"
"""Last letters that give way to an ending: `Анна` becomes `Анны`."""
_FALLEN = {"os", "as", "es", "is", "us", "ασ", "ησ", "οσ", "ис"}
"""Last two letters that give way to an ending: `Γιώργος` becomes `Γιώργου`, `Jonas` becomes `Jonui`."""
_FLEETING = re.compile(r"[eеёо](?=[бвгдзклмнпрстфхцчшcklnrtw]$)")
"""A vowel that disappears when an ending follows: `Павел` becomes `Павла`, `Marek` becomes `Marka`."""
_SOFTENED = {
    "ka": ("c",), "ga": ("dz", "z"), "ha": ("z", "s"), "ta": ("c",), "ra": ("rz",), "ка": ("ц",), "га": ("з",), "ха": ("с",),
}  # fmt: skip
"""The last letters of a name, and what they become before an ending: `Olga` becomes `Oldze`, `Eliška` becomes `Elišce`."""
_DOUBLED = re.compile(r"([kpt])\1(?=[aeiouy]$)")
"""What Finnish and Estonian halve before an ending: `Mikko` becomes `Mikon`."""
_LATIN_LETTERS, _CYRILLIC_LETTERS, _GREEK_LETTERS = (
    re.compile("[a-z]"),
    re.compile("[а-яёіїєґђјљњћџў]"),
    re.compile("[α-ω]"),
)
_HANGUL = re.compile("[\u1100-\u11ff]")
_PREFIX = re.compile(r"[ובלכמשה]{1,3}|[وفبلك]|[وفبلك]?ال|لل|[وف][بلك]ال|[وف]لل|[وف][بلك]|የ?[ከለበስየእ]|እነ|ስለ|ወደ|የእነ")
"""Small words that Hebrew, Arabic and Amharic attach to the name after them."""
_LONGEST_PREFIX, _LONGEST_ENDING, _LONGEST_FREE = 4, 6, 5
_SHORTEST = 3
"""The letters a name must have before anything is looked for after it."""
_MANY = 4


def _endings_of(key: str) -> frozenset[str] | None:
    """The endings of the script; None for a script whose endings are taken as they come."""
    first = key[0]
    if _LATIN_LETTERS.match(first):
        return _LATIN
    if _CYRILLIC_LETTERS.match(first):
        return _CYRILLIC
    return _GREEK if _GREEK_LETTERS.match(first) else None


def inflected(word: Word) -> Iterator[tuple[str, str]]:
    """What the word may be a name plus an ending of: the name, or its stem, and the ending; the longest name first."""
    key = word.key
    endings = _endings_of(key)
    if endings is None:
        yield from _free(key)
        return
    for length in range(len(key) - 1, max(_SHORTEST - 1, len(key) - _LONGEST_ENDING) - 1, -1):
        ending = key[length:]
        is_plain = ending in _SIMPLE or len(ending) > 1 or endings is _CYRILLIC
        fewest = _SHORTEST if ending == "s" else _MANY if is_plain else _MANY + 1  # `lines` is no form of Lin
        least = _SHORTEST - 1 if word.is_capital else fewest
        if length >= least and ending in endings:
            yield key[:length], ending
    if len(key) > _MANY + 1 and key[-2:] in {"al", "el"} and key[-3] == key[-4]:
        yield key[:-3], key[-3:]  # Hungarian doubles the last letter: `Márkkal`


def _free(key: str) -> Iterator[tuple[str, str]]:
    """A word of a script without capitals, without what may be attached before or after."""
    starts = [0, *(n for n in range(1, _LONGEST_PREFIX + 1) if _PREFIX.fullmatch(key[:n]))]
    for start in starts:
        rest = key[start:]
        if start and len(rest) > 1:
            yield rest, ""
        if _HANGUL.match(key):
            continue
        for length in range(len(rest) - 1, max(_SHORTEST, len(rest) - _LONGEST_FREE) - 1, -1):
            yield rest[:length], rest[length:]


def stems(key: str) -> set[str]:
    """What is left of a name before an ending, where its last letters give way, change, or a vowel disappears."""
    if len(key) < _SHORTEST or _endings_of(key) is None:
        return set()
    found = set()
    if key[-1] in _DROPPED:
        found.add(key[:-1])
        if len(key) > _MANY and key[-2] in _DROPPED:
            found.add(key[:-2])
    if len(key) > _SHORTEST:
        found |= {key[:-2] + soft for soft in _SOFTENED.get(key[-2:], ())}
    if len(key) > _MANY:
        if key[-2:] in _FALLEN:
            found.add(key[:-2])
        found |= {_FLEETING.sub("", key), _DOUBLED.sub(r"\1", key)} - {key}
    return {stem for stem in found if len(stem) >= _SHORTEST - 1}
