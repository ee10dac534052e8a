"""`advisory year-end leave`: several students leave, in one change."""

from datetime import date

import click

from advisory.caseload.called import name_some
from advisory.cli.base.command import Command, example
from advisory.cli.base.day import Day
from advisory.cli.base.sitting import Sitting, talk
from advisory.model.words import Status


@example("year-end leave maya diego --graduated", "or --transferred, --archived; --since DAY if not today")
@click.command(cls=Command)
@click.argument("names", nargs=-1, required=True, metavar="NAME…")
@click.option("--graduated", "way", flag_value=Status.GRADUATED.value, help="They graduate.")
@click.option("--transferred", "way", flag_value=Status.TRANSFERRED.value, help="They go to somebody else.")
@click.option("--archived", "way", flag_value=Status.ARCHIVED.value, help="Another way to leave.")
@click.option("--since", type=Day(past=True), metavar="DAY", help="Since when, if not today.")
@click.pass_obj
def leave(sitting: Sitting, names: tuple[str, ...], way: str | None, since: date | None) -> None:
    """Write down who leaves, and how; everything written about them stays. Those who left already are passed over."""
    from advisory.casework.year_end.leave import leave

    if way is None:
        raise click.UsageError("How do they leave? --graduated, --transferred or --archived.")
    status = Status(way)
    with sitting.caseload() as caseload:
        found = [caseload.one(name, also_left=True) for name in names]
        gone = [one for one in found if one.status is status]
        for one in gone:
            talk(f"{caseload.names[one.id]} has left already ({status.label}).")
        ids = [one.id for one in found if one not in gone]
        if ids:
            left = leave(caseload, ids, status, since=since)
            named = name_some([caseload.names[one.id] for one in left])
            talk(f"Left, {status.label}: {named}. Everything written stays; `advisory undo` takes it back.")
