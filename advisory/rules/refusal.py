"""Refusals: how a rule says no."""


class Refusal(Exception):  # noqa: N818 - an answer, not an error
    """A change the rules do not allow. Its text is a sentence that tells a person what to do instead."""
