"""Writing what a screen draws to a file, as SVG or HTML."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from advisory.caseload.leaving.leaving import leaving_of
from advisory.exchange.picture.file import ENDINGS
from advisory.exchange.picture.picture_out import picture_out
from advisory.model.words import Audience
from advisory.rules.leaving.only import only
from advisory.rules.leaving.outgoing import Outgoing
from advisory.rules.leaving.preview import Choice
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.commands.share.giving import give

if TYPE_CHECKING:
    from advisory.tui.desk import Desk
    from advisory.tui.screens.time.screen import TimeScreen
    from advisory.tui.screens.year.screen import YearScreen

INITIALS, FULL, NONE = "initials", "full", "none"
_NAMES = [
    (INITIALS, "initials, for staff"),
    (FULL, "full names, for your eyes only"),
    (NONE, "none: Student 1, Student 2, for anybody"),
]
_AUDIENCES = {INITIALS: Audience.STAFF, FULL: Audience.MYSELF, NONE: Audience.COUNTS}
"""Which names stand on it → whom it is for."""


@shows_dialog
async def save(screen: "TimeScreen | YearScreen") -> None:
    """Ask which names to show and for the file, show what is on it, and write it. A file that exists is never overwritten."""
    from advisory.tui.dialogs.fields.file import new_file, read_path
    from advisory.tui.dialogs.form.field import Field, FieldKind

    desk = screen.desk

    async def write(values: Values) -> None:
        path = read_path(values["file"], f"Into which file? Type a name, such as {screen.stem}.svg.")
        audience = _AUDIENCES[values["names"]]
        what = "picture of your time" if screen.stem == "time" else "picture of the year"
        students = [one.id for one in desk.caseload.students]
        leaving = only(leaving_of(desk.caseload, students, audience, desk.uncovered, kinds=()), ())

        def make(_choice: Choice) -> Outgoing:
            return picture_out(what, screen.picture(_names(desk, values["names"])), leaving)

        make(Choice()).file((), path.name)  # an ending that it can't have is refused in the form
        await give(screen, f"{what.capitalize()}, for {audience.label}", make, path)

    proposed = new_file(desk.caseload.store.folder, f"{screen.stem}-{desk.caseload.today.isoformat()}", ENDINGS[0])
    fields = [
        Field("names", "For whom, with which names", choices=_NAMES, is_about_nobody=True),
        Field("file", "Into the file", value=str(proposed), hint=f"{screen.stem}.svg, or .html", kind=FieldKind.FILE),
    ]
    about = "It holds the chart and a line for each student, and no notes."
    await fill(screen, "picture", "Save the picture", fields, write, record_id=screen.stem, about=about, does="goes on")


def _names(desk: "Desk", which: str) -> Callable[[str], str]:
    """A function from a student's id to the name on the picture."""
    if which == FULL:
        return desk.caseload.names.__getitem__
    if which == INITIALS:
        return lambda student_id: desk.caseload.initials[student_id]
    numbers: dict[str, int] = {}  # in the order of the rows: that of the alphabet would tell who is who
    return lambda student_id: f"Student {numbers.setdefault(student_id, len(numbers) + 1)}"
