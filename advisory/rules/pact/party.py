"""The advisor's name in agreements to pacts."""

from collections.abc import Iterable

from advisory.model import Pact
from advisory.model.words import Observer

UNNAMED = "Advisor"
"""Used until the advisor has agreed to a pact."""


def advisor_name(pacts: Iterable[Pact]) -> str:
    """The name in the advisor's latest agreement; UNNAMED if there is none."""
    signed = [yes for pact in pacts for yes in pact.agreements if yes.party is Observer.ADVISOR]
    return max(signed, key=lambda yes: yes.on).name if signed else UNNAMED
