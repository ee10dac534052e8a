"""`advisory time`: who gets the advisor's time this term."""

import click

from advisory.exchange.tables import Sources, objects
from advisory.rules.next.round import earlier_words
from advisory.rules.overview.time_given import Given, TimeGiven, minutes_words, since_words, spread_words

from .base.command import Command, example
from .base.sitting import Sitting, data, json, talk
from .lines.round_lines import round_lines
from .lines.table import lay_out

_HEADER = (
    "Student", "1:1", "Contacts", "Minutes", "You began", "They began", "Others", "Celebrate", "Concern", "Tried", "Came",
)  # fmt: skip


@example("time", "who gets your time this term, the quietest first; --json")
@click.command(cls=Command)
@click.option(
    "--json", "as_json", is_flag=True, help="As JSON: students with the keys of `export time`, and the school weeks."
)
@click.pass_obj
def time(sitting: Sitting, *, as_json: bool) -> None:
    """One-to-ones, contacts, minutes where known, who began them, celebrations, concerns and attempts this term.

    The quietest come first, by how many days they were there. A + after the minutes means: at least, some weren't timed.
    `advisory export time` writes it as CSV.
    """
    with sitting.caseload() as caseload:
        given, names = caseload.time_given, caseload.names
        if as_json:
            students = objects("time", Sources(time=given, names=names))
            json({"since": given.since, "is_term": given.is_term, "students": students, "weeks": _weeks(given)})
            return
        talk(since_words(given, str(given.since)))
        for line in lay_out(_HEADER, [_row(one, names[one.student_id]) for one in given.students]):
            data(line)
        data("")
        data(spread_words(given))
        if given.students:
            for line in filter(None, (*round_lines(caseload), earlier_words(caseload.round))):
                data(line)


def _row(one: Given, name: str) -> tuple[str, ...]:
    counts = (one.by_advisor, one.by_student, one.by_others, one.celebrations, one.concerns, one.attempts)
    came = "on leave" if one.on_leave else str(one.since) if one.came_later else ""
    return (name, str(one.one_to_ones), str(one.contacts), minutes_words(one), *map(str, counts), came)


def _weeks(given: TimeGiven) -> list[dict[str, object]]:
    """How many students had a one-to-one in each school week, another contact only, or neither."""
    keys = ("one_to_one", "other_contact", "neither")
    return [{"week": week.monday, **dict(zip(keys, week.counts, strict=True))} for week in given.weeks]
