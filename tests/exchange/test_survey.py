"""The answers of a form's export: whose they are, what was asked, and when."""

from datetime import date
from pathlib import Path

import pytest
from each_row import each_row
from record_case import TODAY, make

from advisory.exchange.file.error import FileError
from advisory.exchange.survey.match_survey import match_survey
from advisory.exchange.survey.read_survey import read_survey
from advisory.exchange.survey.survey import Survey
from advisory.exchange.survey.survey_report import answers_of, answers_to_learn, report_lines
from advisory.model import Student
from advisory.model.words import Facet
from advisory.rules.learning.survey_answer import SurveyAnswer

SURVEYS = Path(__file__).with_name("surveys")
MAYA = make(Student, 1, given_name="Maya", family_name="Okafor", email="maya@school.example")
NOAH = make(Student, 2, given_name="Noah", family_name="Lin", email="twins@school.example")
ELI = make(Student, 3, given_name="Eli", family_name="Lin", email="Twins@school.example")
NOBODY = "doesn't say who answered: it needs a column of email addresses, names or student numbers. Line 1 has: "
EVERYBODY = [MAYA, NOAH, ELI]


def read(name: str, *, day_first: bool = False) -> Survey:
    return read_survey(SURVEYS / name, today=TODAY, day_first=day_first)


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "answers.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_google_forms() -> None:
    survey = read("google-forms.csv")
    assert [(one.text, one.facet) for one in survey.questions] == [
        ("What do you like to do after school?", Facet.INTERESTS),
        ("What are you good at, that few know?", Facet.STRENGTHS),
        ("What makes school stressful for you?", Facet.STRESS),
        ("Anything else?", None),
    ]
    assert [(row.line, row.email, row.on) for row in survey.rows] == [
        (2, "maya@school.example", date(2026, 10, 2)),
        (4, "NOBODY@school.example", date(2026, 10, 3)),
        (5, "twins@school.example", date(2026, 10, 13)),
        (6, "", None),
    ]
    assert [survey.rows[0].answer(one) for one in survey.questions] == [
        "Xylophone and fixing bikes", "Drawing maps", "Being called on, when I am not ready", "No",
    ]  # fmt: skip
    assert [survey.rows[1].answer(one) for one in survey.questions] == ["Chess", "", "", ""]
    assert survey.questions[0].samples == ("Xylophone and fixing bikes", "Chess", "Judo")


def test_a_day_is_read_as_the_advisor_writes_days() -> None:
    assert [row.on for row in read("google-forms.csv", day_first=True).rows][:3] == [
        date(2026, 2, 10), date(2026, 10, 3), date(2026, 10, 13),
    ]  # fmt: skip


def test_microsoft_forms_with_names_and_numbered_questions() -> None:
    survey = read("microsoft-forms.csv")
    assert [(one.text, one.facet) for one in survey.questions] == [
        ("Which languages do you speak?", Facet.LANGUAGE),
        ("What are your goals?", Facet.HOPES),
    ]
    assert [row.on for row in survey.rows] == [date(2026, 10, 2), None, None]
    answered = match_survey(survey, EVERYBODY)
    assert [(row.line, student) for row, student in answered.pairs] == [(2, MAYA), (3, NOAH), (4, NOAH)]


def test_whose_answers_they_are_is_never_guessed() -> None:
    answered = match_survey(read("google-forms.csv"), EVERYBODY)
    assert [(row.line, student) for row, student in answered.pairs] == [(2, MAYA)]
    assert [(one.line, one.name, one.why) for one in answered.unknown] == [
        (4, "", "NOBODY@school.example is not in your caseload"),
        (5, "twins@school.example", "Noah Lin and Eli Lin have the same address"),
        (6, "", "doesn't say who answered"),
    ]


