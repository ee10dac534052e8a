"""Words for the screen that the student reads beside the advisor."""

from datetime import date

from advisory.model.day_order import show_day

CALLED = {
    "learning_target": "What we work on",
    "why": "Why it matters to you",
    "success_evidence": "How we will both know",
    "student_commitments": "What you will do",
    "advisor_commitments": "What your advisor will do",
}
"""Each field of a pact that can be changed on that screen → its label, addressed to the student."""


def spoken_day(day: date) -> str:
    """`Friday, November 27`."""
    return show_day(day, in_full=True)
