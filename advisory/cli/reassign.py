"""`advisory reassign`: a record written about the wrong student."""

import click

from advisory.caseload.caseload import Caseload
from advisory.casework.whose.going_along import Movable
from advisory.rules.refusal import Refusal

from .base.command import Command, example
from .base.sitting import Sitting, data, talk


@example(
    "reassign c0000123 jordan",
    "move a check-in, promise, fact or evidence to the right student, with what depends on it; --dry-run",
)
@click.command(cls=Command)
@click.argument("record", metavar="ID")
@click.argument("name")
@click.option("--dry-run", is_flag=True, help="Only show what would go along.")
@click.pass_obj
def reassign(sitting: Sitting, record: str, name: str, *, dry_run: bool) -> None:
    """Move a check-in, a promise, a fact or evidence (ID) to the student it is really about. One undo takes it back."""
    from advisory.casework.move_record import move_record
    from advisory.casework.whose.going_along import going_along

    with sitting.caseload() as caseload:
        shown, student = _movable(caseload, record), caseload.one(name, also_left=True)
        whose = caseload.names[shown.student]
        if student.id == shown.student:
            talk(f"The {shown.noun} [{shown.id}] is {whose}'s already.")
            return
        along = going_along(caseload, shown, student.id)
        for sentence in along.sentences:
            data(sentence)
        if dry_run:
            talk("Dry run: nothing was changed.")
            return
        move_record(caseload, shown, student.id)
        talk(f"The {shown.noun} [{shown.id}] moved from {whose} to {caseload.names[student.id]}.")


def _movable(caseload: Caseload, record_id: str) -> Movable:
    """The record with this id, if it can be moved and is not in the trash."""
    from advisory.model import CheckIn, Evidence, FollowUp, KnownWell

    store = caseload.store
    found: Movable | None = store.get(CheckIn, record_id) or store.get(FollowUp, record_id)
    found = found or store.get(KnownWell, record_id) or store.get(Evidence, record_id)
    if found is not None and found.deleted_at is None:
        return found
    raise Refusal(
        f"There is no check-in, promise, fact or evidence “{record_id}”. `log --json` and `show` name their ids."
    )
