"""`advisory calendar export`: your dates as an .ics file."""

from datetime import tzinfo
from pathlib import Path

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.give import FORCE, INCLUDE, PREVIEW, PRIVATE, SHARED_WITH, STAND_IN, Asked
from advisory.cli.base.options import NamedFile
from advisory.cli.base.sitting import Sitting
from advisory.exchange.calendar.zone import local_zone, named_zone
from advisory.model.words import Audience


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
@SHARED_WITH
@PRIVATE
@INCLUDE
@PREVIEW
@FORCE
@click.pass_obj
def export(
    sitting: Sitting, output: Path | None, zone: str | None, audience: str, shared_with: str, include: tuple[str, ...], *,
    is_named: bool, include_private: bool, preview: bool, force: bool,
) -> None:  # fmt: skip
    """Write your dates from today on as an .ics file: initials, no text of a note, all marked private.

    For staff your promises stay out, and other students' names are covered. Import it again after a change: what is there
    already is updated. What is done or deleted stays until you remove it.
    """
    from advisory.caseload.leaving.page_leaving import dates_leaving
    from advisory.cli.base.give import give
    from advisory.cli.base.not_a_name import uncovered_now
    from advisory.exchange.calendar.dates_out import dates_out
    from advisory.rules.leaving.outgoing import Outgoing
    from advisory.rules.leaving.preview import Choice

    where: tzinfo | None = named_zone(zone) if zone else local_zone()
    with sitting.caseload() as caseload:
        uncovered = uncovered_now(caseload)
        called_by = caseload.names if is_named else caseload.initials

        def make(choice: Choice) -> Outgoing:
            leaving = dates_leaving(caseload, Audience(audience), uncovered, choice)
            return dates_out(caseload, leaving, called_by, where, names_zone="; --zone names it")

        asked = Asked(output, shared_with, STAND_IN, include_private, preview, force, include)
        give(sitting, caseload, make, asked, name=output.name if output else "dates.ics", shows_first=True)
