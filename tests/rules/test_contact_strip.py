"""The contact strip: twenty school days of one student, a cell each."""

from datetime import date, timedelta

from each_row import each_row
from record_case import TODAY, make

from advisory.model import CheckIn, Leave, NoSchoolDay, Student
from advisory.model.words import Kind, Status
from advisory.rules.days.contact_strip import DayCell, contact_strip
from advisory.rules.days.school_days import Calendar

MONDAY = TODAY - timedelta(days=TODAY.weekday())
NOT_REACHED = {"contact_made": False, "counts_contact": False, "counts_one_to_one": False}


def strip_of(*check_ins: CheckIn, calendar: Calendar | None = None, today: date = MONDAY, **student) -> str:
    """The strip, a letter for each day."""
    calendar = calendar or Calendar()
    letters = {
        DayCell.ONE_TO_ONE: "1", DayCell.CONTACT: "c", DayCell.ATTEMPT: "x", DayCell.AWAY: "/", DayCell.NOTHING: "-",
        DayCell.BEFORE: " ",
    }  # fmt: skip
    cells = contact_strip(make(Student, **student), check_ins, calendar.last_school_days(today), calendar)
    return "".join(letters[one] for one in cells)


def noted(days_ago: int, **fields) -> CheckIn:
    return make(CheckIn, days_ago + 1, happened_on=MONDAY - timedelta(days=days_ago), **fields)


@each_row(
    ("fields", "letter"),
    [
        ({}, "1"),
        ({"kind": Kind.QUICK_TOUCH, "counts_one_to_one": False}, "c"),
        (NOT_REACHED, "x"),
        ({"kind": Kind.FAMILY_CONTACT, **NOT_REACHED}, "-"),
        ({"kind": Kind.OBSERVATION, "counts_contact": False, "counts_one_to_one": False}, "-"),
    ],
)
def test_each_kind_of_day_has_its_own_cell(fields, letter):
    assert strip_of(noted(0, **fields)) == "-" * 19 + letter


def test_the_most_of_a_day_is_shown_whatever_was_written_last():
    assert strip_of(noted(0, **NOT_REACHED), noted(0), noted(0, counts_one_to_one=False)).endswith("-1")


def test_a_weekend_counts_to_the_school_day_before_it_and_what_is_older_is_not_read():
    def newest_first():
        yield noted(1)  # a Sunday
        yield noted(27)  # the Tuesday twenty school days ago
        yield noted(28)
        raise AssertionError  # never run: what is older is not read

    calendar = Calendar()
    strip = contact_strip(make(Student), newest_first(), calendar.last_school_days(MONDAY), calendar)
    assert [at for at, cell in enumerate(strip) if cell is DayCell.ONE_TO_ONE] == [0, 18]


def test_days_off_take_no_cell_and_days_away_do():
    off = make(NoSchoolDay, starts_on=MONDAY - timedelta(days=4), ends_on=MONDAY - timedelta(days=3))
    away = make(
        Leave, starts_on=MONDAY - timedelta(days=7), ends_on=MONDAY - timedelta(days=5), student=make(Student).id
    )
    assert strip_of(noted(6), noted(10), calendar=Calendar([], [off], [away])) == "-" * 15 + "1/1/-"


def test_nothing_counts_from_before_the_student_came():
    assert strip_of(joined_on=MONDAY - timedelta(days=3)) == " " * 18 + "--"
    assert strip_of(status=Status.ON_LEAVE) == "-" * 19 + "/"


def test_where_no_school_was_for_a_year_the_strip_is_short():
    off = make(NoSchoolDay, starts_on=MONDAY - timedelta(days=600), ends_on=MONDAY - timedelta(days=2))
    assert strip_of(noted(0), calendar=Calendar([], [off])) == "1"
