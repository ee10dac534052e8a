"""`advisory calendar remove`: takes something out."""

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk
from advisory.rules.refusal import Refusal

from .listing import calendar_records


@example("calendar remove n0000001", "remove a period, a term or days off")
@click.command(cls=Command)
@click.argument("record_id", metavar="ID")
@click.pass_obj
def remove(sitting: Sitting, record_id: str) -> None:
    """Remove a period, a term or days off, by the id in the list."""
    from advisory.casework.calendar.remove import remove_from_calendar

    with sitting.caseload() as caseload:
        record = next((one for one in calendar_records(caseload) if one.id == record_id), None)
        if record is None:
            raise Refusal(f"Nothing in the calendar has the id {record_id}. `advisory calendar` lists the ids.")
        talk(f"{remove_from_calendar(caseload, record)} [{record.id}]. `advisory undo` brings it back.")
