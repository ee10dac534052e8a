"""The wording of a pact's learning target on a date."""

from datetime import date

from advisory.model import Pact


def target_as_of(pact: Pact, day: date) -> str:
    """The wording at the end of a date: later revisions are ignored."""
    for revision in sorted(pact.revisions, key=lambda revision: revision.at):
        was = revision.was.learning_target
        if isinstance(was, str) and revision.at.astimezone().date() > day:
            return was
    return pact.learning_target
