"""What people are called for short without anybody having entered it, by the list in nicknames.txt: Lizzy for Elizabeth, Маша for Мария."""

from functools import lru_cache
from pathlib import Path

from .ending import stems
from .spelling import spelled

_NOTHING: frozenset[str] = frozenset()
_LIST = Path(__file__).with_name("nicknames.txt")


@lru_cache(1)
def meanings() -> dict[str, frozenset[str]]:
    """Folded name → the other names whoever is called so may have: `kate` → katherine, `katherine` → kate."""
    text = _LIST.read_text(encoding="utf-8")
    lines = [one.partition(":") for one in text.split("\n") if one and not one.startswith("#")]
    sides = [
        ([spelled(one) for one in whole.split()], [spelled(one) for one in short.split()]) for whole, _, short in lines
    ]
    stands_in: dict[str, int] = {}
    for _, short in sides:
        for one in set(short):
            stands_in[one] = stands_in.get(one, 0) + 1
    found: dict[str, set[str]] = {}
    for whole, short in sides:
        for one in whole:
            found.setdefault(one, set()).update(short)
        for one in short:
            alone = short if stands_in[one] == 1 else ()  # Alex is not called Sandy, but Katie may be Kate
            found.setdefault(one, set()).update(whole, alone)
    return {name: frozenset(others - {name}) for name, others in found.items()}


@lru_cache(1)
def short_words() -> frozenset[str]:
    """All that stands in the list, and each in the plural: most words of a text are none of them."""
    return frozenset(word for name in meanings() for word in (name, f"{name}s"))


@lru_cache(1)
def _from_stems() -> dict[str, frozenset[str]]:
    """What is left of a nickname before an ending → the nicknames, in scripts whose names take endings: `маш` for `Маши`."""
    found: dict[str, set[str]] = {}
    for name in meanings():
        for stem in () if name.isascii() else stems(name):
            found.setdefault(stem, set()).add(name)
    return {stem: frozenset(names) for stem, names in found.items()}


def nicknames_from(stem: str) -> frozenset[str]:
    """The nicknames in other scripts of which that is left before an ending."""
    return _from_stems().get(stem, _NOTHING)
