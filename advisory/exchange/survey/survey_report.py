"""Say in lines of text what the answers of a survey would add, for the screen and the command line."""

from collections.abc import Iterator, Mapping
from datetime import date

from advisory.exchange.file.excerpt import excerpt
from advisory.model.words import Facet
from advisory.rules.learning.survey_answer import SurveyAnswer

from .match_survey import Answered
from .survey import Question, Survey, SurveyRow

Mapped = Mapping[int, Facet]
"""Column → the facet its answers tell of. A column that isn't there is not read."""


def answers_of(survey: Survey, answered: Answered, mapped: Mapped) -> Iterator[tuple[str, Question, str, SurveyRow]]:
    """(student id, question, answer, its row) for every answer that is to be recorded, in the file's order."""
    for row, student in answered.pairs:
        for question in survey.questions:
            if question.column in mapped and (answer := row.answer(question)):
                yield student.id, question, answer, row


def answers_to_learn(
    survey: Survey, answered: Answered, mapped: Mapped, sensitive: frozenset[int], today: date
) -> Iterator[SurveyAnswer]:
    """The answers that `answers_of` gives, as they are recorded; `sensitive` are the columns of sensitive ones."""
    for student_id, question, text, row in answers_of(survey, answered, mapped):
        on, is_sensitive = row.answered_on(today), question.column in sensitive
        yield SurveyAnswer(student_id, mapped[question.column], text, on, is_sensitive)


def report_lines(survey: Survey, answered: Answered, mapped: Mapped, sensitive: frozenset[int]) -> list[str]:
    """The report: the counts, what each question was taken for, and whose answers could not be placed."""
    return list(_report(survey, answered, mapped, sensitive))


def _report(survey: Survey, answered: Answered, mapped: Mapped, sensitive: frozenset[int]) -> Iterator[str]:
    found = list(answers_of(survey, answered, mapped))
    students = len({student_id for student_id, *_ in found})
    yield f"{_count(len(found), 'answer')} of {_count(students, 'student')}, {_count(len(answered.unknown), 'row')} unclear."
    for notice in survey.notices:
        yield f"Note: {excerpt(notice, 400)}"
    taken = [question for question in survey.questions if question.column in mapped]
    left = [question for question in survey.questions if question.column not in mapped]
    if taken:
        yield "Read:"
        for question in taken:
            mark = ", sensitive" if question.column in sensitive else ""
            yield f"  {mapped[question.column].label}{mark}: {excerpt(question.text, 70)}"
    if left:
        yield "Not read:"
        yield from (f"  {excerpt(question.text, 70)}" for question in left)
    if answered.unknown:
        yield "Whose these are is unclear (nothing is written for them):"
        yield from (f"  line {one.line}: {': '.join(filter(None, (one.name, one.why)))}" for one in answered.unknown)
    if survey.refused:
        yield "Refused:"
        yield from (f"  line {line.line}: {line.why}" for line in survey.refused)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
