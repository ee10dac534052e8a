"""What the programs that make forms export: the same answers, each in its own shape."""

from datetime import date
from pathlib import Path

import pytest
from each_row import each_row
from record_case import TODAY, make

from advisory.exchange.survey.match_survey import match_survey
from advisory.exchange.survey.read_survey import read_survey
from advisory.exchange.survey.survey import Survey
from advisory.exchange.survey.survey_report import answers_of
from advisory.model import Student
from advisory.model.words import Facet

TAMSIN = make(
    Student, 1, given_name="Tamsin", family_name="Quillon", email="t@x.example", student_number="71", grade="9"
)
ODO = make(Student, 2, given_name="Odo", family_name="Varga", email="o@x.example", student_number="1")
ROWING = (Facet.INTERESTS, "Rowing")
FORMS = {
    "Google, a grid": (
        (
            "Timestamp,Email Address,How do you learn best? [Pictures],How do you learn best? [Talking]\n"
            "2026/09/03 9:12:33 AM EST,t@x.example,Agree,Agree\n"
        ),
        [(Facet.LEARNS_BEST, "Pictures: Agree"), (Facet.LEARNS_BEST, "Talking: Agree")],
    ),
    "Google, a grid whose lines tell of another side": (
        "Timestamp,Email Address,What are you good at? [After school]\n9/3/2026 9:12:33,t@x.example,Chess\n",
        [(Facet.STRENGTHS, "After school: Chess")],
    ),
    "Google, without addresses": (
        (
            "Timestamp,What is your first name?,What's your last name?,What are your hobbies?\n"
            "9/3/2026 9:12:33,Tamsin,Quillon,Rowing\n"
        ),
        [ROWING],
    ),
    "Google, one name": (
        "Timestamp,Your name (first and last),What do you do for fun?\n9/3/2026 9:12:33,Tamsin Quillon,Rowing\n",
        [ROWING],
    ),
    "Google, German": (
        "Zeitstempel,E-Mail-Adresse,Was machst du in deiner Freizeit?\n03.09.2026 09:12:33,t@x.example,Rowing\n",
        [ROWING],
    ),
    "Google, French": (
        "Horodateur,Adresse e-mail,Quels sont tes loisirs ?\n03/09/2026 09:12:33,t@x.example,Rowing\n",
        [ROWING],
    ),
    "Microsoft, which counts the answers": (
        (
            "ID,Start time,Completion time,Email,Name,What are your hobbies?,Points - What are your hobbies?,"
            "Feedback - What are your hobbies?\n1,9/3/26 9:10:00,9/3/26 9:12:00,t@x.example,Tamsin Quillon,Rowing,5,Nice\n"
        ),
        [ROWING],
    ),
    "Canvas": (
        (
            "name,id,sis_id,section,submitted,attempt,1234: What do you do for fun?,1.0,n correct,score\n"
            "Tamsin Quillon,55,71,A,2026-09-03 13:10:00 UTC,1,Rowing,1.0,1,1.0\n"
        ),
        [ROWING],
    ),
    "Schoology": (
        (
            "First Name,Last Name,Unique User ID,Submission Date,Question 1: What do you do for fun?\n"
            "Tamsin,Quillon,71,2026-09-03,Rowing\n"
        ),
        [ROWING],
    ),
    "SurveyMonkey, whose header has two rows": (
        (
            "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,What are your hobbies?,"
            "How do you learn best?,\n,,,,,,Open-Ended Response,Reading,Doing\n"
            "118,44,09/02/2026 11:58 PM,09/03/2026 12:02 AM,192.0.2.7,t@x.example,Rowing,,Doing\n"
        ),
        [ROWING, (Facet.LEARNS_BEST, "Doing")],
    ),
    "Qualtrics, whose header has three rows": (
        (
            "StartDate,EndDate,Status,ResponseId,RecordedDate,RecipientLastName,RecipientFirstName,RecipientEmail,Q1\n"
            "Start Date,End Date,Response Type,Response ID,Recorded Date,Recipient Last Name,Recipient First Name,"
            "Recipient Email,What are your hobbies?\n"
            '"{""ImportId"":""startDate""}",x,x,x,x,x,x,x,x\n'
            "2026-09-03 09:10:11,2026-09-03 09:12:11,IP Address,R_1,2026-09-03 09:12:12,Quillon,Tamsin,t@x.example,Rowing\n"
        ),
        [ROWING],
    ),
}


def read(tmp_path: Path, text: str) -> Survey:
    path = tmp_path / "answers.csv"
    path.write_text(text, encoding="utf-8")
    return read_survey(path, today=TODAY, day_first=False)


@each_row("form", list(FORMS))
def test_each_program_s_answers_are_the_student_s(tmp_path, form):
    text, expected = FORMS[form]
    survey = read(tmp_path, text)

    answered = match_survey(survey, [ODO, TAMSIN])

    mapped = {question.column: question.facet for question in survey.questions if question.facet}
    found = [
        (student, mapped[question.column], answer)
        for student, question, answer, _ in answers_of(survey, answered, mapped)
    ]
    assert found == [(TAMSIN.id, *one) for one in expected]
    assert [row.on for row, _ in answered.pairs] == [date(2026, 9, 3)]
    assert answered.unknown == ()


def test_a_number_alone_says_who_answered(tmp_path):
    survey = read(tmp_path, "Student ID,What are your hobbies?\n71,Rowing\n99,Chess\n")

    answered = match_survey(survey, [ODO, TAMSIN])

    assert [(row.line, student) for row, student in answered.pairs] == [(2, TAMSIN)]
    assert [(one.name, one.why) for one in answered.unknown] == [("", "99 is not in your caseload")]


@pytest.mark.parametrize(
    ("question", "facet"),
    [
        ("What do you want to be called?", Facet.NAME),
        ("What do you want to be?", Facet.HOPES),
        ("What name do you want me to use?", Facet.NAME),
        ("Was fällt dir schwer?", Facet.STRESS),
    ],
)
def test_the_longer_telling_words_count(tmp_path, question, facet):
    assert read(tmp_path, f"Email,{question}\nt@x.example,x\n").questions[0].facet is facet
