"""`advisory calendar remove`: takes something out."""

import click

from advisory.cli.base.sitting import Sitting, talk
from advisory.rules.refusal import Refusal

from .listing import calendar_records


@click.command()
@click.argument("record_id", metavar="ID")
@click.pass_obj
def remove(sitting: Sitting, record_id: str) -> None:
    """Take out a period, a term or days without school, by the id in the list."""
    from advisory.casework.calendar.remove import remove_from_calendar

    with sitting.caseload() as caseload:
        record = next((one for one in calendar_records(caseload) if one.id == record_id), None)
        if record is None:
            raise Refusal(f"Nothing in the calendar has the id {record_id}; `advisory calendar` lists them.")
        talk(f"{remove_from_calendar(caseload, record)} [{record.id}]. `advisory undo` brings it back.")
