"""The fields of the export form, and writing what it asks for."""

from datetime import date
from pathlib import Path

from advisory.casework.caseload import Caseload
from advisory.exchange.tables import EXPORTS, export, gather
from advisory.rules.refusal import Refusal
from advisory.store import write_atomically

from .field import Field

_YES, _NO = "yes", "no"


def export_fields(folder: Path, today: date) -> list[Field]:
    """A form that proposes the caseload, a file named by the day, and leaving private words out."""
    return [
        Field("what", "What", choices=[(what, what) for what in EXPORTS]),
        Field("file", "Into the file", value=str(folder / f"advisory-{today.isoformat()}.csv")),
        Field("private", "With private words", choices=[(_NO, "no, leave them out"), (_YES, "yes, for my own eyes")]),
    ]


def export_to(caseload: Caseload, values: dict[str, str]) -> str:
    """Write the file, and say in a sentence what is in it. Refuses a name that is taken."""
    path = Path(values["file"].strip()).expanduser()
    if not values["file"].strip():
        raise Refusal("Into which file? Type a name, such as caseload.csv.")
    exported = export(values["what"], gather(values["what"], caseload), include_private=values["private"] == _YES)
    try:
        write_atomically(path, exported.data, replace=False)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise Refusal(f"{path} could not be written: {getattr(error, 'strerror', None) or error}.") from error
    left_out = f"; private words of {exported.left_out} left out" if exported.left_out else ""
    return f"Exported {exported.rows} rows to {path}{left_out}"
