"""`advisory next`: whom to see next, and why."""

import click

from advisory.rules.next.suggestion import reason_words
from advisory.rules.overview.agenda import nobody_next

from .base.command import Command, example
from .base.sitting import Sitting, data, json, talk
from .lines.ages import say_what_counts
from .lines.objects import summary_objects
from .lines.round_lines import round_lines
from .lines.table import lay_out

USUALLY = 5


@example("next", "who is next, and why; -n 10 for more, --json")
@click.command("next", cls=Command)
@click.option("-n", "count", type=click.IntRange(1), default=USUALLY, show_default=True, help="How many.")
@click.option(
    "--json", "as_json", is_flag=True, help="As JSON, with the keys of the CSV columns, and `reason` and `why`."
)
@click.pass_obj
def suggest_next(sitting: Sitting, count: int, *, as_json: bool) -> None:
    """Who is next, and why; below it, how far the round through everybody is.

    It leaves out students who are not here or were already seen today.
    """
    with sitting.caseload() as caseload:
        suggestions = caseload.suggestions[:count]
        summaries = [caseload.summary(suggestion.student_id) for suggestion in suggestions]
        reasons = [reason_words(suggestion, caseload.today) for suggestion in suggestions]
        if as_json:
            rows = zip(summary_objects(summaries), suggestions, reasons, strict=True)
            json([row | {"reason": suggestion.reason, "why": why} for row, suggestion, why in rows])
        elif suggestions:
            say_what_counts(caseload)
            named = [(summary.name, why) for summary, why in zip(summaries, reasons, strict=True)]
            for line in lay_out(("Student", "Why"), named):
                data(line)
            for line in round_lines(caseload):
                talk(line)
        else:
            talk(
                nobody_next(caseload.summaries, is_summer=caseload.calendar.is_summer(caseload.today))
                if caseload.students
                else "Your caseload is empty."
            )
