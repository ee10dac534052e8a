"""Each row is offered, or refused with what is wrong with it; too many of either say that it is another file."""

import pytest

from advisory.exchange.file.error import FileError
from advisory.exchange.roster import intake
from advisory.exchange.roster.intake import Intake
from advisory.exchange.roster.roster import RefusedLine
from advisory.model.record import LONGEST_TEXT


def taken(*rows):
    """What becomes of rows that stand on the lines 2, 3, …"""
    found = Intake("list.csv")
    for line, cells in enumerate(rows, 2):
        found.take(line, cells)
    return found


def ada(**cells):
    return {"given_name": "Ada", "family_name": "Stone", **cells}


def test_a_row_is_offered_without_the_blanks_around_its_cells():
    (row,) = taken(ada(given_name=" Ada ", grade=" 09", is_guessed="yes", email=" ada@x.example ")).rows
    assert (row.line, row.given_name, row.grade, row.email, row.is_guessed) == (2, "Ada", "9", "ada@x.example", True)


def test_a_row_that_is_no_student_is_refused_with_its_reason():
    long = "x" * (LONGEST_TEXT + 1)
    found = taken(
        ada(), ada(email="a\0b"), ada(given_name="Bo", email=long), ada(given_name="Bo", email=long[1:]),
        {"given_name": "\u200b", "student_number": "7"}, {"given_name": "Cy"}, {"family_name": "Pike"},
        ada(given_name="Di", student_number="7"), ada(given_name="Ed", student_number="7"),
    )  # fmt: skip
    assert [(row.line, row.given_name) for row in found.rows] == [(2, "Ada"), (5, "Bo"), (9, "Di")]
    kept = f"the email is {LONGEST_TEXT + 1:,} characters long; at most {LONGEST_TEXT:,} are kept"
    assert found.refused == [
        RefusedLine(3, "Ada Stone", "holds a NUL byte, which is never part of a text"),
        RefusedLine(4, f"{'x' * 59}…", kept),
        RefusedLine(6, "7", "no name"),
        RefusedLine(7, "Cy", "no family name"),
        RefusedLine(8, "Pike", "no given name"),
        RefusedLine(10, "Ed Stone", "the student number 7 is already on line 9"),
    ]


def test_a_file_of_other_things_is_refused_as_a_whole(monkeypatch):
    monkeypatch.setattr(intake, "_MOST_REFUSED", 2)
    with pytest.raises(FileError) as told:
        taken({}, {"given_name": "Cy"}, {})
    assert str(told.value) == "list.csv holds more lines without a student than with one; line 2: no name."
    assert len(taken(ada(), ada(given_name="Bo"), ada(given_name="Cy"), {}, {}, {}).refused) == 3
    monkeypatch.setattr(intake, "_MOST_ROWS", 2)
    assert len(taken(ada(), ada(given_name="Bo")).rows) == 2
    with pytest.raises(FileError) as told:
        taken(ada(), ada(given_name="Bo"), ada(given_name="Cy"))
    assert str(told.value) == "list.csv holds more than 2 students, more than any school; export your own alone."


def test_a_file_without_a_student_says_what_its_first_line_lacks():
    for rows, why in (
        ([], "is it the right file?"), ([{"given_name": "Cy"}], "line 2: no family name (Cy)."), ([{}], "line 2: no name."),
    ):  # fmt: skip
        with pytest.raises(FileError) as told:
            taken(*rows).need_rows()
        assert str(told.value) == f"list.csv holds no student who could be read; {why}"
    taken(ada()).need_rows()
