"""Writing what a screen draws to a file, as SVG or HTML."""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from advisory.casework.share.log_page import log_page
from advisory.exchange.picture.file import ENDINGS, picture_file
from advisory.model.words import Audience
from advisory.store import need_free_place, write_file

from .base import Values, fill, shows_dialog

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
    """Ask which names to show and for the file, and write it. A file that exists is never overwritten."""
    from advisory.tui.dialogs.fields.file import here, read_path
    from advisory.tui.dialogs.form.field import Field, FieldKind

    desk = screen.desk
    folder = desk.caseload.store.folder

    def write(values: Values) -> None:
        path = read_path(values["file"], f"Into which file? Type a name, such as {screen.stem}.svg.")
        data = picture_file(screen.picture(_names(desk, values["names"])), path.suffix)
        need_free_place(folder, path)
        write_file(path, data)
        audience, students = _AUDIENCES[values["names"]], [one.id for one in desk.caseload.students]
        log_page(
            desk.caseload,
            audience,
            students,
            what="picture of your time" if screen.stem == "time" else "picture of the year",
            file=str(path.resolve()),
        )
        screen.say(f"Written for {audience.label} to {path}.")

    proposed = _unused(here(folder), f"{screen.stem}-{desk.caseload.today.isoformat()}")
    fields = [
        Field("names", "For whom, with which names", choices=_NAMES, is_about_nobody=True),
        Field("file", "Into the file", value=str(proposed), hint=f"{screen.stem}.svg, or .html", kind=FieldKind.FILE),
    ]
    about = "It holds the chart and a line for each student, and no notes."
    await fill(screen, "picture", "Save the picture", fields, write, record_id=screen.stem, about=about)


def _names(desk: "Desk", which: str) -> Callable[[str], str]:
    """A function from a student's id to the name on the picture."""
    if which == FULL:
        return desk.caseload.names.__getitem__
    if which == INITIALS:
        return lambda student_id: desk.caseload.initials[student_id]
    numbers: dict[str, int] = {}  # in the order of the rows: that of the alphabet would tell who is who
    return lambda student_id: f"Student {numbers.setdefault(student_id, len(numbers) + 1)}"


def _unused(folder: Path, stem: str) -> Path:
    """A path that doesn't exist yet and names nobody."""
    names = (f"{stem}{f'-{number}' if number > 1 else ''}{ENDINGS[0]}" for number in count(1))
    return next(path for path in map(folder.joinpath, names) if not path.exists())
