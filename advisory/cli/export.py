"""`advisory export`: writes a table as CSV."""

import sys
from pathlib import Path

import click

from advisory.exchange.tables import EXPORTS, export, gather

from .base.sitting import Sitting, talk
from .base.write_file import write_file


@click.command("export")
@click.argument("what", type=click.Choice(EXPORTS))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="The file to write; stdout without it."
)
@click.option(
    "--include-private", is_flag=True, help="With the text of private records. Ask yourself who will read it."
)
@click.option("--no-bom", is_flag=True, help="Without the mark by which Excel knows UTF-8.")
@click.option("--force", is_flag=True, help="Overwrite the file if it is there.")
@click.pass_obj
def export_table(
    sitting: Sitting, what: str, output: Path | None, *, include_private: bool, no_bom: bool, force: bool
) -> None:
    """Write a table as CSV, for a spreadsheet."""
    with sitting.caseload() as caseload:
        exported = export(what, gather(what, caseload), bom=not no_bom, include_private=include_private)
    if output is None:
        sys.stdout.buffer.write(exported.data)
        sys.stdout.buffer.flush()
    else:
        write_file(output, exported.data, force=force)
        talk(f"{_rows(exported.rows)} written to {output}")
    if exported.left_out:
        talk(f"Private words of {_rows(exported.left_out)} were left out; --include-private writes them.")


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"
