"""A sheet of a workbook as text."""

import csv
import io

import msgspec


class Sheet(msgspec.Struct, frozen=True):
    """A sheet that somebody can see. Row 1 of the sheet is `rows[0]`, also where the first rows are blank."""

    name: str
    rows: list[list[str]]
    notices: tuple[str, ...] = ()

    def as_lines(self) -> list[str]:
        """The sheet as the lines of the CSV file it would be saved as: each row is one line, so they number alike."""
        lines = io.StringIO(newline="")
        csv.writer(lines, quoting=csv.QUOTE_ALL).writerows(self.rows)
        return lines.getvalue().splitlines(keepends=True)
