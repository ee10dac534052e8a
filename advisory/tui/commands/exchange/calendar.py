"""Writing the advisor's own dates as a file for a calendar program."""

from typing import TYPE_CHECKING

from advisory.casework.share.log_page import log_page
from advisory.exchange.calendar.zone import local_zone
from advisory.model.words import Audience
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.commands.page import audience_field
from advisory.tui.dialogs.form.field import Field, FieldKind

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen

_INITIALS, _NAMES = "initials", "names"
_ABOUT = "Defenses, your milestones, pact reviews and promises from today on, without the text of a note. Import it again after a change."


@shows_dialog
async def save_dates(screen: "CaseScreen") -> None:
    """Ask for the file and how students are called in it, and write it. A file that exists is never overwritten."""
    from advisory.exchange.calendar.ics_out import calendar_file
    from advisory.exchange.calendar.own_dates import own_dates
    from advisory.store import need_free_place, write_file
    from advisory.tui.dialogs.fields.file import here, read_path

    caseload = screen.desk.caseload

    def write(values: Values) -> None:
        path = read_path(values["file"], "Into which file? Type a name, such as dates.ics.")
        need_free_place(caseload.store.folder, path)
        audience, is_named = Audience(values["for"]), values["called"] == _NAMES
        dates = own_dates(caseload, caseload.names if is_named else caseload.initials)
        write_file(path, calendar_file(dates, local_zone()))
        students = [one.id for one in caseload.students]
        log_page(caseload, audience, students, what="your dates", file=str(path.resolve()))
        count = f"{len(dates)} date{'' if len(dates) == 1 else 's'}"
        screen.say(f"{count} for {audience.label} written to {path}")

    name = f"advisory-{caseload.today.isoformat()}.ics"
    fields = [
        Field("file", "Into the file (.ics)", str(here(caseload.store.folder) / name), kind=FieldKind.FILE),
        audience_field(Audience.MYSELF, Audience.STAFF),
        Field(
            "called",
            "Students are called by",
            choices=[(_INITIALS, "their initials"), (_NAMES, "their names; think about who sees your calendar")],
            is_about_nobody=True,
        ),
    ]
    await fill(
        screen, "calendar_file", "Your dates, for your calendar", fields, write, about=_ABOUT, does="writes the file"
    )
