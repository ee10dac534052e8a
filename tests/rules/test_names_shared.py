"""Names made ready once for all readers cover, for each, exactly what names made ready for that one reader would."""

from random import Random

import pytest
from examples import some
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from name_corpus import ARABIC, HAN, HANGUL, HEBREW, SENTENCES, everybody
from record_case import make
from simply_known import simply

from advisory.model import Student
from advisory.rules.names.covering.every_name import EveryName
from advisory.rules.names.covering.other_names import OtherNames
from advisory.rules.names.covering.others import Others
from advisory.rules.names.finding import name_parts
from advisory.rules.names.script.sound import sounds_of
from advisory.rules.names.uncovered import as_ticked, in_lower_case

_PAIRS = [
    *everybody(),
    *(
        (given, family)
        for given in ("Elizabeth", "Lizzy", "Kate", "Aña", "Ana", "J")
        for family in ("Peña", "Pena", "Ng")
    ),
    *((given, family) for given, family in (one.rsplit(" ", 1) for one in (*HAN, *HANGUL, *ARABIC, *HEBREW) * 3)),
]
_WAYS = (
    str, str, str.lower, str.upper, lambda name: f"{name}s", lambda name: f"{name}'s", lambda name: f"{name[:4]}.",
    lambda name: f"{name[:1]}.", lambda name: name.replace(" ", ""), lambda name: f"{name}у", lambda name: f"{name}에게",
    lambda name: next(iter(sorted(sounds_of(name.lower()))), name).title(), " ".join,
)  # fmt: skip
_SENTENCES = [*SENTENCES, "{} and {}", "{}的{}", "{} B. and {}", "with {} {}.", "{}{}"]


def _roster(chance: Random, largest: int) -> list[Student]:
    """Students of few names, so that many share one, in several scripts, some with a nickname or how to say the name."""
    pool = chance.sample(_PAIRS, 4)
    return [
        make(
            Student,
            number,
            given_name=chance.choice(pool)[0],
            family_name=chance.choice(pool)[1],
            preferred_name=chance.choice(("", "", "Liz", "Kit", pool[0][0])),
            pronounce=chance.choice(("", "", "YOO-tong")),
        )
        for number in range(1, chance.randint(1, largest) + 1)
    ]


def _text(chance: Random, named: list[Student]) -> str:
    """Two sentences with their names, written in all the ways."""
    text = ". ".join(chance.choices(_SENTENCES, k=2))
    while "{}" in text:
        one, way = chance.choice(named), chance.choice(_WAYS)
        called = (one.given_name, one.family_name, one.full_name, one.preferred_name or one.given_name)
        text = text.replace("{}", way(chance.choice(called)), 1)
    return text


@given(st.integers(0, 2**32))
@settings(max_examples=some(60))
def test_every_reader_sees_what_names_made_for_them_alone_would_cover(seed: int) -> None:
    chance = Random(seed)
    students = _roster(chance, 6)
    earlier = [replace(one, id=chance.choice(students).id) for one in _roster(chance, 4)]
    everyone = [*students, *earlier]
    word = chance.choice(name_parts(chance.choice(everyone)))
    key = chance.choice((word, in_lower_case(word), as_ticked(word)))
    uncovered = {key: {"", *(one.id for one in chance.choices(students, k=3))}}
    every, texts = EveryName(everyone), [_text(chance, everyone) for _ in range(3)]
    for reader in students:
        own = set(name_parts(reader))
        strangers = [replace(one, id="") for one in earlier if one.id == reader.id and own.isdisjoint(name_parts(one))]
        shared, alone = (
            OtherNames(reader, every, uncovered, strangers),
            simply(reader, [*everyone, *strangers], uncovered),
        )
        for text in texts:
            assert shared.places(text) == alone.places(text)


def test_what_only_the_reader_is_called_is_nobody_elses_name() -> None:
    every = {key: frozenset(ids.split()) for key, ids in {"ann": "s1", "ben": "s1 s2", "cy": "s2", "di": "s1"}.items()}
    others = Others(every, "s1", {"di": frozenset({"gone"})})
    assert dict(others) == {"ben": {"s2"}, "cy": {"s2"}, "di": {"gone"}}
    assert (
        len(others),
        bool(others),
        bool(Others(every, "s2", {})),
        bool(Others({"ann": frozenset({"s1"})}, "s1", {})),
    ) == (3, True, True, False)
    for key in ("ann", "eve"):
        assert key not in others
        assert others.of(key) == frozenset()
        with pytest.raises(KeyError):
            others[key]
