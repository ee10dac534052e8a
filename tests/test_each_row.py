"""A table's test fails when any of its rows does, and names each that did."""

import inspect

import pytest
from each_row import each_row


def test_every_row_that_fails_is_named_with_its_reason():
    tried = []

    @each_row(("one", "other"), [(1, 1), (2, 3), (4, 4), (5, 6)])
    def same(one, other):
        tried.append(one)
        assert one == other

    with pytest.raises(AssertionError) as failed:
        same()
    assert tried == [1, 2, 4, 5]
    told = str(failed.value)
    assert told.startswith("2 of 4 rows fail:")
    assert "\n2, 3: " in told
    assert "\n5, 6: " in told
    assert "4, 4" not in told


def test_an_error_and_a_refusal_that_does_not_come_fail_their_row():
    @each_row("value", ["x", 1])
    def is_refused(value):
        with pytest.raises(TypeError):
            value + 1

    with pytest.raises(AssertionError, match=r"^1 of 2 rows fail:\n1: DID NOT RAISE"):
        is_refused()

    @each_row("value", [0])
    def is_divided(value):
        assert 1 / value

    with pytest.raises(AssertionError, match="0: division by zero"):
        is_divided()


def test_fixtures_are_handed_over_and_rows_crossed():
    seen = []

    @each_row("one", "ab")
    @each_row("other", [1, 2])
    def gather(one, other, fixture):
        seen.append((one, other, fixture))

    assert list(inspect.signature(gather).parameters) == ["fixture"]
    gather(fixture="f")
    assert seen == [("a", 1, "f"), ("a", 2, "f"), ("b", 1, "f"), ("b", 2, "f")]


def test_a_table_of_nothing_is_no_table():
    with pytest.raises(ValueError, match="without a row"):
        each_row("word", [])
