"""The advisory period, in lines."""

import click

from advisory.rules.next.suggestion import reason_words

from .base.sitting import Sitting, data, json, talk
from .base.table import lay_out
from .read import as_objects

USUALLY = 5


@click.command("next")
@click.option("-n", "count", type=click.IntRange(1), default=USUALLY, show_default=True, help="How many.")
@click.option(
    "--json", "as_json", is_flag=True, help="As JSON, with the keys of the CSV columns, and `reason` and `why`."
)
@click.pass_obj
def who_is_next(sitting: Sitting, count: int, *, as_json: bool) -> None:
    """Who is next, and why; without those who are not here or were seen today."""
    with sitting.caseload() as caseload:
        suggestions = caseload.suggestions[:count]
        lines = [caseload.summary(suggestion.student_id) for suggestion in suggestions]
        why = [reason_words(suggestion, caseload.today) for suggestion in suggestions]
        if as_json:
            told = zip(as_objects(lines), suggestions, why, strict=True)
            json([columns | {"reason": suggestion.reason, "why": words} for columns, suggestion, words in told])
        elif suggestions:
            for row in lay_out(
                ("Student", "Why"), [(line.name, words) for line, words in zip(lines, why, strict=True)]
            ):
                data(row)
        else:
            talk("Everybody who is here was seen today." if caseload.students else "Nobody is in the caseload yet.")
