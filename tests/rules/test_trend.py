"""The trend of one target: bars, numbers and words, and that nothing is ever said of several targets at once."""

import inspect
import re
from datetime import timedelta
from itertools import pairwise
from types import ModuleType

import pytest
from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st
from record_case import TODAY, make

from advisory.exchange.tables.evidence import rows
from advisory.model import CognitiveInsight, Evidence
from advisory.model.words import Independence, Level
from advisory.rules.learning import trend
from advisory.rules.learning.trend import (
    BARS,
    LAST,
    TargetError,
    Trend,
    bars,
    by_target,
    derive_trend,
    describe_piece,
    describe_steps,
    distinct_steps,
    independence,
    levels,
    numbers,
)
from advisory.rules.overview.summary import StudentFile, Summary
from advisory.rules.partnership.stage_gate import Gate

WAY = tuple(Independence)


def seen(
    number: int = 1, *, ago: int = 0, level: Level | None = Level.NOT_YET, alone: Independence | None = WAY[0], **fields
):
    fields = {"pact": "g0000001", "target": "I can", **fields}
    return make(Evidence, number, seen_on=TODAY - timedelta(days=ago), level=level, independence=alone, **fields)


THREE = [
    seen(3, ago=2, level=Level.GETTING_THERE, alone=Independence.CHECKS_AFTER, target="I can say why"),
    seen(1, ago=20, level=Level.NOT_YET),
    seen(2, ago=9, level=Level.NOT_YET, alone=Independence.WITH_PROMPTS),
]


def test_it_is_told_from_the_oldest_to_the_newest_in_bars_numbers_and_words():
    told = derive_trend(THREE)
    assert [piece.id for piece in told.pieces] == ["e0000001", "e0000002", "e0000003"]
    assert told.target == "I can say why"
    assert (bars(told), numbers(told)) == ("▂▂▅", "1 1 3 of 4")
    assert describe_steps(levels(told)) == "not yet → getting there"
    assert describe_steps(independence(told)) == "with you → with prompts → you checked after"
    assert [step.on for step in distinct_steps(levels(told))] == [TODAY - timedelta(days=20), TODAY - timedelta(days=2)]


def test_of_a_long_trend_the_last_bars_are_drawn_and_the_words_tell_all_of_it():
    told = derive_trend(seen(n, ago=30 - n, level=Level.THERE if n > 1 else Level.BEGINNING) for n in range(1, 11))
    assert (len(bars(told)), numbers(told)) == (LAST, "4 4 4 4 4 4 of 4")
    assert describe_steps(levels(told)) == "beginning → there"


def test_what_nobody_said_is_left_out_and_none_is_made_up():
    silent, alone = seen(1, ago=9, level=None, alone=None), seen(2, ago=5, level=None, alone=Independence.ON_OWN)
    told = derive_trend([silent])
    assert (levels(told), independence(told), bars(told), numbers(told), describe_piece(silent)) == ([], [], "", "", [])
    told = derive_trend([silent, alone, seen(3, level=Level.THERE, alone=None)])
    assert (bars(told), numbers(told)) == ("▇", "4 of 4")
    assert (describe_steps(levels(told)), describe_steps(independence(told))) == ("there", "on their own")
    assert describe_piece(alone) == ["on their own"]


def test_each_level_has_a_bar_of_its_own_and_higher_ones_stand_higher():
    assert list(BARS) == list(Level)
    assert list(BARS.values()) == sorted(set(BARS.values()))


@given(st.lists(st.tuples(st.integers(0, 90), st.sampled_from(Level), st.sampled_from(Independence)), min_size=1))
def test_every_piece_is_in_the_series_and_the_words_never_say_the_same_twice(drawn):
    told = derive_trend(seen(n, ago=ago, level=level, alone=alone) for n, (ago, level, alone) in enumerate(drawn, 1))
    for steps in (levels(told), independence(told)):
        assert len(steps) == len(drawn)
        assert [step.on for step in steps] == sorted(step.on for step in steps)
        kept = distinct_steps(steps)
        assert (kept[0], kept[-1].word) == (steps[0], steps[-1].word)
        assert all(one.word != other.word for one, other in pairwise(kept))


# --- no average of a student (see also test_no_average) --------------------------------------------------------------

OTHER_TARGET = seen(4, pact="g0000002")
OTHER_STUDENT = seen(5, student="s0000002")
WORDED = seen(6, pact="", target="I can read a graph")
WORDLESS = seen(7, pact="", target="")


@each_row(
    "pieces",
    [[*THREE, OTHER_TARGET], [*THREE, OTHER_STUDENT], [*THREE, WORDED], [*THREE, WORDLESS], [WORDLESS], []],
)
def test_pieces_of_more_than_one_target_or_of_none_have_no_trend(pieces):
    with pytest.raises(TargetError, match="one target"):
        derive_trend(pieces)


def test_a_target_is_its_pact_s_or_else_its_words():
    found = by_target([*THREE, OTHER_TARGET, WORDED, seen(8, pact="", target="i can READ a graph "), WORDLESS])
    assert {key: len(pieces) for key, pieces in found.items()} == {
        "g0000001": 3, "g0000002": 1, "i can read a graph": 2, "": 1,
    }  # fmt: skip


def functions(module: ModuleType) -> dict[str, inspect.Signature]:
    return {
        name: inspect.signature(one)
        for name, one in vars(module).items()
        if inspect.isfunction(one) and one.__module__ == module.__name__
    }


def words_of(annotation: object) -> set[str]:
    return set(re.findall(r"\w+", f"{getattr(annotation, '__name__', '')} {annotation}"))


def test_the_export_of_evidence_has_a_row_a_piece_and_no_number_in_it():
    pieces = [*THREE, OTHER_TARGET, OTHER_STUDENT]
    exported = list(rows(pieces, {}))
    assert [row[0] for row in exported] == [piece.id for piece in pieces]
    assert not any(isinstance(cell, int | float) for row in exported for cell in row)


def test_nothing_that_is_told_of_a_student_is_a_fraction():
    """An average would need one; the numbers in a summary are counts and days."""
    for told in (Summary, StudentFile, Gate, Evidence, CognitiveInsight):
        kinds = [kind for base in told.__mro__ for kind in inspect.get_annotations(base).values()]
        assert kinds
        assert not any(words_of(kind) & {"float", "Decimal", "Fraction"} for kind in kinds)


def test_every_public_function_of_trends_needs_one_target_or_only_sorts_the_pieces():
    public = {name: told for name, told in functions(trend).items() if not name.startswith("_")}
    one_target = {name for name, told in public.items() if "trend" in told.parameters}
    assert one_target == {"levels", "independence", "bars", "numbers"}
    from_steps = {name for name, told in public.items() if "steps" in told.parameters}
    assert public.keys() - one_target - from_steps == {"target_key", "by_target", "derive_trend", "describe_piece"}
    both = [*THREE, OTHER_TARGET]
    assert sorted(piece.id for pieces in by_target(both).values() for piece in pieces) == sorted(p.id for p in both)
    with pytest.raises(TargetError):
        derive_trend(both)


def test_a_trend_is_only_made_by_reading_one_target():
    made_by = [name for name, told in functions(trend).items() if told.return_annotation is Trend]
    assert made_by == ["derive_trend"]
