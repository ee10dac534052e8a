"""Rosters as schools really have them, each the smallest file that shows one trouble: what is read, line by line."""

from pathlib import Path

from each_row import each_row
from roster_case import TODAY, read

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


def test_the_day_of_these_tests_is_inside_the_year_of_the_files():
    assert TODAY.isoformat() == "2026-11-23"
