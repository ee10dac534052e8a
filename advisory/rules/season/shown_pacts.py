"""Whose success lines a panel looks for."""

from collections.abc import Iterable

from advisory.model import DefensePlan, Pact
from advisory.model.words import PactStatus


def shown_pacts(plan: DefensePlan, pacts: Iterable[Pact]) -> list[Pact]:
    """The pacts that became artifacts, else the active one; `pacts` are the student's own."""
    sources, own = {artifact.came_from for artifact in plan.artifacts}, list(pacts)
    return [pact for pact in own if pact.id in sources] or [pact for pact in own if pact.status is PactStatus.ACTIVE]
