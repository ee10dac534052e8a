"""Writing the advisor's own dates as a file for a calendar program."""

from typing import TYPE_CHECKING

from advisory.exchange.calendar.zone import local_zone
from advisory.model.words import Audience
from advisory.rules.leaving.outgoing import Outgoing
from advisory.rules.leaving.preview import Choice
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.commands.share.page import audience_field
from advisory.tui.dialogs.form.field import Field, FieldKind

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen

_INITIALS, _NAMES = "initials", "names"
_ABOUT = "Defenses, your milestones, pact reviews and promises from today on, without the text of a note. Import it again after a change."


@shows_dialog
async def save_dates(screen: "CaseScreen") -> None:
    """Ask for the file and how students are called in it, and write it; for others it is shown first. A file that exists is never overwritten."""
    from advisory.caseload.leaving.page_leaving import dates_leaving
    from advisory.exchange.calendar.dates_out import dates_out
    from advisory.tui.commands.share.giving import give
    from advisory.tui.dialogs.fields.file import here, read_path

    caseload = screen.desk.caseload

    async def write(values: Values) -> None:
        path = read_path(values["file"], "Into which file? Type a name, such as dates.ics.")
        audience, is_named = Audience(values["for"]), values["called"] == _NAMES
        called_by = caseload.names if is_named else caseload.initials

        def make(choice: Choice) -> Outgoing:
            leaving = dates_leaving(caseload, audience, screen.desk.uncovered, choice)
            return dates_out(caseload, leaving, called_by, local_zone())

        await give(screen, f"Your dates, for {audience.label}", make, path)

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
    await fill(screen, "calendar_file", "Your dates, for your calendar", fields, write, about=_ABOUT, does="goes on")
