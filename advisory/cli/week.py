"""`advisory week`: the steps of the weekly review, one below the other."""

from collections.abc import Iterator

import click

from advisory.caseload.caseload import Caseload
from advisory.caseload.group import promised_to
from advisory.model import FollowUp
from advisory.model.day_order import show_day
from advisory.rules.days.day_words import short_day
from advisory.rules.family.good_word import HomeWord
from advisory.rules.overview.summary import Summary
from advisory.rules.overview.week_review import (
    STEPS,
    NotSeen,
    WeekReview,
    WeekStep,
    contact_words,
    focal_words,
    week_review,
)
from advisory.rules.promise.owner import whose

from .base.command import Command, example
from .base.sitting import Sitting, data, talk
from .lines.ages import say_what_counts
from .lines.partnership_lines import focal_line, past_end_words
from .lines.round_lines import plan_lines, round_lines
from .lines.table import lay_out


@example("week", "the steps of the Friday review")
@click.command(cls=Command)
@click.pass_obj
def week(sitting: Sitting) -> None:
    """Who was not seen this week, who hasn't come to you, what was promised, which reviews are due, and who is focal.

    And whose family has had no good word this term.
    """
    with sitting.caseload() as caseload:
        if not caseload.students:
            talk("Nobody is in the caseload yet.")
            return
        say_what_counts(caseload)
        names = caseload.names
        review = week_review(caseload.summaries, caseload.home_words, caseload.calendar, caseload.today)
        for number, step in enumerate(STEPS, 1):
            if number > 1:
                data("")
            data(f"{number} of {len(STEPS)}  {step.label}")
            data(f"        {review.question(step)}{f' {focal_words(review.focal)}' if step is WeekStep.FOCAL else ''}")
            rows = list(_rows(step, review, caseload))
            for line in lay_out(rows[0], rows[1:]) if rows else [review.nothing(step)]:
                data(f"  {line}")
            if step is WeekStep.NOT_SEEN:
                for line in (*round_lines(caseload), *(f"planned for {one}" for one in plan_lines(caseload))):
                    data(f"  {line}")
            if step is WeekStep.PROMISES and review.promises_of_others:
                data("  Promised by others")
                theirs = [
                    (names[p.student], short_day(p.due_on, caseload.today), _theirs(p))
                    for p in review.promises_of_others
                ]
                for line in lay_out(theirs[0], theirs[1:]):
                    data(f"  {line}")


def _rows(step: WeekStep, review: WeekReview, caseload: Caseload) -> Iterator[tuple[str, ...]]:
    """The rows of a step's table; the first cell is the name."""
    names = caseload.names
    if step is WeekStep.NOT_SEEN:
        yield from ((one.line.name, _ago(one)) for one in review.not_seen)
    elif step is WeekStep.NOT_STARTED:
        yield from ((line.name, contact_words(line)) for line in review.not_started)
    elif step is WeekStep.PROMISES:
        yield from (
            (promised_to(caseload, p, names[p.student]), short_day(p.due_on, caseload.today), f"{p.text} [{p.id}]")
            for p in review.promises
        )
    elif step is WeekStep.REVIEWS:
        yield from (
            (names[p.student], short_day(p.next_review_on, caseload.today), f"{p.called}{past_end_words(p, caseload)}")
            for p in review.reviews
        )
    elif step is WeekStep.FAMILIES:
        yield from ((names[word.student.id], _good_word(word)) for word in review.families)
    else:
        yield from ((line.name, _focal(line)) for line in review.everybody)


def _ago(one: NotSeen) -> str:
    contact = one.line.contact
    if one.was_away:
        return "not here this week"
    return "no contact yet" if contact.last_on is None else f"{contact.age} d ago, {show_day(contact.last_on)}"


def _theirs(promise: FollowUp) -> str:
    return f"{whose(promise.owner)}{promise.text} [{promise.id}]"


def _good_word(word: HomeWord) -> str:
    if word.good_word_on is None:
        return "no good word this school year"
    return f"{word.good_word_age} d ago, {show_day(word.good_word_on)}"


def _focal(line: Summary) -> str:
    return focal_line(line.student) or "–"
