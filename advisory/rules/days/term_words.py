"""Says that no term covers a day, so that nobody takes what is counted there for the school's calendar."""

from datetime import date

from .school_days import Calendar


def uncovered_words(calendar: Calendar, today: date) -> str:
    """That no term covers today, and what counts instead; "" in a term, in a break between two, and without any terms."""
    if calendar.lacks_term(today):
        return "No term covers today; Monday to Friday count."
    if calendar.has_terms and not calendar.is_in_term(today) and not calendar.is_between_terms(today):
        return "No term covers today; no day counts until one does."
    return ""
