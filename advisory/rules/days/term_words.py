"""Says that no term covers a day, so that nobody takes what is counted there for the school's calendar."""

from datetime import date

from .school_days import Calendar

SUMMER = "No term covers today, so ages stand still. Add the new year's terms."


def uncovered_words(calendar: Calendar, today: date) -> str:
    """That no term covers today, and what counts instead.

    "" in a term, in a break between two, and, except in the summer, when no terms are entered.
    """
    if calendar.lacks_term(today):
        return "No term covers today, so Monday to Friday count."
    return SUMMER if calendar.is_summer(today) else ""
