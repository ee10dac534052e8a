"""Exporting by asking: what, into which file, with private words or without."""

from advisory.exchange.tables import export, gather
from advisory.rules.refusal import Refusal
from advisory.store import write_atomically
from advisory.tui.dialogs.fields.export import YES, export_fields
from advisory.tui.dialogs.fields.file import here, read_path
from advisory.tui.screens.base.flow import Flow, Values


async def export_by_asking(screen: Flow) -> None:
    """Fill in the form and write the file; a name that is taken is refused."""
    caseload = screen.desk.caseload

    def write(values: Values) -> None:
        path = read_path(values["file"], "Into which file? Type a name, such as caseload.csv.")
        what = values["what"]
        exported = export(what, gather(what, caseload), include_private=values["private"] == YES)
        try:
            write_atomically(path, exported.data, replace=False)
        except (OSError, ValueError) as error:  # ValueError: a NUL in the path, or no name at its end
            raise Refusal(f"{path} could not be written: {getattr(error, 'strerror', None) or error}.") from error
        left_out = f"; private words of {exported.left_out} left out" if exported.left_out else ""
        screen.say(f"Exported {exported.rows} row{'' if exported.rows == 1 else 's'} to {path}{left_out}")

    await screen.fill("export", "Export as CSV", export_fields(here(caseload.store.folder), caseload.today), write)
