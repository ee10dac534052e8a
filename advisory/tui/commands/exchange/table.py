"""Exporting a table: for yourself whole, for others what may leave, which is shown first."""

from pathlib import Path
from typing import TYPE_CHECKING

from advisory.tui.commands.base import Values, fill, shows_dialog

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen


@shows_dialog
async def export_table(screen: "CaseScreen") -> None:
    """Ask what to export, for whom and to which file; for others it is shown first. A file that exists is never overwritten."""
    from advisory.model.words import Audience
    from advisory.store import need_free_place
    from advisory.tui.dialogs.fields.export import export_fields
    from advisory.tui.dialogs.fields.file import here, read_path

    caseload = screen.desk.caseload

    async def write(values: Values) -> None:
        path = read_path(values["file"], "Into which file? Type a name, such as caseload.csv.")
        need_free_place(caseload.store.folder, path)
        if Audience(values["for"]) is Audience.MYSELF:
            _write_whole(screen, values["what"], path)
        else:
            await _give(screen, values, path)

    fields = export_fields(screen.desk, here(caseload.store.folder))
    await fill(screen, "export", "Export a table", fields, write, does="goes on")


def _write_whole(screen: "CaseScreen", what: str, path: Path) -> None:
    """Write the whole table, for the advisor alone."""
    from advisory.exchange.tables import XLSX, export, format_of, gather
    from advisory.store import write_file

    exported = export(what, gather(what, screen.desk.caseload), as_workbook=format_of(path.name) == XLSX)
    write_file(path, exported.data)
    screen.say(f"Exported {exported.rows} row{'' if exported.rows == 1 else 's'} for you alone to {path}")


async def _give(screen: "CaseScreen", values: Values, path: Path) -> None:
    """Show what of a table may leave for others, and write what is decided."""
    from advisory.caseload.leaving.leaving import leaving_of
    from advisory.exchange.tables import format_of
    from advisory.exchange.tables.audience import HOME, need_for
    from advisory.exchange.tables.table_out import kinds_of, table_out
    from advisory.model.words import Audience
    from advisory.rules.leaving.outgoing import Outgoing
    from advisory.rules.leaving.preview import Choice
    from advisory.tui.commands.share.giving import give, need_names_shown
    from advisory.tui.dialogs.fields.whose import STUDENT, student_in

    need_names_shown(screen)
    format_of(path.name)
    desk, what, audience = screen.desk, values["what"], Audience(values["for"])
    named = values[STUDENT].strip()
    who = student_in(desk, values, "") if named else screen.highlighted.student if audience in HOME else ""
    need_for(what, audience, of_one=bool(who))
    students = [who] if who else [one.id for one in desk.caseload.everyone]

    def make(choice: Choice) -> Outgoing:
        leaving = leaving_of(
            desk.caseload,
            students,
            audience,
            desk.uncovered,
            kinds=kinds_of(what),
            included=choice.included,
            instead=choice.instead,
        )
        return table_out(what, desk.caseload, leaving)

    whose = f" of {desk.name(who)}" if who else ""
    await give(screen, f"The table of {what}{whose}, for {audience.label}", make, path)
