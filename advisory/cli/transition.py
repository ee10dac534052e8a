"""`advisory transition`: the note for a student's next advisor."""

from collections.abc import Iterator

import click

from advisory.caseload.caseload import Caseload
from advisory.model.day_order import show_date

from .base.command import Command, example
from .base.sitting import Sitting, data, talk


@example("transition maya", "show the note for the next advisor, or what could stand in it")
@example(
    'transition maya --strengths "Builds first" --connecting "A walk to the gym"',
    "write the note, or change a part of it; `sheet` makes the page",
)
@click.command(cls=Command)
@click.argument("name")
@click.option("--strengths", help="What they are strong in.")
@click.option("--connecting", help="What works for connecting with them.")
@click.option("--peers", help="Whom they work well with; by role, not by name.")
@click.option("--community", help="What they belong to.")
@click.option("--family", help="Whom to call, and how.")
@click.option("--supports", help="What supports help.")
@click.option("--go-on-with", "go_on_with", help="What the next advisor should go on with.")
@click.pass_obj
def transition(sitting: Sitting, /, name: str, **words: str | None) -> None:
    """Write what a student's next advisor should know, or show it. It is for staff, and stands on the transition page.

    Without options it shows the note; while there is none yet, what could stand in it: facts that staff may read.
    """
    from advisory.casework.student.write_transition import write_transition

    given = {field: text for field, text in words.items() if text is not None}
    with sitting.caseload() as caseload:
        student = caseload.one(name, also_left=True)
        if not given:
            for line in _lines(caseload, student.id):
                data(line)
            return
        note = write_transition(caseload, student.id, given)
        talk(f"Transition note [{note.id}]: {caseload.names[student.id]}, {show_date(note.written_on)}")


def _lines(caseload: Caseload, student_id: str) -> Iterator[str]:
    from advisory.caseload.year.transition import note_and_suggestions
    from advisory.rules.sheet.transition_note import ASKED

    note, suggested = note_and_suggestions(caseload, student_id)
    if note is None:
        talk("There is no note yet. This could stand in it:")
    for field in ASKED:
        text = getattr(note, field) if note else suggested[field]
        if text:
            yield f"{field.replace('_', ' ')}: {'; '.join(text.splitlines())}"
    if note:
        yield f"written {show_date(note.written_on)}"
