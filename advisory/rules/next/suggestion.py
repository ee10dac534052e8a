"""A suggestion of whom to see, with its reason as data and in words; there is no hidden score."""

from collections.abc import Callable
from datetime import date

import msgspec

from advisory.model import FollowUp, Pact
from advisory.model.words import Word
from advisory.rules.season.last_weeks import DefenseSoon, soon_words


class Reason(Word):
    """Why a student is suggested at this place in the list."""

    PLANNED = "planned"
    PROMISE = "promise", "you promised"
    REVIEW = "review", "pact review waiting"
    DEFENSE = "defense", "defense soon"
    NEVER = "never", "no one-to-one yet"
    NOT_YET = "not_yet", "not yet this term"
    LONGEST = "longest", "longest without a one-to-one"
    ROUTINE = "routine", "within the interval"


class Suggestion(msgspec.Struct, frozen=True):
    """One student and the reason. `age` is school days since the last one-to-one, None if there was none.

    `promise`, `review` and `defense` are set when due, even if they are not the reason.
    """

    student_id: str
    reason: Reason
    age: int | None
    promise: FollowUp | None = None
    review: Pact | None = None
    defense: DefenseSoon | None = None


def reason_words(suggestion: Suggestion, today: date, called: Callable[[str], str] = str) -> str:
    """The reason in words. A promise's text passes through `called`, which can cover names in it."""
    promised = f"you promised: {called(suggestion.promise.text)}" if suggestion.promise else ""
    match suggestion.reason:
        case Reason.PLANNED if promised:
            return f"{Reason.PLANNED.label}; {promised}"
        case Reason.PROMISE if promised:
            return promised
        case Reason.DEFENSE if suggestion.defense:
            return soon_words(suggestion.defense, today)
        case Reason.LONGEST:
            return f"no one-to-one for {_school_days(suggestion.age or 0)}"
        case Reason.ROUTINE:
            return f"one-to-one {_school_days(suggestion.age) if suggestion.age else 'less than a school day'} ago"
        case reason:
            return reason.label


def _school_days(count: int) -> str:
    return "1 school day" if count == 1 else f"{count} school days"
