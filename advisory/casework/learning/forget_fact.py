"""Put a fact about a student into the trash, where it stays for thirty days."""

from advisory.caseload.caseload import Caseload
from advisory.model import KnownWell


def forget_fact(caseload: Caseload, fact_id: str) -> KnownWell:
    """Forget one fact; its side is told without it at once, undo brings it back."""
    with caseload.store.change("Fact forgotten", caseload.now()) as change:
        fact = change.need(KnownWell, fact_id)
        change.remove(fact)
        return fact
