"""The fields of the export form."""

from pathlib import Path

from msgspec.structs import replace

from advisory.exchange.tables import EXPORTS
from advisory.model.words import Audience
from advisory.tui.desk import Desk
from advisory.tui.dialogs.form.field import Field, FieldKind

from .whose import whose_field

_READERS = [
    (Audience.STAFF.value, "staff: nothing private"),
    (Audience.MYSELF.value, "yourself: everything"),
    (Audience.STUDENT.value, "the student: what is theirs"),
    (Audience.FAMILY.value, "the family: what is shareable"),
    (Audience.COUNTS.value, "counts only"),
]


def export_fields(desk: Desk, folder: Path) -> list[Field]:
    """The export form: by default the caseload for staff, into a file named after today."""
    return [
        Field("what", "What", choices=[(what, what) for what in EXPORTS], is_about_nobody=True),
        Field("for", "For whom", choices=_READERS, is_about_nobody=True),
        replace(
            whose_field(desk, ""), label="Only one student", hint="blank: everybody, or the highlighted one's family"
        ),
        Field(
            "file",
            "Into the file (.csv, or .xlsx for Excel)",
            value=str(folder / f"advisory-{desk.caseload.today.isoformat()}.csv"),
            kind=FieldKind.FILE,
        ),
    ]
