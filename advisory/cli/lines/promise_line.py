"""A promise in one line."""

from advisory.model import FollowUp
from advisory.model.day_order import show_date
from advisory.model.words import Party
from advisory.rules.promise.owner import owner_words, whose


def promised_line(made: FollowUp, name: str) -> str:
    """`Promised [f0000001]: Maya Okafor, due Nov 27, 2026`; with whose promise it is, unless it is the advisor's."""
    by = "" if made.owner is Party.ADVISOR else f", by {owner_words(made.owner, 'the student')}"
    return f"Promised [{made.id}]: {name}{by}{f', due {show_date(made.due_on)}' if made.due_on else ''}"


def theirs_line(promise: FollowUp) -> str:
    """Somebody else's promise, with whose it is: `student: hand in the form, Nov 27, 2026 [f0000001]`."""
    until = f", {show_date(promise.due_on)}" if promise.due_on else ""
    return f"{whose(promise.owner)}{promise.text}{until} [{promise.id}]"
