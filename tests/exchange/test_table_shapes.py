"""Tables with something above, below, between and inside them that is no student."""

from each_row import each_row
from roster_case import read

from advisory.exchange.roster.top import _unwrapped

HEAD = "Last Name,First Name,Student ID,Grade\n"


def names(tmp_path, text):
    path = tmp_path / "roster.csv"
    path.write_text(text, encoding="utf-8")
    roster = read(path)
    return [f"{row.given_name} {row.family_name}" for row in roster.rows], roster


@each_row(
    "above",
    [
        "Larkfield High School\n",
        "Larkfield High School,,,\nAdvisory roster 2026-27,,,\n,,,\n",
        '"Roster, printed 2026-09-01",,,\n',
        "\n\nReport: Students,,,\nTeacher: Roan Teague\n\n",
        "# an export\n",
        "Larkfield\nRoom,12\nPeriod,A\nTerm,Fall\nTeacher,Roan Teague\nCourse,Advisory\nDate,2026-09-01\n",
    ],
)
def test_the_header_is_found_below_titles(tmp_path, above):
    assert names(tmp_path, above + HEAD + "Quillon,Tamsin,71,9\nVarga,Odo,72,9\n")[0] == ["Tamsin Quillon", "Odo Varga"]


@each_row(
    ("row", "why"),
    [
        ("Total,2,,", "a total, not a student"),
        ("Grand Total:,,22,", "a total, not a student"),
        ("Total Students,22,,", "a total, not a student"),
        ("Count,2,,", "a total, not a student"),
        ("Summe,2,,", "a total, not a student"),
        ("Total général,2,,", "a total, not a student"),
        ("合計,2,,", "a total, not a student"),
        ("22 students,,,", "a total, not a student"),
        ("Printed 2026-09-01 by Roan Teague,,,", "a note, not a student"),
        ("Page 1 of 2,,,", "a note, not a student"),
        ("Note: see the office,,,", "a note, not a student"),
        ("Quillon,12,,", "a number or a room is no name: 12"),
        ("B204,Tamsin,,", "a number or a room is no name: B204"),
        ("Room 12,Tamsin,,", "a number or a room is no name: Room 12"),
        ("1 08:30(A),Tamsin,,", "a time or a date is no name: 1 08:30(A)"),
        ("NULL,Tamsin,74,9", "no family name"),
        ("-,#N/A,74,9", "no name"),
        (",,74,9", "no name"),
    ],
)
def test_a_row_without_a_student_is_refused_with_its_reason(tmp_path, row, why):
    found, roster = names(tmp_path, f"{HEAD}Quillon,Tamsin,71,9\n{row}\n")
    assert found == ["Tamsin Quillon"]
    assert [(line.line, line.why) for line in roster.refused] == [(3, why)]


@each_row(
    ("row", "name"),
    [
        ("Null,Jennifer,74,9", "Jennifer Null"),
        ("Na,Hana,74,9", "Hana Na"),
        ("None,Ana,74,9", "Ana None"),
        ("Page,Ada,74,9", "Ada Page"),
        ("Total-Reyes,Ada,74,9", "Ada Total-Reyes"),
        ("Sumner,Mark,74,9", "Mark Sumner"),
        ("Student,Ada,74,9", "Ada Student"),
        ("Rm,Ada,74,9", "Ada Rm"),
        ("Noted,Ada,74,9", "Ada Noted"),
        ("St. John-Smythe,Ada Mae,74,9", "Ada Mae St. John-Smythe"),
        ("O'Neil,D'Andre,74,9", "D'Andre O'Neil"),
    ],
)
def test_a_name_that_is_nearly_a_word_for_nothing_stays_a_name(tmp_path, row, name):
    assert names(tmp_path, f"{HEAD}{row}\n")[0] == [name]


def test_a_header_on_each_page_is_no_student(tmp_path):
    found, roster = names(tmp_path, f"{HEAD}Quillon,Tamsin,71,9\n{HEAD}Varga,Odo,72,9\n")
    assert found == ["Tamsin Quillon", "Odo Varga"]
    assert roster.notices == ("The header is repeated on line 3.",)


@each_row(
    ("text", "expected"),
    [
        ('Room,Last Name,First Name\n1 (A, "B, C"),Quillon,Tamsin\n12,Varga,Odo\n', ["Odo Varga"]),
        ('Room,Last Name,First Name\nA "B, C" D,Quillon,Tamsin\n12,Varga,Odo\n', ["Tamsin Quillon", "Odo Varga"]),
        ("ID,Student,Grade\n71,Quillon, Tamsin,9\n72,Odo Varga,9\n", ["Tamsin Quillon", "Odo Varga"]),
        ("Last Name,First Name,Room\nQuillon, Jr.,Tamsin,12\nVarga,Odo,12\n", ["Odo Varga"]),
        ("Last Name,First Name,Grade\nQuillon,Tamsin,9,extra\nVarga,Odo,9\n", ["Tamsin Quillon", "Odo Varga"]),
        ("Last Name,First Name,Grade\nQuillon,Jr.,Tamsin,9\nVarga,Odo,9\n", ["Odo Varga"]),
    ],
)
def test_a_row_that_is_too_wide_is_put_right_or_refused(tmp_path, text, expected):
    found, roster = names(tmp_path, text)
    assert found == expected
    assert [line.line for line in roster.refused] == ([] if len(expected) > 1 else [2])


