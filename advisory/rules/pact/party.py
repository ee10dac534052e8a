"""What the two who make a pact sign with."""

from collections.abc import Iterable

from advisory.model import Pact
from advisory.model.words import Observer

UNNAMED = "Advisor"
"""What an advisor signs with who never signed a pact yet."""


def advisor_name(pacts: Iterable[Pact]) -> str:
    """The name the advisor agreed with last; UNNAMED when there is none."""
    signed = [yes for pact in pacts for yes in pact.agreements if yes.party is Observer.ADVISOR]
    return max(signed, key=lambda yes: yes.on).name if signed else UNNAMED
