"""`advisory survey`: what students answered about themselves, as facts known well."""

from collections.abc import Sequence
from pathlib import Path

import click

from advisory.exchange.survey.survey import Question, Survey
from advisory.model.words import Facet
from advisory.rules.names.finding import fold
from advisory.rules.refusal import Refusal

from .base.command import Command, example
from .base.options import DroppedFile
from .base.sitting import Sitting, data, talk

_NONE = "none"


@example("survey answers.csv --dry-run", "read the answers to a form; say which area each question was read for")
@example('survey answers.csv --column "hopes=By June" --sensitive stress', "choose a question by how it begins")
@click.command(cls=Command)
@click.argument("file", type=DroppedFile())
@click.option(
    "--column", "columns", multiple=True, metavar="FACET=QUESTION",
    help="What a question is about: an area or none, and how the question begins. You can repeat it.",
)  # fmt: skip
@click.option(
    "--sensitive", multiple=True, metavar="FACET", help="Show these answers only when you ask. You can repeat it."
)
@click.option("--sheet", default="", metavar="NAME", help="Which sheet of a workbook holds the answers.")
@click.option("--dry-run", is_flag=True, help="Only show what you would learn.")
@click.pass_obj
def survey(
    sitting: Sitting, file: Path, columns: Sequence[str], sensitive: Sequence[str], sheet: str, *, dry_run: bool
) -> None:
    """Read what students answered about themselves, one row for each student. One undo takes it all back.

    Answers about stress are always marked sensitive.
    """
    from advisory.casework.learning.learn_survey import learn_survey
    from advisory.exchange.survey.match_survey import match_survey
    from advisory.exchange.survey.read_survey import read_survey
    from advisory.exchange.survey.survey_report import answers_to_learn, report_lines
    from advisory.settings.configuration import Configuration

    read = read_survey(
        file, today=sitting.today, day_first=Configuration(sitting.folder).settings.day_first, sheet=sheet
    )
    mapped = _mapped(read, columns)
    hidden = {Facet.STRESS, *map(_facet, sensitive)}
    marked = frozenset(column for column, facet in mapped.items() if facet in hidden)
    with sitting.caseload() as caseload:
        answered = match_survey(read, caseload.students)
        for line in report_lines(read, answered, mapped, marked):
            data(line)
        if dry_run:
            talk("Dry run: nothing was changed.")
            return
        done = learn_survey(caseload, answers_to_learn(read, answered, mapped, marked, caseload.today))
        talk(f"{done.sentence} `advisory undo` undoes it." if done.facts else done.sentence)


def _mapped(read: Survey, columns: Sequence[str]) -> dict[int, Facet]:
    """Column → facet, as the questions seem to ask, and then as the advisor says."""
    mapped = {question.column: question.facet for question in read.questions if question.facet}
    for said in columns:
        word, equals, begins = said.partition("=")
        if not equals:
            raise Refusal(f"{said} names no question. Write FACET=QUESTION, as in hopes=What I hope for.")
        question = _question(read, begins)
        mapped.pop(question.column, None)
        if word.strip() != _NONE:
            mapped[question.column] = _facet(word)
    return mapped


def _question(read: Survey, begins: str) -> Question:
    found = [question for question in read.questions if fold(question.text).startswith(fold(begins.strip()))]
    exact = [question for question in found if fold(question.text) == fold(begins.strip())]
    found = exact or found
    match found:
        case [question]:
            return question
    questions = "; ".join(question.text for question in found or read.questions)
    raise Refusal(f"{'Several questions begin' if found else 'No question begins'} with {begins}: {questions}")


def _facet(word: str) -> Facet:
    folded = fold(word.strip())
    found = next((facet for facet in Facet if folded in {facet.value, fold(facet.label)}), None)
    if found is None:
        raise Refusal(f"{word} is not an area. The areas are: {', '.join(facet.value for facet in Facet)}.")
    return found
