"""The fields of the export form."""

from datetime import date
from pathlib import Path

from advisory.exchange.tables import EXPORTS
from advisory.tui.dialogs.form.field import Field, FieldKind

YES, NO = "yes", "no"


def export_fields(folder: Path, today: date) -> list[Field]:
    """The export form: by default the caseload, into a file named after today, without private words."""
    return [
        Field("what", "What", choices=[(what, what) for what in EXPORTS], is_about_nobody=True),
        Field(
            "file",
            "Into the file (.csv, or .xlsx for Excel)",
            value=str(folder / f"advisory-{today.isoformat()}.csv"),
            kind=FieldKind.FILE,
        ),
        Field(
            "private",
            "Include private notes",
            choices=[(NO, "no, leave them out"), (YES, "yes, only you will read it")],
            is_about_nobody=True,
        ),
    ]
