"""Put a check-in into the trash, where it stays for thirty days."""

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn


def delete_check_in(caseload: Caseload, check_in_id: str) -> CheckIn:
    """Delete one check-in; the clocks forget it at once, undo brings it back."""
    with caseload.store.change("Check-in deleted", caseload.now()) as change:
        check_in = change.need(CheckIn, check_in_id)
        change.remove(check_in)
        return check_in