def test_only_what_is_mapped_is_read_and_the_report_says_what_is_not() -> None:
    survey = read("google-forms.csv")
    answered = match_survey(survey, EVERYBODY)
    mapped = {question.column: question.facet for question in survey.questions if question.facet}
    assert [(student, question.facet, text, row.line) for student, question, text, row in answers_of(survey, answered, mapped)] == [
        (MAYA.id, Facet.INTERESTS, "Xylophone and fixing bikes", 2),
        (MAYA.id, Facet.STRENGTHS, "Drawing maps", 2),
        (MAYA.id, Facet.STRESS, "Being called on, when I am not ready", 2),
    ]  # fmt: skip
    day = date(2026, 10, 2)
    assert list(answers_to_learn(survey, answered, mapped, frozenset({4}), TODAY)) == [
        SurveyAnswer(MAYA.id, Facet.INTERESTS, "Xylophone and fixing bikes", day, sensitive=False),
        SurveyAnswer(MAYA.id, Facet.STRENGTHS, "Drawing maps", day, sensitive=False),
        SurveyAnswer(MAYA.id, Facet.STRESS, "Being called on, when I am not ready", day, sensitive=True),
    ]
    assert report_lines(survey, answered, mapped, frozenset({4})) == [
        "3 answers of 1 student, 3 rows unclear.",
        "Read:",
        "  interests: What do you like to do after school?",
        "  strengths: What are you good at, that few know?",
        "  stress, sensitive: What makes school stressful for you?",
        "Not read:",
        "  Anything else?",
        "Whose these are is unclear (nothing is written for them):",
        "  line 4: NOBODY@school.example is not in your caseload",
        "  line 5: twins@school.example: Noah Lin and Eli Lin have the same address",
        "  line 6: doesn't say who answered",
    ]


@each_row(
    ("text", "why"),
    [
        ("Color,Food\nred,rice\n", f"{NOBODY}Color, Food."),
        ("Email,Name\na@b.example,Ann Reed\n", "has no column of answers; line 1 has: Email, Name."),
        ("Email,What do you hope?\na@b.example,\n", "has no column of answers; line 1 has: Email, What do you hope?."),
        ("Email,What do you hope?\n", "has no column of answers; line 1 has: Email, What do you hope?."),
        (
            ",".join("abcdefghijkl") + "\n" + "x," * 12,
            f"{NOBODY}a, b, c, d, e, f, g, h, i, j, k, l.",
        ),
        (
            ",".join("abcdefghijklm") + "\n" + "x," * 13,
            f"{NOBODY}a, b, c, d, e, f, g, h, i, j, k, l, ….",
        ),
        ("", "is empty."),
    ],
)  # fmt: skip
def test_what_is_no_survey_is_refused_in_a_sentence(tmp_path_factory, text: str, why: str) -> None:
    path = written(tmp_path_factory.mktemp("survey"), text)
    with pytest.raises(FileError) as refused:
        read_survey(path, today=TODAY, day_first=False)
    assert str(refused.value) == f"{path} {why}"


def test_each_way_to_write_a_day_is_read_and_a_day_to_come_is_today(tmp_path: Path) -> None:
    days = {
        "12/1/2026 9:00": date(2026, 12, 1),
        "13/1/2026": date(2026, 1, 13),
        "1.2.2026": date(2026, 2, 1),
        "2026/2/3": date(2026, 2, 3),
        "2026-13-01": None,
        "31/2/26": None,
        "12/12/99": date(2099, 12, 12),
        "1/2/00": date(2000, 1, 2),
        "1/2/1999": date(1999, 1, 2),
        "12/31/2000": date(2000, 12, 31),
    }
    rows = "".join(f"{day},a@b.example,Boats\n" for day in days)
    survey = read_survey(
        written(tmp_path, f"Timestamp,Email,What do you hope for?\n{rows}"), today=TODAY, day_first=False
    )
    assert [row.on for row in survey.rows] == list(days.values())
    assert [row.answered_on(TODAY) for row in survey.rows] == [
        day if day and day < TODAY else TODAY for day in days.values()
    ]


def test_one_sheet_of_a_workbook_is_read_and_the_others_are_named() -> None:
    books = SURVEYS.with_name("workbooks")
    for name, sheet, why in (
        ("book.xlsx", "", "has several sheets: Read me, 7B. Save the one with the answers as CSV, or name it."),
        ("two_classes.xlsx", "", "has several sheets: 7A, 7B. Save the one with the answers as CSV, or name it."),
        ("two_classes.xlsx", "8B", "has no sheet 8B; it has: 7A, 7B, Notes."),
        ("two_classes.xlsx", "7b ", "has no column of answers; line 3 has: Given name, Family name, Grade."),
    ):
        with pytest.raises(FileError) as refused:
            read_survey(books / name, today=TODAY, day_first=False, sheet=sheet)
        assert str(refused.value) == f"{books / name} {why}"
    survey = read_survey(books / "book.xlsx", today=TODAY, day_first=False, sheet=" 7b")
    assert [one.text for one in survey.questions] == ["Birthday"]
    assert survey.notices == (
        "The sheet 7B was read; passed over: Read me.",
        "Sheet 7B, row 7: Excel keeps 15 digits of a number, and this one had more, so it is not what was typed; it was left out.",
        "The header is on line 3; above it, line 1 passed over: “Lincoln Middle School: homeroom 7B”.",
    )


