"""Words that stand together and name the same student are one place, and places that overlap are one."""

from advisory.rules.names.covering.known_names import Naming
from advisory.rules.names.covering.runs import Place, merged, places_of
from advisory.rules.names.uncovered import NOBODY
from advisory.rules.names.word import words_of

MAYA, BEN, BOTH = frozenset({"s1"}), frozenset({"s2"}), frozenset({"s1", "s2"})
SURE, DOUBTFUL, WORD = (False, False), (True, False), (True, True)
"""Whether a name is in doubt, and whether it reads as a word."""


def found(text, *named):
    """The places of words that name these, each with whether it is in doubt and a word; None names nobody."""
    namings = [None if one is None else Naming(one[0], f"key {at}", *one[1]) for at, one in enumerate(named)]
    return [(text[place.start : place.end], *place[2:]) for place in places_of(words_of(text), namings, text)]


def test_a_run_is_whose_all_its_words_are_and_as_sure_as_the_surest():
    for first, second, either in (
        (SURE, SURE, SURE), (SURE, DOUBTFUL, SURE), (DOUBTFUL, SURE, SURE), (DOUBTFUL, DOUBTFUL, DOUBTFUL),
        (WORD, WORD, WORD), (WORD, DOUBTFUL, DOUBTFUL), (DOUBTFUL, WORD, DOUBTFUL), (WORD, SURE, SURE),
    ):  # fmt: skip
        assert found("Maya Okafor", (BOTH, first), (MAYA, second)) == [("Maya Okafor", MAYA, "key 0", *either)]
        overlapping = Place(0, 4, MAYA, "a", *first), Place(3, 9, BEN, "b", *second)
        assert merged(overlapping) == merged(overlapping[::-1]) == [Place(0, 9, BOTH, "a", *either)]


def test_a_run_ends_at_another_student_a_word_that_names_nobody_and_a_sign():
    sure = MAYA, SURE
    assert found("Maya Ben", sure, (BEN, SURE)) == [("Maya", MAYA, "key 0", *SURE), ("Ben", BEN, "key 1", *SURE)]
    for text, named in (
        ("Maya saw Maya", (sure, None, sure)), ("Maya X Maya", (sure, (NOBODY, SURE), sure)), ("Maya; a. Maya", (sure, None, sure)),
    ):  # fmt: skip
        assert found(text, *named) == [("Maya", MAYA, "key 0", *SURE), ("Maya", MAYA, "key 2", *SURE)]
    assert found("Maya. Maya", sure, sure) == [("Maya", MAYA, "key 0", *SURE), ("Maya", MAYA, "key 1", *SURE)]
    assert found("she came", None, None) == []


def test_places_side_by_side_stay_apart_and_one_inside_another_goes_into_it():
    one, beside, inside = Place(0, 4, MAYA, "a", *SURE), Place(4, 6, BEN, "b", *SURE), Place(1, 3, BEN, "c", *SURE)
    assert merged([beside, one]) == [one, beside]
    assert merged([one, inside]) == [Place(0, 4, BOTH, "a", *SURE)]
    assert merged([]) == []
