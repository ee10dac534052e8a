"""Empty the trash of what has been in it for more than thirty days, at most once a day."""

from datetime import datetime, timedelta

from advisory.caseload.caseload import Caseload
from advisory.model import KINDS, Pact
from advisory.model.words import PactStatus
from advisory.store import Busy, StoreError, emptied_on, remember_emptied

KEPT = timedelta(days=30)


def due_in_trash(caseload: Caseload) -> list[str]:
    """The ids of what has been in the trash for longer than it is kept; a pact that was discarded counts as well."""
    store, since = caseload.store, caseload.now() - KEPT
    found = [one.id for kind in KINDS for one in store.trash(kind) if (one.deleted_at or one.updated_at) < since]
    return found + [one.id for one in store.all(Pact) if one.status is PactStatus.DISCARDED and one.updated_at < since]


def empty_trash(caseload: Caseload) -> str:
    """Purge what is due, and return what to tell the advisor; "" for nothing.

    It looks once a day and never raises: the next day tries again.

    On the first day nothing goes: an older version, which kept everything, may have been here the day before.
    """
    store, today = caseload.store, _day(caseload.now())
    last = emptied_on(store.folder)
    if store.is_read_only or last == today:
        return ""
    words = ""
    try:
        if last and (due := due_in_trash(caseload)):
            from .report import report

            purged = store.purge(due, caseload.now(), what="Trash emptied", keeps_undo=True)
            words = f"After {KEPT.days} days in the trash. {report(purged)}"
    except Busy:
        return ""
    except StoreError as error:
        words = f"What has been in the trash for more than {KEPT.days} days is still there. {error}"
    remember_emptied(store.folder, today)
    return words


def _day(at: datetime) -> str:
    return at.astimezone().date().isoformat()
