"""`advisory list`: everybody in the caseload, one line each."""

import click

from advisory.caseload.caseload import Caseload
from advisory.caseload.group import promised_text
from advisory.model.day_order import show_date
from advisory.rules.days.day_words import short_day
from advisory.rules.overview.summary import Summary

from .base.command import Command, example
from .base.options import AS_JSON
from .base.sitting import Sitting, data, json, talk
from .lines.ages import ago, clock_age, say_what_counts
from .lines.objects import summary_objects
from .lines.table import lay_out


@example("list", "who is in the caseload; --archived: who left; --json")
@click.command("list", cls=Command)
@click.option("--archived", is_flag=True, help="Those who left, the last first, instead of the caseload.")
@AS_JSON
@click.pass_obj
def list_students(sitting: Sitting, *, archived: bool, as_json: bool) -> None:
    """Everyone in the caseload, one line each."""
    with sitting.caseload() as caseload:
        if archived:
            _list_left(caseload, as_json=as_json)
            return
        if as_json:
            json(summary_objects(caseload.summaries))
            return
        say_what_counts(caseload)
        header = ("Student", "Gr", "Stage", "Contact", "1:1", "Pact", "Next promise")
        for line in lay_out(header, [_row(caseload, summary) for summary in caseload.summaries]):
            data(line)


def _list_left(caseload: Caseload, *, as_json: bool) -> None:
    """Everybody who left: the name, the grade, how they left and when."""
    from advisory.casework.student.unarchive import who_left

    left = who_left(caseload)
    if as_json:
        json(
            [
                {
                    "id": one.id,
                    "student": caseload.names[one.id],
                    "grade": one.grade,
                    "status": one.status,
                    "left_on": one.left_on,
                }
                for one in left
            ]
        )
        return
    if not left:
        talk("Nobody has left your caseload.")
        return
    rows = [(caseload.names[one.id], one.grade, one.status.label, show_date(one.left_on)) for one in left]
    for line in lay_out(("Student", "Gr", "Status", "Left"), rows):
        data(line)
    talk("`advisory unarchive NAME` brings one back.")


def _row(caseload: Caseload, summary: Summary) -> tuple[str, ...]:
    stage = f"{summary.stage.label}, {ago(summary.stage_age)}" if summary.stage else ""
    pact = f"{summary.pact.called} ({summary.pact.status.label})" if summary.pact else ""
    promise = summary.promises[0] if summary.promises else None
    due = f", {short_day(promise.due_on, caseload.today)}" if promise and promise.due_on else ""
    return (
        summary.name, summary.student.grade, stage, clock_age(summary.contact, summary.as_of),
        clock_age(summary.one_to_one, summary.as_of), pact, promised_text(caseload, promise) + due if promise else "",
    )  # fmt: skip
