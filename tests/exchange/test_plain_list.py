from datetime import date

from each_row import each_row

from advisory.exchange.read_roster import read_roster
from advisory.exchange.roster.intake import Intake
from advisory.exchange.roster.plain_list import is_list_of_names, read_plain_list
from advisory.exchange.roster.roster import Roster
from advisory.exchange.roster.whole_name import split_name


@each_row(
    ("name", "given_name", "family_name"),
    [
        ("Maya Okafor", "Maya", "Okafor"),
        ("Jordan St. Clair", "Jordan", "St. Clair"),
        ("de la Cruz, Søren", "Søren", "de la Cruz"),
        ("O'Neil, Jr., Al", "Al", "O'Neil, Jr."),
        ("O'Neil, Al, Jr.", "Al", "O'Neil, Jr."),
        ("Tran,Omar", "Omar", "Tran"),
        ("小明　王", "小明", "王"),
        ("Cher", "Cher", ""),
        ("Tran,", "", "Tran"),
        ("", "", ""),
    ],
)
def test_a_whole_name_is_divided(name, given_name, family_name):
    assert split_name(name) == (given_name, family_name)


def test_lines_of_a_list():
    intake = Intake("names.txt")
    read_plain_list(
        ["# Crew 4\n", "\n", "Maya Okafor\n", "Cher\n", '"Tran, Omar"\n', "Tran, \n", "Ada\0 Stone\n"], intake
    )

    assert [(row.line, row.given_name, row.family_name) for row in intake.rows] == [
        (3, "Maya", "Okafor"),
        (5, "Omar", "Tran"),
    ]
    assert [(line.line, line.value) for line in intake.refused] == [(4, "Cher"), (6, "Tran"), (7, "Ada  Stone")]
    assert intake.refused[0].why == "one word only; write the given name and the family name"
    assert intake.refused[1].why == "no given name"


@each_row(
    ("lines", "is_list"),
    [
        (["Maya Okafor", "Tran, Omar"], True),
        (["maya okafor"], True),
        (["=HYPERLINK(1) Cole", "🦊 Fox"], True),
        (["colour,shape", "red,round"], False),
        (["a\tb", "c\td"], False),
        (["a;b", "c;d"], False),
        (["Dear families, we are glad to welcome you all to our school"], False),
        (["12 34", "56 78"], False),
        (["# only a comment"], False),
    ],
)  # fmt: skip
def test_only_names_make_a_list(lines, is_list):
    assert is_list_of_names(lines) is is_list


def test_bullets_and_numbers_are_no_part_of_a_name_and_rows_of_a_table_are_none():
    intake = Intake("names.txt")
    read_plain_list(["• Sam Fox\n", "2. Tim Poe\n", "- Ann Lee\n", '"Lee, Ann",9\n', "First|Last|Grade\n"], intake)

    assert [(row.given_name, row.family_name) for row in intake.rows] == [
        ("Sam", "Fox"),
        ("Tim", "Poe"),
        ("Ann", "Lee"),
    ]
    assert [line.line for line in intake.refused] == [4, 5]


def test_somebody_may_be_called_principal(tmp_path):
    path = tmp_path / "names.txt"
    path.write_text("Principal, Victoria\nQuillon, Tamsin\n", encoding="utf-8")
    roster = read_roster(path, today=date(2026, 10, 12))
    assert isinstance(roster, Roster)
    assert [row.family_name for row in roster.rows] == ["Principal", "Quillon"]
