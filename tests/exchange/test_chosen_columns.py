"""Columns that the advisor names, where the header doesn't say or there is none."""

import pytest
from each_row import each_row
from roster_case import TODAY

from advisory.exchange.columns.chosen import UnknownColumnsError, read_columns
from advisory.exchange.file.error import FileError
from advisory.exchange.read_roster import read_roster
from advisory.exchange.roster.top import Choice


def write(tmp_path, text):
    path = tmp_path / "roster.csv"
    path.write_text(text, encoding="utf-8")
    return path


def read(path, columns, remembered=()):
    choice = Choice(read_columns(columns) if columns else None, dict(remembered))
    roster = read_roster(path, today=TODAY, choice=choice)
    rows = [f"{row.line}: {row.given_name}|{row.family_name}|{row.student_number}|{row.grade}" for row in roster.rows]
    return rows, roster


@each_row(
    ("text", "columns", "expected"),
    [
        ("Etu;Suku;Luokka\nTamsin;Quillon;9\n", "given=Etu,family=Suku,grade=Luokka", ["2: Tamsin|Quillon||9"]),
        ("Etu;Suku;Luokka\nTamsin;Quillon;9\n", "given=1,family=2", ["2: Tamsin|Quillon||"]),
        ("School\n\nEtu;Suku\nTamsin;Quillon\n", "given=etu,family=SUKU", ["4: Tamsin|Quillon||"]),
        ("Tamsin,Quillon,9B,71\nOdo,Varga,9B,72\n", "given=1,family=2,number=4", ["1: Tamsin|Quillon|71|", "2: Odo|Varga|72|"]),
        ("Tamsin Quillon, 9B, 9\nOdo Varga, 9B, 9\n", "name=1,grade=3", ["1: Tamsin|Quillon||9", "2: Odo|Varga||9"]),
        ('"Quillon, Tamsin",9\n', "lastfirst=1", ["1: Tamsin|Quillon||"]),
        ("Wer, genau;Zahl\nTamsin Quillon;71\n", "name=Wer, genau,number=Zahl", ["2: Tamsin|Quillon|71|"]),
        ("First Name,Last Name,Call,Kin\nTamsin,Quillon,Tam,Lee\n", "given=Call,family=Kin", ["2: Tam|Lee||"]),
        ("Ref,Grade,X,Y\n71,9,Tamsin,Quillon\n", "given=3,family=4,number=1", ["2: Tamsin|Quillon|71|"]),
    ],
)  # fmt: skip
def test_the_columns_named_are_read(tmp_path, text, columns, expected):
    assert read(write(tmp_path, text), columns)[0] == expected


@each_row(
    "text",
    [
        "Tamsin Quillon, 9B, 9\nOdo Varga, 9B, 9\nPell Hasko, 9B, 9\n",
        "Tamsin,Quillon,9B,71\nOdo,Varga,9B,72\n",
        "Tamsin Quillon\t9B\nOdo Varga\t9B\n",
        "Tamsin;Quillon;9\nOdo;Varga;9\n",
        "Etu;Suku\nTamsin;Quillon\n",
        '"Quillon, Tamsin",9\n"Varga, Odo",9\n',
    ],
)
def test_a_table_whose_columns_cannot_be_told_is_shown_and_asked_about(tmp_path, text):
    with pytest.raises(UnknownColumnsError) as error:
        read(write(tmp_path, text), "")
    assert len(error.value.rows) == text.count("\n")
    assert any("Quillon" in cell for row in error.value.rows for cell in row)


def test_columns_are_remembered_for_their_header_only(tmp_path):
    path = write(tmp_path, "Etu;Suku\nTamsin;Quillon\n")
    roster = read(path, "given=Etu,family=Suku")[1]
    remembered = {roster.header_key: "given=Etu,family=Suku"}

    assert roster.header_key == "etu|suku"
    assert read(path, "", remembered)[0] == ["2: Tamsin|Quillon||"]
    with pytest.raises(UnknownColumnsError):
        read(write(tmp_path, "Etu;Suku;Muu\nTamsin;Quillon;1\n"), "", remembered)
    with pytest.raises(UnknownColumnsError):
        read(path, "", {"etu|suku": "nonsense"})


def test_nothing_is_remembered_of_a_table_without_a_header(tmp_path):
    assert read(write(tmp_path, "Tamsin,Quillon,9B\nOdo,Varga,9B\n"), "given=1,family=2")[1].header_key == ""


@each_row(
    ("columns", "said"),
    [
        ("foo=1", "“foo=1” is none of given=…, family=…"),
        ("Prénom", "“Prénom” is none of given=…"),
        ("given=1", "doesn't say where the names are"),
        ("given=,family=2", "names no column for given name"),
        ("given=0,family=2", "names no column for given name"),
    ],
)
def test_a_choice_that_says_too_little_is_refused(columns, said):
    with pytest.raises(FileError, match=said):
        read_columns(columns)


def test_a_column_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UnknownColumnsError, match="has no columns given=Nope,family=Suku"):
        read(write(tmp_path, "Etu;Suku\nTamsin;Quillon\n"), "given=Nope,family=Suku")


@each_row("text", ["given=Prénom,family=Nom", "name=Wer, genau,number=2", "lastfirst=1,left=Fin"])
def test_the_words_of_a_choice_read_back(text):
    assert read_columns(text).text == text


def test_columns_chosen_by_number_are_not_remembered_by_a_row_that_may_be_a_student(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Nome,Last,7\nAmina,Yusuf,8\n", encoding="utf-8")
    roster = read_roster(path, today=TODAY, choice=Choice(read_columns("given=1,family=2,grade=3")))
    assert roster.header_key == ""
