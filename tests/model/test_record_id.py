"""Ids: short, sortable by creation, one letter a kind, never a name."""

import pytest
from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st

from advisory.model import KINDS, CheckIn, make_id, number_of

NUMBERS = st.integers(1, 9_999_999)


@given(st.sampled_from(KINDS), NUMBERS, NUMBERS)
def test_ids_sort_as_their_records_were_made(kind, one, other):
    assert (make_id(kind, one) < make_id(kind, other)) == (one < other)


@given(st.sampled_from(KINDS), NUMBERS)
def test_the_number_comes_back_out_of_the_id(kind, number):
    assert number_of(make_id(kind, number)) == number


@each_row("text", ["", "c", "Maya", "c-1x", "c00000 1x"])
def test_what_is_no_id_has_no_number(text):
    with pytest.raises(ValueError, match="invalid literal"):
        number_of(text)


def test_an_id_says_its_kind_in_one_letter():
    assert make_id(CheckIn, 17) == "c0000017"
    assert len({kind.prefix for kind in KINDS}) == len({kind.table for kind in KINDS}) == len(KINDS)
    assert all(len(kind.prefix) == 1 and kind.prefix.islower() for kind in KINDS)
