"""Rosters as schools really have them, each the smallest file that shows one trouble: what is read, line by line."""

from datetime import date
from pathlib import Path

import pytest
from each_row import each_row
from roster_case import import_twice, read

from advisory.exchange.file.error import FileError
from advisory.exchange.oneroster.other_days import NobodyTodayError
from advisory.exchange.read_roster import read_roster
from advisory.exchange.roster.dry_run import compare

FIELD = Path(__file__).parent / "field"
_SHOWN = ("given_name", "family_name", "preferred_name", "student_number", "grade", "email")


def students(name):
    """Each row of a file as `line: given|family|preferred|number|grade|email`, without empty ends."""
    rows = read(FIELD / name).rows
    return [f"{row.line}: " + "|".join(getattr(row, field) for field in _SHOWN).rstrip("|") for row in rows]


def refused(name):
    return [(line.line, line.why) for line in read(FIELD / name).refused]


@each_row(
    ("name", "expected"),
    [
        ("F03-row-wider-than-header.csv", ["2: Tamsin|Quillon|||10", "3: Odo|Varga|||10", "4: Pell|Hasko|||10"]),
        ("F04-header-becomes-student.csv", ["2: TAMSIN R|QUILLON||71|9", "3: ODO|VARGA||72|9", "4: PELL|HASKO||73|9"]),
        ("F04b-comma-blank-table.csv", ["2: Tamsin|Quillon|||9", "3: Odo|Varga|||9", "4: Pell|Hasko|||9"]),
        ("F05-placeholders.csv", ["2: Tamsin|Quillon||71", "3: Odo|Varga||72", "4: Pell|Hasko", "5: Ines|Dray"]),
        ("F10-canvas-points-possible.csv", ["3: Tamsin|Quillon||71"]),
        ("F19-title-lines-above-header.csv", ["5: Tamsin|Quillon||71|9", "6: Odo|Varga||72|9"]),
        ("F20-google-admin-required.csv", ["2: Tamsin|Quillon||||tq@x.example"]),
        ("F20b-header-cell-with-line-break.csv", ["4: Tamsin|Quillon|||9"]),
        ("F20c-german.csv", ["2: Änne|Quillon|||9b", "3: Jörg|Varga|||9b"]),
        ("F20d-french.csv", ["2: Zoé|QUILLON|||3A"]),
        ("F20e-spanish.csv", ["2: Lucía|Quillón Varga|||3A"]),
        ("F20f-student-last-first.csv", ["2: Tamsin|Quillon|||9"]),
        ("F20h-numbered-headers.txt", ["2: Tamsin|Quillon||71"]),
        ("F25-total-row.csv", ["2: Tamsin|Quillon||71", "3: Odo|Varga||72"]),
        ("F26-excel-numbers.csv", ["2: Tamsin|Quillon||000071|9", "3: Odo|Varga||72|9", "4: Pell|Hasko|||9", "5: Ines|Dray|||9"]),
    ],
)  # fmt: skip
def test_who_is_read(name, expected):
    assert students(name) == expected


def test_points_possible_and_the_test_student_are_told_apart():
    assert refused("F10-canvas-points-possible.csv") == [
        (2, "the row of points, not a student"),
        (4, "a test account, not a student"),
    ]


def test_a_total_is_no_student():
    assert refused("F25-total-row.csv") == [(4, "a total, not a student")]


def test_the_titles_above_a_header_are_named():
    assert read(FIELD / "F19-title-lines-above-header.csv").notices == (
        "The header is on line 4; above it, lines 1 and 2 passed over: “Larkfield High School”, “Advisory roster 2026-27”.",
    )


def test_numbers_that_a_spreadsheet_shortened_are_named_and_not_read():
    (notice,) = read(FIELD / "F26-excel-numbers.csv").notices
    assert notice.startswith("A spreadsheet has shortened the student number on lines 4 and 5 (as in 1.00073E+11)")


def test_two_numbers_are_two_students_whatever_address_they_share():
    assert students("F06-siblings-one-email.csv") == [
        "2: Tamsin|Quillon||71||family@home.example",
        "3: Bram|Quillon||72||family@home.example",
    ]
    assert import_twice(read(FIELD / "F06-siblings-one-email.csv"))[1].is_no_change


def test_another_mail_domain_doubles_nobody():
    held, _ = import_twice(read(FIELD / "F01-other-email-doubles-caseload-1.csv"))
    dry_run = compare(read(FIELD / "F01-other-email-doubles-caseload-2.csv"), held)

    assert (dry_run.new, dry_run.ambiguous, dry_run.missing) == ((), (), ())
    assert [change.fields for change in dry_run.changed] == [
        {"email": ("tamsin@old.example", "tamsin@new.example")},
        {"email": ("odo@old.example", "odo@new.example")},
    ]


def test_two_given_names_in_one_column_and_in_two_are_the_same_student():
    held, _ = import_twice(read(FIELD / "F08-two-given-names-1.csv"))
    dry_run = compare(read(FIELD / "F08-two-given-names-2.txt"), held)

    assert [one.id for _, one in dry_run.unchanged] == [one.id for one in held]
    assert (dry_run.is_no_change, dry_run.missing, dry_run.ambiguous) == (True, (), ())


def test_columns_put_right_where_a_list_had_to_guess():
    held, _ = import_twice(read(FIELD / "F08-two-given-names-2.txt"))
    dry_run = compare(read(FIELD / "F08-two-given-names-1.csv"), held)

    assert dry_run.new == ()
    assert dry_run.changed[0].fields["given_name"] == ("Mary", "Mary Ann")


def test_who_left_is_not_taken_in():
    dry_run = compare(read(FIELD / "F02-status-ignored.csv"), ())

    assert [row.given_name for row in dry_run.new] == ["Tamsin"]
    assert [(one.row.given_name, one.row.status) for one in dry_run.left] == [
        ("Odo", "transferred"),
        ("Pell", "transferred"),
    ]


@each_row(
    ("name", "said"),
    [
        ("F12-schools-file.csv", "is a list of schools, not of students; give the file of students that the system exports beside it."),
        ("F12b-teachers-file.csv", "is a list of teachers, not of students; give the file of students that the system exports beside it."),
        ("F12c-calendar-as-roster.ics", "is a calendar, not a roster; give it to the import of days off, and a CSV of students here."),
        ("F12f-html-table.xls", "is a web page or XML, not a roster; export the roster as CSV."),
    ],
)  # fmt: skip
def test_what_is_no_roster_is_refused_with_what_it_is(name, said):
    with pytest.raises(FileError) as error:
        read(FIELD / name)
    assert str(error.value) == f"{FIELD / name} {said}"


@each_row(
    ("today", "other", "said"),
    [
        (date(2026, 8, 24), date(2026, 8, 31), "2 begin on Aug 31."),
        (date(2027, 7, 1), date(2027, 6, 11), "2 ended on Jun 11."),
    ],
)
def test_before_and_after_a_term_the_day_to_read_it_is_named(today, other, said):
    with pytest.raises(NobodyTodayError, match="nobody is enrolled in Advisory 9B") as error:
        read_roster(FIELD / "F09-oneroster-before-term", today=today)
    assert str(error.value).endswith(said)
    assert error.value.other.day == other


def test_in_the_term_it_is_read():
    assert students("F09-oneroster-before-term") == ["3: Tamsin|Quillon||71|9", "4: Odo|Varga||72|9"]


def test_the_grade_stands_where_sds_puts_it():
    assert students("F17-sds-v2-grade") == ["3: Tamsin|Quillon||71|9", "4: Odo|Varga||72|9"]
