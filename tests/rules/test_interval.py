"""The school days that may pass between one-to-ones: the student's own, the advisor's choice, the program's."""

from each_row import each_row
from record_case import make

from advisory.model import Intervals, Student
from advisory.rules.days.interval import USUAL, UsualIntervals, usual_intervals


@each_row(
    ("fields", "days"),
    [({}, 8), ({"focal": True}, 4), ({"contact_every": 12}, 12), ({"contact_every": 12, "focal": True}, 12)],
)
def test_a_students_own_interval_goes_before_the_usual_one(fields, days):
    assert UsualIntervals(8, 4).of(make(Student, **fields)) == days


def test_until_the_advisor_chooses_they_are_ten_and_five():
    assert usual_intervals([]) == USUAL == (10, 5)


def test_what_was_chosen_holds_and_of_several_the_newest():
    older, newer = (make(Intervals, n, contact_every=days) for n, days in ((1, 8), (2, 15)))
    assert usual_intervals([older]) == (8, 5)
    assert usual_intervals([newer, older]) == (15, 5)
