"""A real spreadsheet opens what we export, splitting it at whatever it is told to: it computes nothing."""

import shutil
import subprocess
from pathlib import Path

import pytest
from record_case import TODAY, ticking

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.student.add import add_student
from advisory.exchange.file.cell import TRIGGERS
from advisory.exchange.file.workbook_out import workbook_file
from advisory.exchange.read_roster import read_roster
from advisory.exchange.roster.roster import Roster
from advisory.exchange.tables import XLSX, export, format_of, gather
from advisory.store import Store

SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "other, a bar": "|", "other, a colon": ":", "space": " "}
READINGS = {
    "as it opens a file": "34,76,1,,0,false,true,false,false,false,0,true",
    "without blanks around cells": "34,76,1,,0,false,true,false,false,true,0,true",
    "without quotation marks": ",76,1,,0,false,true,false,false,true,0,true",
}
"""How LibreOffice is told to read: the quotation mark, UTF-8, from line 1; and all of them evaluate formulas."""
NAMES = [
    *(
        f"x{between}=40+2{between}y"
        for between in (*SEPARATORS.values(), "\n", "\r\n", "\r", "; ", ";\u200b", ';"', ";'", ";\0")
    ),
    *(
        f"{before}=40+2"
        for before in ("", " ", "\u00a0", "\u200b", "\ufeff", "'", '"', "\t", "\n", "\0", "+", "(", ";;")
    ),
    *(f"x;{trigger}40+2;y" for trigger in TRIGGERS),
    'x";=40+2;"y',
    '"=40+2"',
]


def called(number: int) -> str:
    """A family name of its own; one with a digit in it would be taken for a room."""
    return f"Stone{chr(ord('a') + number // 26)}{chr(ord('a') + number % 26)}"


def seen(text: str) -> str:
    """What of a text is printed."""
    return "".join(character for character in text if character.isprintable() and character != " ")


def opened(folder: Path, data: bytes, separator: str, reading: str) -> str:
    """The CSV file as LibreOffice has it, in its own plain format."""
    return converted(folder, "file.csv", data, f"--infilter=CSV:{ord(separator)},{READINGS[reading]}")


def converted(folder: Path, name: str, data: bytes, *how: str) -> str:
    """A file as LibreOffice has it."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    assert office, "LibreOffice Calc is needed: -m 'slow and not spreadsheet' leaves this out"
    (folder / name).write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "fods", *how, "--outdir", str(folder), str(folder / name)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "file.fods").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def office_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One profile for all: making it takes longer than opening a file."""
    return tmp_path_factory.mktemp("office")


@pytest.fixture(scope="module")
def caseload(tmp_path_factory: pytest.TempPathFactory) -> Caseload:
    """Students and notes that are formulas, if they are cut in the right place."""
    store = Store.open(tmp_path_factory.mktemp("caseload") / "home")
    caseload = Caseload(store, today=lambda: TODAY, now=ticking())
    for number, name in enumerate(NAMES):
        student = add_student(caseload, given_name="Ada", family_name=called(number), preferred_name=name, grade=name)
        record_check_in(caseload, student.id, name, body=name)
    return caseload


@pytest.mark.slow
@pytest.mark.spreadsheet
@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("what", ["students", "checkins"])
def test_no_cell_computes(caseload: Caseload, office_folder: Path, what: str, separator: str, reading: str) -> None:
    exported = export(what, gather(what, caseload), bom=True)
    assert "table:formula" not in opened(office_folder, exported.data, SEPARATORS[separator], reading)


@pytest.mark.slow
@pytest.mark.spreadsheet
def test_a_workbook_opens_with_its_types_and_computes_nothing(caseload: Caseload, office_folder: Path) -> None:
    header, row = ["number", "day", "minutes", "note"], ["00071", TODAY, 12, "=40+2"]
    shown = "".join(converted(office_folder, "file.xlsx", workbook_file(header, [row], "notes")).split("\n      "))
    for cell in (
        'office:value-type="string" calcext:value-type="string"><text:p>00071',
        'office:value-type="date" office:date-value="2026-11-23"',
        'office:value-type="float" office:value="12"',
        'office:value-type="string" calcext:value-type="string"><text:p>=40+2',
    ):
        assert cell in shown
    for what in ("students", "checkins"):
        exported = export(what, gather(what, caseload), as_workbook=True)
        assert "table:formula" not in converted(office_folder, "file.xlsx", exported.data)


@pytest.mark.slow
@pytest.mark.spreadsheet
@pytest.mark.parametrize("separator", SEPARATORS)
def test_it_would_be_seen(office_folder: Path, separator: str) -> None:
    between = SEPARATORS[separator]
    shown = opened(office_folder, f"x{between}=40+2{between}y\n".encode(), between, "as it opens a file")
    assert 'table:formula="of:=40+2"' in shown
    assert "42" in shown


@pytest.mark.parametrize("name", ["students.csv", "students.xlsx"])
def test_the_names_come_back_as_they_were_typed(caseload: Caseload, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(export("students", gather("students", caseload), as_workbook=format_of(name) == XLSX).data)
    roster = read_roster(path, today=TODAY)
    assert isinstance(roster, Roster)
    back = {row.family_name: row.preferred_name for row in roster.rows}
    readable = {called(number): name.strip() for number, name in enumerate(NAMES) if "\0" not in name}
    if name == "students.xlsx":  # the cells of a workbook are read without line breaks and what nobody sees
        back, readable = ({of: seen(text) for of, text in each.items()} for each in (back, readable))
    assert {name: back.get(name, "") for name in readable} == readable
