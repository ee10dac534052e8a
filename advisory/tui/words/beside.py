"""Words said to the student beside the advisor."""

from datetime import date

CALLED = {
    "learning_target": "What we work on",
    "why": "Why it matters to you",
    "success_evidence": "How we will both know",
    "student_commitments": "What you will do",
    "advisor_commitments": "What I will do",
}
"""Each field that two may change here, as it is said to the student."""


def said_day(day: date) -> str:
    """A day as one says it: `Friday 27 November`."""
    return f"{day:%A} {day.day} {day:%B}"
