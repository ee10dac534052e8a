"""`advisory today`: what the app's opening screen shows."""

from collections.abc import Iterator

import click

from advisory.caseload.caseload import Caseload
from advisory.caseload.group import promised_to
from advisory.rules.days.day_words import short_day
from advisory.rules.next.suggestion import reason_words
from advisory.rules.overview.agenda import Agenda, Presence, agenda, nobody_next

from .base.command import Command, example
from .base.sitting import Sitting, data
from .lines.ages import say_what_counts
from .lines.partnership_lines import past_end_words
from .lines.promise_line import theirs_line
from .lines.round_lines import plan_lines, round_lines
from .lines.season_lines import season_lines

SUGGESTED = 5
"""How many students are suggested."""


@example("today", "who is next and why, the round, the plan, promises, reviews, notes to finish, birthdays, the circle")
@click.command(cls=Command)
@click.pass_obj
def today(sitting: Sitting) -> None:
    """Who is next, the round through everybody, the plan, your promises, reviews waiting, notes to finish, birthdays, and who was seen today."""
    with sitting.caseload() as caseload:
        say_what_counts(caseload)
        for line in _lines(caseload):
            data(line)


def _promises(caseload: Caseload, listed: Agenda) -> Iterator[str]:
    """The advisor's own promises, and apart from them, if there are any, those of students, families and staff."""
    names = caseload.names
    yield "Your promises"
    for promise in listed.promises:
        due = f", {short_day(promise.due_on, caseload.today)}" if promise.due_on else ""
        yield f"  {promised_to(caseload, promise, names[promise.student])}: {promise.text}{due} [{promise.id}]"
    if listed.promises_of_others:
        yield "Promised by others"
    for promise in listed.promises_of_others:
        yield f"  {promised_to(caseload, promise, names[promise.student])}, {theirs_line(promise)}"


def _lines(caseload: Caseload) -> Iterator[str]:
    listed, names = agenda(caseload.summaries, caseload.today), caseload.names
    yield "Who next"
    if not caseload.suggestions and caseload.students:
        yield f"  {nobody_next(caseload.summaries, is_summer=caseload.calendar.is_summer(caseload.today))}"
    for one in caseload.suggestions[:SUGGESTED]:
        yield f"  {names[one.student_id]}: {reason_words(one, caseload.today)}"
    for title, lines in (("The round", round_lines(caseload)), ("Planned", plan_lines(caseload))):
        told = [f"  {line}" for line in lines]
        yield from ([title, *told] if told else [])
    yield from _promises(caseload, listed)
    yield "Reviews waiting"
    for pact in listed.reviews:
        past = past_end_words(pact, caseload)
        stands = past or f", was due {short_day(pact.next_review_on, caseload.today)}"
        yield f"  {names[pact.student]}: {pact.called}{stands} [{pact.id}]"
    season = [f"  {line}" for line in season_lines(caseload)]
    yield from ["Defenses", *season] if season else []
    yield "To finish"
    for jot in caseload.jots:
        yield f"  {names[jot.student]}: {jot.kind.label}, {short_day(jot.happened_on, caseload.today)} [{jot.id}]"
    yield "Birthdays"
    for birthday in listed.birthdays:
        yield f"  {names[birthday.student.id]}: {birthday.on}"
    yield "The circle"
    presences = [Presence.SEEN] if caseload.calendar.is_summer(caseload.today) else list(Presence)
    for presence in presences:
        who = [names[student_id] for student_id, one in listed.circle if one is presence]
        yield f"  {presence.label} {len(who)}: {', '.join(who)}".rstrip(": ")
