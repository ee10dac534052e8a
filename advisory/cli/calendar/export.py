"""`advisory calendar export`: your dates as an .ics file."""

from datetime import tzinfo
from pathlib import Path

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.options import NamedFile
from advisory.cli.base.sitting import Sitting, talk
from advisory.cli.base.write_file import write_file
from advisory.exchange.calendar.zone import local_zone, named_zone
from advisory.model.words import Audience
from advisory.streams import write_data


@example(
    "calendar export -o dates.ics",
    "save defenses, your milestones, pact reviews and promises for your calendar program",
)
@click.command("export", cls=Command)
@click.option("-o", "--output", type=NamedFile(), metavar="FILE", help="The file to write; without it, stdout.")
@click.option(
    "--for",
    "audience",
    default=Audience.MYSELF.value,
    type=click.Choice([Audience.MYSELF.value, Audience.STAFF.value]),
    help="Whose calendar it is for; without it, yours. What goes to others is logged.",
)
@click.option(
    "--names", "is_named", is_flag=True, help="Write names instead of initials. Think about who sees your calendar."
)
@click.option(
    "--zone", metavar="NAME", help="The school's time zone, such as America/Chicago; without it, this computer's."
)
@click.option("--force", is_flag=True, help="Overwrite the file if it is there.")
@click.pass_obj
def export(
    sitting: Sitting, output: Path | None, zone: str | None, audience: str, *, is_named: bool, force: bool
) -> None:
    """Write your dates from today on as an .ics file: initials, no text of a note, all marked private.

    Import it again after a change: what is there already is updated. What is done or deleted stays until you remove it.
    """
    from advisory.exchange.calendar.ics_out import calendar_file
    from advisory.exchange.calendar.own_dates import own_dates

    where: tzinfo | None = named_zone(zone) if zone else local_zone()
    with sitting.caseload() as caseload:
        dates = own_dates(caseload, caseload.names if is_named else caseload.initials)
    written = calendar_file(dates, where)
    if output is None:
        write_data(written)
    else:
        write_file(output, written, home=sitting.folder, force=force)
    if audience != Audience.MYSELF.value:
        from advisory.casework.share.log_page import log_page

        with sitting.caseload() as caseload:
            file = str(output.resolve()) if output else ""
            log_page(caseload, Audience(audience), [one.id for one in caseload.students], what="your dates", file=file)
    if output is not None:
        talk(f"{len(dates)} date{'' if len(dates) == 1 else 's'} written to {output}")
    if where is None and any(one.starts for one in dates):
        talk(
            "This computer's time zone has no name that calendars know, so hours are written without one; --zone names it."
        )
