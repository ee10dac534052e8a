"""Words that stand together and name the same student are one place in a text."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from advisory.rules.names.uncovered import Ids
from advisory.rules.names.word import Word, are_joined

from .known_names import Naming


class Place(NamedTuple):
    """Where a name stands, whose it may be, the key it was found by, whether it may be no name at all, and whether it reads so."""

    start: int
    end: int
    whose: Ids
    key: str
    is_doubtful: bool
    is_word: bool = False


def places_of(words: list[Word], named: list[Naming | None], text: str) -> Iterator[Place]:
    """The places of the names among the words, in order."""
    last: Place | None = None
    before: Word | None = None
    for word, naming in zip(words, named, strict=True):
        if naming is None or not naming.whose:
            before = None
            continue
        if last and before and naming.whose & last.whose and are_joined(before, word, text):
            doubtful, is_word = last.is_doubtful and naming.is_doubtful, last.is_word and naming.is_word
            last = Place(last.start, word.end, last.whose & naming.whose, last.key, doubtful, is_word)
        else:
            if last:
                yield last
            last = Place(word.start, word.end, *naming)
        before = word
    if last:
        yield last


def merged(places: Iterable[Place]) -> list[Place]:
    """The places in order, with overlapping ones made one."""
    found: list[Place] = []
    for place in sorted(places):
        if found and place.start < found[-1].end:
            one = found[-1]
            doubtful = one.is_doubtful and place.is_doubtful
            is_word = one.is_word and place.is_word
            found[-1] = Place(one.start, max(one.end, place.end), one.whose | place.whose, one.key, doubtful, is_word)
        else:
            found.append(place)
    return found
