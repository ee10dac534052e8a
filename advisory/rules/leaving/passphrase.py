"""What a new passphrase has to be, for a file that leaves."""

from advisory.rules.refusal import Refusal

FEWEST = 8
"""Characters a new passphrase has at least."""


def refuse_short(words: str) -> None:
    """Refuse a passphrase that is guessed too easily."""
    if len(words) < FEWEST:
        raise Refusal(f"That passphrase is too short: use at least {FEWEST} characters, such as three or four words.")
