"""A check-in in one line."""

from advisory.model import CheckIn


def check_in_line(check_in: CheckIn) -> str:
    """Its kind and its note; the reader adds the day and the name."""
    kind = check_in.kind.label if check_in.contact_made else f"{check_in.kind.label}, not reached"
    return f"{kind}  {' ↵ '.join(check_in.line.splitlines())}".rstrip()
