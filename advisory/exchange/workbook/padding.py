"""Find the cells of an .xlsx whose format fills a number with zeros, such as a student number shown as 000071.

The reader gives the number alone, 71. The rest of the format matters to nobody's name or number, so only this is read.
Source: ECMA-376, part 1, 18.3.1.4 (cells), 18.8.10 (cell formats) and 18.8.30 (number formats).
"""

import io
import posixpath
import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from .container import column_number

_ZEROS = re.compile(r'"?(0{2,15})"?\Z')
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_LINK_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLACE = re.compile(r"([A-Za-z]+)(\d+)\Z")
Padding = dict[tuple[int, int], int]
"""(row, column), both from 0 → how many digits the number is shown with."""


def read_padding(parts: Mapping[str, bytes]) -> dict[str, Padding]:
    """For each sheet by name, its cells shown with zeros in front. Empty if there are none, or the parts are unusual."""
    try:
        styles = _styles(parts)
        return {name: _cells(parts[part], styles) for name, part in _sheets(parts).items()} if styles else {}
    except (ET.ParseError, KeyError, ValueError):
        return {}  # the reader decides whether the workbook is damaged; numbers then stay as they are


def _styles(parts: Mapping[str, bytes]) -> dict[str, int]:
    """The index of a cell format → its digits, for the formats of nothing but zeros."""
    top = ET.fromstring(parts["xl/styles.xml"])  # noqa: S314 - expat limits how entities expand
    digits = {
        each.get("numFmtId", ""): len(zeros[1])
        for each in top.iter(f"{_MAIN}numFmt")
        if (zeros := _ZEROS.match(each.get("formatCode", "")))
    }
    formats = top.find(f"{_MAIN}cellXfs")
    return {
        str(at): digits[each.get("numFmtId", "")]
        for at, each in enumerate(formats if formats is not None else ())
        if each.get("numFmtId", "") in digits
    }


def _sheets(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The name of a sheet → the name of its part."""
    links = ET.fromstring(parts["xl/_rels/workbook.xml.rels"])  # noqa: S314
    targets = {
        each.get("Id", ""): posixpath.normpath(posixpath.join("/xl", each.get("Target", ""))).lstrip("/")
        for each in links.iter(f"{_LINKS}Relationship")
    }
    book = ET.fromstring(parts["xl/workbook.xml"])  # noqa: S314
    named = {each.get("name", ""): targets.get(each.get(_LINK_ID, ""), "") for each in book.iter(f"{_MAIN}sheet")}
    return {name: part for name, part in named.items() if part in parts}


def _cells(sheet: bytes, styles: Mapping[str, int]) -> Padding:
    found: Padding = {}
    for _, cell in ET.iterparse(io.BytesIO(sheet)):  # noqa: S314
        if cell.tag == f"{_MAIN}c" and (digits := styles.get(cell.get("s", ""))):
            place = _PLACE.match(cell.get("r", ""))
            if place:
                found[int(place[2]) - 1, column_number(place[1]) - 1] = digits
        elif cell.tag == f"{_MAIN}row":
            cell.clear()
    return found
