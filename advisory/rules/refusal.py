"""The sentence with which a rule says no."""


class Refusal(Exception):  # noqa: N818 - it is an answer, not a fault
    """A change the rules do not allow; its text is a sentence a person can act on."""
