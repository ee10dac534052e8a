"""What a student leaves by their own hand: how it is said, and that nothing is refused."""

import pytest
from record_case import TODAY, make

from advisory.model import CheckIn, Commitment
from advisory.model.words import Kind, Observer
from advisory.rules.check_in.line import kind_words, line_words
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


def test_a_check_in_is_one_line_of_the_advisors_or_of_the_students_own():
    def told(**fields) -> tuple[str, str]:
        one = make(CheckIn, kind=Kind.QUICK_TOUCH, **fields)
        return kind_words(one), line_words(one)

    own = {"by": Observer.STUDENT, "line": "the advisor's", "topic": "sleep"}
    assert told(line="Led the talk", topic="sleep") == ("seen briefly", "sleep: Led the talk")
    assert told(line="Led the talk", question="Why?", feeling=1) == ("seen briefly", "Led the talk")
    assert told(topic="sleep") == ("seen briefly", "sleep")
    assert told(**own, student_says="Slept well") == ("their words", "“Slept well”")
    assert told(**own, student_says="Slept well", feeling=4) == ("their feeling", "4 of 5, good: “Slept well”")
    assert told(**own, feeling=1) == ("their feeling", "1 of 5, not good")
    assert told(**own, student_says="Well", question="Why?", feeling=3) == (
        "their question",
        "3 of 5, in between: “Well” “Why?”",
    )
