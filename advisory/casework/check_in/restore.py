"""List the check-ins in the trash, and restore one."""

from datetime import datetime, timedelta

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn
from advisory.rules.refusal import Refusal

KEPT_FOR = timedelta(days=30)
"""How long the trash dialog promises to keep a check-in. Nothing empties the trash yet."""


def kept_until(check_in: CheckIn) -> datetime | None:
    """Until when the trash promises to keep it; None when it is not in the trash."""
    return check_in.deleted_at + KEPT_FOR if check_in.deleted_at else None


def deleted_check_ins(caseload: Caseload) -> list[CheckIn]:
    """The check-ins in the trash, the last deleted first."""
    return sorted(caseload.store.trash(CheckIn), key=lambda gone: (str(gone.deleted_at), gone.id), reverse=True)


def restore_check_in(caseload: Caseload, check_in_id: str) -> CheckIn:
    """Restore one check-in, which counts again at once. Refuses one that is not in the trash."""
    with caseload.store.change("Check-in brought back", caseload.now()) as change:
        check_in = change.need(CheckIn, check_in_id)
        if check_in.deleted_at is None:
            raise Refusal("That check-in is not in the trash: it is in the log.")
        return change.restore(check_in)
