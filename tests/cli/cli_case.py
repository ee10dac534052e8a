"""What the tests of several commands share."""

import csv
import io


def columns(line, what: str) -> list[str]:
    """The header of an exported table."""
    return next(csv.reader(io.StringIO(line("export", what, "--no-bom", "--for", "myself").out, newline="")))


INSIGHT = ("insight", "jose", "Adds", "tops", "and", "bottoms", "--misconception", "A fraction is two numbers")
"""A command that notes an insight of José's, to be continued with options."""
NEW_PACT = (
    "pact", "new", "jose", "I", "can", "compare", "fractions", "--title", "fractions", "--know", "Draws both", "--know",
    "Says which is more", "--theirs", "One drawing | every week", "--mine", "Look at it on Fridays", "--sure", "4",
)  # fmt: skip
"""Drafts a pact with José."""
