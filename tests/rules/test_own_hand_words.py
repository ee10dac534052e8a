"""What a student leaves by their own hand: how it is said, and that nothing is refused."""

import pytest
from record_case import TODAY

from advisory.model import Commitment
from advisory.rules.check_in.own_hand import feeling_words, own_marks_words, refuse_nothing_left
from advisory.rules.refusal import Refusal


def test_one_of_three_is_enough():
    for words, feeling, question in [("Today", None, ""), (" ", 3, " "), ("", None, "Why?")]:
        refuse_nothing_left(words, feeling, question)
    with pytest.raises(Refusal, match="There is nothing to keep yet"):
        refuse_nothing_left(" ", None, " ")


def test_a_feeling_and_own_marks_are_words():
    assert [feeling_words(one) for one in (1, 4, 5)] == ["1 of 5, not good", "4 of 5, good", "5 of 5, very good"]
    assert own_marks_words(Commitment(text="x")) == ""
    assert own_marks_words(Commitment(text="x", kept=(TODAY,), own_marks=(TODAY,))) == "1 by their own hand"
