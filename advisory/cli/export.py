"""`advisory export`: writes a table as CSV or as an Excel workbook, for a named audience."""

import sys
from pathlib import Path

import click

from advisory.exchange.tables import CSV, EXPORTS, FORMATS, XLSX, export, format_of, gather
from advisory.model.words import Audience
from advisory.rules.refusal import Refusal
from advisory.streams import write_data

from .base.command import Command, example
from .base.give import FORCE, INCLUDE, NAMES, PREVIEW, PRIVATE, SHARED_WITH, Asked
from .base.options import NamedFile
from .base.sitting import Sitting, talk
from .base.write_file import write_file


@example("export caseload -o caseload.csv", f"save a CSV file for staff; also {', '.join(EXPORTS[1:])}")
@example("export students --for myself -o students.xlsx", "save an Excel workbook, whole, for you alone")
@example("export checkins --for family --student maya --preview", "see what would go to one family, and what stays")
@example("export summary --for counts", "contacts, one-to-ones, celebrations and pacts in numbers, for the grade team")
@click.command("export", cls=Command)
@click.argument("what", type=click.Choice(EXPORTS))
@click.option("-o", "--output", type=NamedFile(), metavar="FILE", help="The file to write; without it, stdout.")
@click.option(
    "--for",
    "audience",
    type=click.Choice([one.value for one in Audience]),
    help="Who reads it, which decides what is in it: you alone (everything), one student, their family, staff, or "
    "anybody who gets only counts. Without it: staff.",
)
@click.option("--student", "who", metavar="NAME", help="Only this student; needed for a student and a family.")
@SHARED_WITH
@NAMES
@PRIVATE
@INCLUDE
@PREVIEW
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="csv or xlsx; without it, what the name of the file ends in, else csv.",
)
@click.option("--no-bom", is_flag=True, help="Leave out the mark that tells Excel the file is UTF-8.")
@FORCE
@click.pass_obj
def export_table(
    sitting: Sitting,
    what: str,
    output: Path | None,
    audience: str | None,
    who: str | None,
    shared_with: str,
    names: str | None,
    include: tuple[str, ...],
    form: str | None,
    *,
    include_private: bool,
    preview: bool,
    no_bom: bool,
    force: bool,
) -> None:
    """Write a table as CSV or as an Excel workbook, for a spreadsheet.

    For others private rows stay out, and so do sensitive facts and other students' names; for a student or a family there
    are checkins, pacts, evidence and defenses of one student, and counts are summary and time. What goes to others is
    logged: see `advisory shared`.
    """
    ending = form or (format_of(output.name) if output else CSV)
    if ending == XLSX and output is None and sys.stdout.isatty():
        raise Refusal("A workbook can't be shown in a terminal. Name a file: -o caseload.xlsx")
    reader = Audience(audience) if audience else Audience.STAFF
    if reader is Audience.MYSELF:
        _write_whole(sitting, what, output, bom=not no_bom, as_workbook=ending == XLSX, force=force)
        return
    asked = Asked(output, shared_with, names, include_private, preview, force, include)
    why = "" if audience else " (--for says for whom else, and --for myself writes everything)"
    _give(sitting, what, reader, who, asked, why, bom=not no_bom, name=f"{what}.{ending}")


def _write_whole(
    sitting: Sitting, what: str, output: Path | None, *, bom: bool, as_workbook: bool, force: bool
) -> None:
    """Write the whole table, for the advisor alone."""
    with sitting.caseload() as caseload:
        exported = export(what, gather(what, caseload), bom=bom, as_workbook=as_workbook)
    if output is None:
        write_data(exported.data)
        return
    write_file(output, exported.data, home=sitting.folder, force=force)
    talk(f"{'1 row' if exported.rows == 1 else f'{exported.rows:,} rows'} written to {output}")


def _give(
    sitting: Sitting, what: str, reader: Audience, who: str | None, asked: Asked, why: str, *, bom: bool, name: str
) -> None:
    """Write what of a table may leave for others."""
    from advisory.caseload.leaving.leaving import leaving_of
    from advisory.cli.base.not_a_name import uncovered_now
    from advisory.exchange.tables.audience import need_for
    from advisory.exchange.tables.table_out import kinds_of, table_out
    from advisory.rules.leaving.outgoing import Outgoing
    from advisory.rules.leaving.preview import Choice

    from .base.give import give

    need_for(what, reader, of_one=who is not None)
    with sitting.caseload() as caseload:
        students = [caseload.one(who, also_left=True).id] if who else [one.id for one in caseload.everyone]
        uncovered = uncovered_now(caseload)

        def make(choice: Choice) -> Outgoing:
            leaving = leaving_of(
                caseload,
                students,
                reader,
                uncovered,
                kinds=kinds_of(what),
                included=choice.included,
                instead=choice.instead,
            )
            return table_out(what, caseload, leaving, bom=bom)

        give(sitting, caseload, make, asked, name=name, why=why)
