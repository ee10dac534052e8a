"""A check-in in one line."""

from advisory.model import CheckIn
from advisory.rules.check_in.line import InLine, kind_words, line_words


def check_in_line(check_in: CheckIn | InLine) -> str:
    """Its kind and its note; the reader adds the day and the name."""
    kind = f"{kind_words(check_in)} with {check_in.person}" if check_in.person else kind_words(check_in)
    kind = kind if check_in.contact_made else f"{kind}, not reached"
    note = line_words(check_in)
    if not note.isprintable():
        note = " ↵ ".join(note.splitlines())
    return f"{kind}  {note}".rstrip()
