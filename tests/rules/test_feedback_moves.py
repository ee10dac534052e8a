"""The nine moves: in their order, short enough for the smallest screen, and each thing written down at one of them."""

import inspect

from advisory.casework.learning.hold_feedback import hold_feedback
from advisory.rules.learning.feedback_moves import FEEDBACK_MOVES

ROOM = 54
"""Cells inside a dialog at 60 columns."""


def test_there_are_nine_in_their_order():
    keys = ["reconnect", "believe", "difficulty", "feedback", "room", "next", "say_back", "encourage", "date"]
    assert [move.key for move in FEEDBACK_MOVES] == keys


def test_each_is_short_warm_and_exact():
    for move in FEEDBACK_MOVES:
        assert len(move.label) <= ROOM - 8, move.key
        assert len(move.purpose) <= 2 * ROOM, move.key
        assert len(move.opener) <= 2 * ROOM - 8, move.key
        assert move.purpose.endswith(".")
        assert move.opener[-1] in ".?"
    assert len({move.opener for move in FEEDBACK_MOVES}) == len(FEEDBACK_MOVES)


def test_all_that_the_verb_takes_is_written_down_at_a_move():
    taken = set(inspect.signature(hold_feedback).parameters) - {"caseload", "student_id"}
    assert {name for move in FEEDBACK_MOVES for name in move.writes} == taken