@each_row(
    ("cell", "number"),
    [
        ('"=""00071"""', "00071"),
        ("=71", "71"),
        ("'00071", "00071"),
        ("72.0", "72"),
        ("72.00", "72"),
        ("072", "072"),
        ("N/A", ""),
        ("0", ""),
        ("#N/A", ""),
        ("—", ""),
        ("1.00073E+11", ""),
        ("A-17", "A-17"),
    ],
)
def test_a_number_as_the_school_writes_it(tmp_path, cell, number):
    _, roster = names(tmp_path, f"{HEAD}Quillon,Tamsin,{cell},9\n")
    assert roster.rows[0].student_number == number


@each_row(
    ("cell", "grade"),
    [("9.0", "9"), ("09", "9"), ("0", "0"), ("K", "K"), ("9b", "9b"), ("92%", ""), ("92", ""), ("B+", ""), ("2026-27", ""), ("8/10", ""), ("n/a", "")],
)  # fmt: skip
def test_a_grade_level_is_not_a_mark(tmp_path, cell, grade):
    _, roster = names(tmp_path, f"{HEAD}Quillon,Tamsin,71,{cell}\n")
    assert roster.rows[0].grade == grade


@each_row(
    ("text", "expected"),
    [
        ("Name;Vorname\nde la Varga;Jörg\n", "Jörg de la Varga"),
        ("Name;Vorname\nQuillon, Jörg;Jörg\n", "Jörg Quillon"),
        ("Nombre;Apellidos\nLucía;Quillón Varga\n", "Lucía Quillón Varga"),
        ("Nombre;Apellidos\nLucía Quillón Varga;Quillón Varga\n", "Lucía Quillón Varga"),
        ("Voornaam;Tussenvoegsel;Achternaam\nJan;van der;Berg\n", "Jan van der Berg"),
        ("Voornaam;Tussenvoegsel;Achternaam\nJan;;Berg\n", "Jan Berg"),
        ("Primer apellido;Segundo apellido;Nombre\nQuillón;Varga;Lucía\n", "Lucía Quillón Varga"),
        ("Nom et prénom;Classe\nQUILLON VARGA Zoé;3A\n", "Zoé QUILLON VARGA"),
        ("Nom et prénom;Classe\nQuillon Zoé;3A\n", "Zoé Quillon"),
        ("Nom;Classe\nQUILLON Zoé;3A\n", "Zoé QUILLON"),
        ("Name;Grade\nMJ Watson;9\n", "MJ Watson"),
        ("姓名,年级\n王小明,9\n", "小明 王"),
        ("姓名,年级\n欧阳小明,9\n", "小明 欧阳"),
        ("氏名,学年\n山田 太郎,1\n", "太郎 山田"),
        ("氏名,学年\n山田　太郎,1\n", "太郎 山田"),
    ],
)
def test_names_are_put_together_or_divided_as_their_columns_say(tmp_path, text, expected):
    assert names(tmp_path, text)[0] == [expected]


@each_row(
    ("text", "why"),
    [
        ("氏名,学年\n山田太郎,1\n李 白,1\n", "one word only; write a space between family name and given name"),
        ("Nom et prénom;Classe\nDe la Varga Zoé;3A\nLi Bo;3A\n", "where the family name ends can't be told; write a comma after it"),
    ],
)  # fmt: skip
def test_a_whole_name_that_cannot_be_divided_is_refused(tmp_path, text, why):
    _, roster = names(tmp_path, text)
    assert [(line.line, line.why) for line in roster.refused] == [(2, why)]


def test_the_marks_that_tell_namesakes_apart_in_our_own_export_are_no_part_of_a_name(tmp_path):
    path = tmp_path / "caseload.csv"
    path.write_text(
        "student,student_number,grade,last_contact_on,contacts_this_term,pact_status\n"
        "Ada Stone (grade 9),1001,9,,0,\nAda Stone (1002),1002,9,,0,\nAda Stone (s0000abc),1003,9,,0,\n"
        "Ada Stone (grade 8),1004,9,,0,\nAda Stone (s00a),1005,9,,0,\nBo Vance,,,,0,\n"
    )
    assert [(row.given_name, row.family_name, row.own_id) for row in read(path).rows] == [
        ("Ada", "Stone", ""),
        ("Ada", "Stone", ""),
        ("Ada", "Stone", "s0000abc"),
        ("Ada", "Stone (grade 8)", ""),
        ("Ada", "Stone (s00a)", ""),
        ("Bo", "Vance", ""),
    ]


def test_a_line_of_one_quotation_mark_is_not_quoted_as_a_whole():
    assert _unwrapped(['"a,b"\n', '"c,""d"""\r\n']) == ["a,b\n", 'c,"d"\n']
    assert _unwrapped(['"\n']) == _unwrapped(['"a"b"\n']) == _unwrapped(["a\n"]) == []