def test_a_name_alone_tells_who_it_is_where_there_is_one_of_that_name(tmp_path: Path) -> None:
    students = [
        make(Student, 1, given_name="Ann", family_name="Reed"),
        make(Student, 2, given_name="Ann", family_name="Reed"),
        make(Student, 3, given_name="Margaret", preferred_name="Peggy", family_name="Lind", grade="9"),
        make(Student, 4, given_name="Peggy", family_name="Other", student_number="0012"),
    ]
    text = "A note\n\nFirst,Last,What do you hope for?\nAnn,Reed,A\nPeggy,Lind,B\nZoe,Zed,C\n"
    text += '"x"y,Z,D\nAnn,Reed,\nMargaret,Lind,E\n'
    survey = read_survey(written(tmp_path, text), today=TODAY, day_first=False)
    answered = match_survey(survey, students)
    assert [(row.line, student.id) for row, student in answered.pairs] == [(5, "s0000003"), (9, "s0000003")]
    assert report_lines(survey, answered, {}, frozenset()) == [
        "0 answers of 0 students, 3 rows unclear.",
        "Note: The header is on line 3; above it, line 1 passed over: “A note”.",
        "Not read:",
        "  What do you hope for?",
        "Whose these are is unclear (nothing is written for them):",
        "  line 4: Ann Reed: 2 students have this name and nothing in the file tells them apart; it may be Ann Reed or Ann Reed",
        "  line 6: Zoe Zed is not in your caseload",
        "  line 8: Ann Reed: 2 students have this name and nothing in the file tells them apart; it may be Ann Reed or Ann Reed",
        "Refused:",
        "  line 7: text follows a closing quotation mark; to keep the mark, write it twice inside a quoted cell",
    ]
    text = "Student number,What do you hope for?\n0012,A\n13,B\n,C\n"
    by_number = match_survey(read_survey(written(tmp_path, text), today=TODAY, day_first=False), students)
    assert [(row.line, student.id) for row, student in by_number.pairs] == [(2, "s0000004")]
    assert [(one.line, one.name, one.why) for one in by_number.unknown] == [
        (3, "", "13 is not in your caseload"), (4, "", "doesn't say who answered"),
    ]  # fmt: skip


def test_a_line_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    text = 'Email,What do you like?\nmaya@school.example,"Chess" and maps\nnoah@school.example,Judo\n'
    survey = read_survey(written(tmp_path, text), today=TODAY, day_first=False)
    assert [row.email for row in survey.rows] == ["noah@school.example"]
    assert [(refused.line, "quotation mark" in refused.why) for refused in survey.refused] == [(2, True)]


def test_a_column_without_a_title_and_one_that_is_a_number_ask_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, "Email,What do you hope for?,,12\nmaya@school.example,Boats,left,right\n")
    assert [one.text for one in read_survey(path, today=TODAY, day_first=False).questions] == ["What do you hope for?"]


def test_who_answered_is_found_by_the_name_alone_only_where_the_row_says_nothing_else(tmp_path: Path) -> None:
    maya = make(Student, 1, given_name="Maya", family_name="Okafor", preferred_name="Mimi", email="maya@x.example")
    people = [maya, *(make(Student, number, given_name="Noah", family_name="Lin") for number in (2, 3))]
    path = written(
        tmp_path,
        "First name,Last name,Email,Hobby\nMimi,Okafor,,Go\nNoah,Lin,,Chess\nMimi,Okafor,else@x.example,Judo\nZoe,Okafor,,Go\n",
    )
    answered = match_survey(read_survey(path, today=TODAY, day_first=False), people)
    assert [(row.line, one.id) for row, one in answered.pairs] == [(2, "s0000001")]
    assert [one.line for one in answered.unknown] == [3, 4, 5]
    with pytest.raises(FileError) as told:
        read_survey(written(tmp_path, "\n\n"), today=TODAY, day_first=False)
    assert str(told.value).startswith(f"{path} ")
