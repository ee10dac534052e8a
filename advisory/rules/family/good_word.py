"""What went home about a student: the last good word, and how celebrations and concerns are balanced this term."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import dropwhile, takewhile

import msgspec

from advisory.model import CheckIn, Student
from advisory.model.words import Kind, Tone
from advisory.rules.days.school_days import Calendar, school_year
from advisory.rules.days.uncovered import year_span


class HomeWord(msgspec.Struct, frozen=True, kw_only=True):
    """One student, and the words that went home. The counts are of this term, and of contacts that were made."""

    student: Student
    good_word_on: date | None
    """The day of the last good word of this school year."""
    good_word_age: int | None
    """School days since then."""
    is_this_term: bool
    """Whether there was one this term."""
    celebrations: int = 0
    concerns: int = 0
    others: int = 0
    """Contacts that were neither."""
    attempts: int = 0
    """How often nobody was reached."""


def is_good_word(check_in: CheckIn) -> bool:
    """Whether it is something to celebrate that reached the family."""
    return check_in.kind is Kind.FAMILY_CONTACT and check_in.contact_made and check_in.tone is Tone.CELEBRATE


def last_good_word(newest_first: Iterable[CheckIn], today: date) -> CheckIn | None:
    """The last good word that went home until today; None if there was none."""
    return next((one for one in newest_first if one.happened_on <= today and is_good_word(one)), None)


def home_word(student: Student, check_ins: Sequence[CheckIn], calendar: Calendar, today: date) -> HomeWord:
    """Derive what went home about a student; the check-ins, oldest first, of earlier school years are not read."""
    term, year = calendar.term_at(today), year_span(school_year(today))
    until_today = dropwhile(lambda one: one.happened_on > today, reversed(check_ins))
    of_year = takewhile(lambda one: one.happened_on >= min(term.starts_on, year.starts_on), until_today)
    to_family = [one for one in of_year if one.kind is Kind.FAMILY_CONTACT]
    last = last_good_word(to_family, today)
    good_word_on = last.happened_on if last else None
    this_term = [one for one in to_family if one.happened_on >= term.starts_on]
    tones = [one.tone for one in this_term if one.contact_made]
    return HomeWord(
        student=student,
        good_word_on=good_word_on,
        good_word_age=None if good_word_on is None else calendar.days_between(good_word_on, today),
        is_this_term=good_word_on is not None and good_word_on >= term.starts_on,
        celebrations=tones.count(Tone.CELEBRATE),
        concerns=tones.count(Tone.CONCERN),
        others=tones.count(Tone.NEUTRAL),
        attempts=len(this_term) - len(tones),
    )


def longest_without(words: Iterable[HomeWord]) -> list[HomeWord]:
    """Those who wait longest for a good word first: none this school year, then by its day; among equals in their order."""
    return sorted(words, key=lambda one: one.good_word_on or date.min)


def since_words(calendar: Calendar, today: date) -> str:
    """Since when the counts are: `this term`, or, where no term was entered, `this school year`."""
    return "this school year" if calendar.term_at(today) == year_span(school_year(today)) else "this term"


def balance_words(words: Sequence[HomeWord], since: str) -> str:
    """How many families had a good word, and how celebrations and concerns are balanced, without a judgment."""
    if not words:
        return "Your caseload is empty."
    good = sum(one.is_this_term for one in words)
    celebrations, concerns = sum(one.celebrations for one in words), sum(one.concerns for one in words)
    heard = f"{good} of {len(words)} families had a good word {since}"
    return f"{heard}; {_count(celebrations, 'celebration')} and {_count(concerns, 'concern')} went home."


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
