"""Learning from a survey: a form's answers become facts, once the advisor has seen what each question is taken for."""

from typing import TYPE_CHECKING

from advisory.model.words import Facet
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.dialogs.form.field import Field, FieldKind
from advisory.tui.prose import safe

if TYPE_CHECKING:
    from advisory.exchange.survey.survey import Survey
    from advisory.tui.dialogs.columns import Column
    from advisory.tui.screens.known_well.screen import KnownWellScreen

_HINT = "the answers as .csv or .xlsx"
_NOT_READ = ""


@shows_dialog
async def learn(screen: "KnownWellScreen") -> None:
    """Ask for the file, and what each question is about; show what would be learned, and record it."""
    from advisory.exchange.survey.read_survey import read_survey
    from advisory.tui.dialogs.fields.file import read_path

    desk = screen.desk
    found: list[Survey] = []

    def read(values: Values) -> None:
        path = read_path(values["file"], "Which file? Type its path, such as ~/Downloads/answers.csv.")
        found[:] = [read_survey(path, today=desk.caseload.today, day_first=desk.configuration.settings.day_first)]

    field = Field("file", "From the file", hint=_HINT, kind=FieldKind.FILE)
    if not await fill(screen, "survey", "Learn from a survey", [field], read, does="reads the file"):
        return
    columns = await _say_what_they_are(screen, found[0])
    if columns is not None:
        await _learn(screen, found[0], columns)


async def _say_what_they_are(screen: "KnownWellScreen", survey: "Survey") -> "list[Column] | None":
    from advisory.exchange.file.excerpt import excerpt
    from advisory.tui.dialogs.columns import Column, ColumnsDialog

    is_shaded = screen.desk.prose.is_shaded
    columns = [
        Column(
            safe(excerpt(question.text, 200)),
            "" if is_shaded else safe(" · ".join(excerpt(sample, 40) for sample in question.samples)),
            question.facet.value if question.facet else _NOT_READ,
            is_marked=question.facet is Facet.STRESS,
        )
        for question in survey.questions
    ]
    choices = [(_NOT_READ, "not read"), *((facet.value, facet.label) for facet in Facet)]
    about = "Which area does each question ask about?"
    return await screen.ask(ColumnsDialog("Learn from a survey", columns, choices, about=about, mark="sensitive"))


async def _learn(screen: "KnownWellScreen", survey: "Survey", columns: "list[Column]") -> None:
    from advisory.casework.learning.learn_survey import learn_survey
    from advisory.exchange.survey.match_survey import match_survey
    from advisory.exchange.survey.survey_report import answers_of, answers_to_learn, report_lines
    from advisory.tui.dialogs.report import ReportDialog

    caseload = screen.desk.caseload
    said = list(zip(survey.questions, columns, strict=True))
    mapped = {question.column: Facet(column.choice) for question, column in said if column.choice}
    sensitive = frozenset(question.column for question, column in said if column.choice and column.is_marked)
    answered = match_survey(survey, caseload.students)
    lines = [safe(line) for line in report_lines(survey, answered, mapped, sensitive)]
    if screen.desk.prose.is_shaded:
        lines = [lines[0], "Their names are hidden."]
    question = "Enter saves it" if any(answers_of(survey, answered, mapped)) else ""
    if not await screen.ask(ReportDialog("What you would learn", lines, question=question)):
        screen.say("Nothing was saved.")
        return
    done = learn_survey(caseload, answers_to_learn(survey, answered, mapped, sensitive, caseload.today))
    screen.say(f"{done.sentence} {screen.key('undo')} undoes it all." if done.facts else done.sentence)
