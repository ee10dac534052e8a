"""`advisory export`: writes a table as CSV or as an Excel workbook."""

import sys
from pathlib import Path

import click

from advisory.exchange.tables import CSV, EXPORTS, FORMATS, XLSX, export, format_of, gather
from advisory.rules.refusal import Refusal
from advisory.streams import write_data

from .base.command import Command, example
from .base.options import NamedFile
from .base.sitting import Sitting, talk
from .base.write_file import write_file


@example("export caseload -o caseload.csv", f"save a CSV file; also {', '.join(EXPORTS[1:])}")
@example("export students -o students.xlsx", "save an Excel workbook")
@click.command("export", cls=Command)
@click.argument("what", type=click.Choice(EXPORTS))
@click.option("-o", "--output", type=NamedFile(), metavar="FILE", help="The file to write; without it, stdout.")
@click.option(
    "--include-private", is_flag=True, help="Include the text of private records. Think about who will read it."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="csv or xlsx; without it, what the name of the file ends in, else csv.",
)
@click.option("--no-bom", is_flag=True, help="Leave out the mark that tells Excel the file is UTF-8.")
@click.option("--force", is_flag=True, help="Overwrite the file if it is there.")
@click.pass_obj
def export_table(
    sitting: Sitting,
    what: str,
    output: Path | None,
    form: str | None,
    *,
    include_private: bool,
    no_bom: bool,
    force: bool,
) -> None:
    """Write a table as CSV or as an Excel workbook, for a spreadsheet."""
    as_workbook = (form or (format_of(output.name) if output else CSV)) == XLSX
    if as_workbook and output is None and sys.stdout.isatty():
        raise Refusal("A workbook can't be shown in a terminal. Name a file: -o caseload.xlsx")
    with sitting.caseload() as caseload:
        sources = gather(what, caseload)
        exported = export(what, sources, bom=not no_bom, include_private=include_private, as_workbook=as_workbook)
    if output is None:
        write_data(exported.data)
    else:
        write_file(output, exported.data, home=sitting.folder, force=force)
        talk(f"{_rows(exported.rows)} written to {output}")
    if exported.left_out:
        talk(f"Private words of {_rows(exported.left_out)} were left out; --include-private writes them.")


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"
