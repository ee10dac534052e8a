"""How a pact's learning target read on a day."""

from datetime import date

from advisory.model import Pact


def target_as_of(pact: Pact, day: date) -> str:
    """The learning target as it read at the end of a day: what a later revision changed is taken back."""
    for revision in sorted(pact.revisions, key=lambda revision: revision.at):
        was = revision.was.learning_target
        if isinstance(was, str) and revision.at.astimezone().date() > day:
            return was
    return pact.learning_target
