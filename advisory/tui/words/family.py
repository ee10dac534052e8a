"""Short texts about a student's family, and what went home."""

from datetime import date

from advisory.model import CheckIn, FamilyContact
from advisory.rules.family.good_word import HomeWord
from advisory.rules.family.people import called, reach_words
from advisory.tui.prose import Prose, age, day


def last_good_words(word: HomeWord, today: date) -> str:
    """`last good word Nov 12, 7 d ago`, or that there was none this school year."""
    if word.good_word_on is None:
        return "no good word this school year"
    return f"last good word {_ago(word.good_word_on, word.good_word_age, today)}"


def last_good_word_brief(word: HomeWord, today: date) -> str:
    """`Nov 12, 7 d ago`, or that there was none this school year, for a column."""
    return "none this year" if word.good_word_on is None else _ago(word.good_word_on, word.good_word_age, today)


def good_word_home(last: CheckIn | None, days: int | None, today: date) -> str:
    """`last good word home: Nov 12, 7 d ago, to Ngozi Okafor`; `days` are school days."""
    if last is None:
        return "no good word home yet"
    return f"last good word home: {_ago(last.happened_on, days, today)}"


def person_words(person: FamilyContact, prose: Prose) -> str:
    """Who it is, and how to reach them; dots while notes are hidden."""
    return prose.notes([called(person), *reach_words(person)])


def _ago(on: date, days: int | None, today: date) -> str:
    return day(on, today) if on == today else f"{day(on, today)}, {age(days)} ago"
