"""Workbooks as Excel and LibreOffice write them, and as somebody would write them to do harm."""

import contextlib
import io
import math
import struct
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from each_row import each_row
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.exchange.file.error import FileError
from advisory.exchange.read_roster import read_roster
from advisory.exchange.workbook.cell_text import cell_text
from advisory.exchange.workbook.choose import choose_sheet
from advisory.exchange.workbook.container import LARGEST, _refuse_spread, column_number, is_workbook, other_document
from advisory.exchange.workbook.sheet import Sheet
from advisory.exchange.workbook.workbook import read_workbook

BOOKS = Path(__file__).with_name("workbooks")
"""One workbook, written by openpyxl and by LibreOffice. It has a hidden and an empty sheet too."""
LOST = (
    "Sheet 7B, row 7: Excel keeps 15 digits of a number, and this one had more, so it is not what was typed; "
    "it was left out."
)


def read(name: str) -> tuple[Sheet, ...]:
    return read_workbook(BOOKS / name, (BOOKS / name).read_bytes())


@pytest.mark.parametrize("name", ["book.xlsx", "by_libreoffice.xlsx", "book.xls", "book.ods"])
def test_the_visible_sheets_are_read_alike_in_every_format(name: str) -> None:
    cover, roster = read(name)
    assert (cover.name, cover.rows) == ("Read me", [["Advisory lists, fall"], ["Printed by the office"]])
    number = "000071" if name.endswith(".xlsx") else "71"
    assert roster.name == "7B"
    assert roster.rows[:5] == [
        ["Lincoln Middle School: homeroom 7B", "", "", "", "", ""],
        ["", "", "", "", "", ""],
        ["Given name", "Family name", "Student ID", "Grade", "Birthday", "Email"],
        ["Amina", "Yusuf", number, "7", "2013-05-02", "amina@school.example"],
        ["Beatriz", "Sá Nogueira", "000072", "7", "2013-06-02", ""],
    ]
    assert roster.rows[5][0::5] == ["李", "na li"]
    assert roster.rows[5][3] == ""
    assert roster.rows[6][2:5] == ["", "7.5", "09:05"]
    assert roster.notices == (LOST,)


def test_a_sheet_is_the_lines_of_its_csv_one_for_each_row() -> None:
    _, roster = read("book.xlsx")
    lines = roster.as_lines()
    assert len(lines) == len(roster.rows) == 7
    assert lines[3] == '"Amina","Yusuf","000071","7","2013-05-02","amina@school.example"\r\n'


@each_row(
    ("value", "digits", "text"),
    [
        (None, 0, ""),
        (True, 0, "true"),
        (False, 0, "false"),
        (72.0, 0, "72"),
        (72, 0, "72"),
        (72.0, 6, "000072"),
        (1234567.0, 6, "1234567"),
        (-5.0, 3, "-5"),
        (7.5, 0, "7.5"),
        (7.5, 4, "7.5"),
        (999999999999999.0, 0, "999999999999999"),
        (1000000000000000.0, 0, None),
        (math.inf, 0, "inf"),
        (math.nan, 0, "nan"),
        (datetime(2026, 9, 10), 0, "2026-09-10"),  # noqa: DTZ001 - as the reader gives it
        (datetime(2026, 9, 10, 8, 5), 0, "2026-09-10 08:05"),  # noqa: DTZ001
        (date(2026, 9, 10), 0, "2026-09-10"),
        (time(9, 5), 0, "09:05"),
        (timedelta(hours=26, minutes=3), 0, "26:03"),
        ("two\r\nlines\nhere", 0, "two lines here"),
        ("a\rb\0c", 0, "abc"),
    ],
)
def test_a_cell_is_the_text_that_was_typed(value: object, digits: int, text: str | None) -> None:
    assert cell_text(value, digits) == text  # type: ignore[arg-type]


@given(st.integers(0, 10**15 - 1), st.integers(0, 15))
def test_a_number_keeps_its_value_and_its_zeros(number: int, digits: int) -> None:
    text = cell_text(float(number), digits)
    assert text is not None
    assert int(text) == number
    assert len(text) == max(digits, len(str(number)))


def test_columns_are_counted_as_a_spreadsheet_letters_them() -> None:
    assert [column_number(letters) for letters in ("A", "Z", "AA", "az", "XFD")] == [1, 26, 27, 52, 16384]


def workbook(sheet: str, *, styles: str = "", extra: dict[str, bytes] | None = None) -> bytes:
    """An .xlsx of one sheet with these rows, as XML."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships {package}><Relationship Id="r1" Type="{links}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{links}"><sheets><sheet name="List" sheetId="1" r:id="r1"/>'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships {package}><Relationship Id="r1" Type="{links}/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f"<worksheet {main}><sheetData>{sheet}</sheetData></worksheet>",
    }
    if styles:
        parts["xl/styles.xml"] = f"<styleSheet {main}>{styles}</styleSheet>"
    data = io.BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
        for name, raw in (extra or {}).items():
            archive.writestr(name, raw)
    return data.getvalue()


def read_bytes(data: bytes) -> tuple[Sheet, ...]:
    assert is_workbook(data)
    return read_workbook(Path("list.xlsx"), data)


def refused(data: bytes) -> str:
    with pytest.raises(FileError) as caught:
        read_bytes(data)
    return str(caught.value)


def test_zeros_that_a_format_fills_in_are_part_of_a_number() -> None:
    styles = (
        '<numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="0.00"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
    )
    row = '<row r="2"><c r="B2" s="1"><v>71</v></c><c r="C2" s="2"><v>71</v></c><c r="D2"><v>71</v></c></row>'
    (sheet,) = read_bytes(workbook(row, styles=styles))
    assert sheet.rows == [["", "", "", ""], ["", "00071", "71", "71"]]


def test_unusual_styles_cost_the_zeros_and_nothing_else() -> None:
    row = '<row r="1"><c r="A1" s="1"><v>71</v></c></row>'
    (sheet,) = read_bytes(workbook(row, styles='<numFmts><numFmt numFmtId="1" formatCode="000"/></numFmts>'))
    assert sheet.rows == [["71"]]


def spread_to(place: str) -> bytes:
    return workbook(f'<row r="1"><c r="A1"><v>1</v></c></row><row><c r="{place}"><v>1</v></c></row>')


@pytest.mark.parametrize("place", ["XFD1048576", "D1000001", "xfd500"])
def test_a_sheet_spread_too_far_is_refused_before_it_fills_the_memory(place: str) -> None:
    assert "columns, so it is no list of students; delete what stands" in refused(spread_to(place))


def test_a_sheet_may_have_four_million_cells_and_no_more() -> None:
    path = Path("list.xlsx")
    _refuse_spread(path, b'<c r="D1000000"/><c r="A1"/>')
    with pytest.raises(FileError, match="1,000,001 rows and 4 columns"):
        _refuse_spread(path, b'<c r="A1000001"/><c r="D1"/>')


@pytest.mark.slow
def test_a_sheet_as_long_as_there_is_any_is_read() -> None:
    assert len(read_bytes(spread_to("A1048576"))[0].rows) == 1048576


def test_what_a_workbook_unpacks_to_is_counted_and_not_believed() -> None:
    """The zip says that the part is 1,000 bytes long, in both places where it says so."""
    honest = workbook("", extra={"xl/big.xml": b"0" * (LARGEST + 5)})
    size = struct.pack("<I", LARGEST + 5)
    assert honest.count(size) == 2
    assert refused(honest.replace(size, struct.pack("<I", 1000))) == (
        "list.xlsx unpacks to more than 64 MB, so it is no list of students."
    )


@pytest.mark.parametrize("packing", [ZIP_BZIP2, ZIP_LZMA])
def test_a_workbook_that_can_only_be_unpacked_all_at_once_is_not(packing: int) -> None:
    packed = io.BytesIO()
    with ZipFile(packed, "w", packing) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", b"0" * 1000)
    assert refused(packed.getvalue()).startswith("list.xlsx is a damaged workbook, or of a kind that can't be read;")


def test_a_zip_of_thousands_of_parts_is_no_workbook() -> None:
    assert is_workbook(workbook(""))
    assert not is_workbook(workbook("", extra={f"xl/{number}": b"" for number in range(5001)}))


def test_a_part_that_no_list_needs_is_never_unpacked() -> None:
    row = '<row r="1"><c r="A1"><v>1</v></c></row>'
    (sheet,) = read_bytes(workbook(row, extra={"xl/media/picture.png": b"0" * (LARGEST + 5)}))
    assert sheet.rows == [["1"]]


def test_a_locked_workbook_says_so() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert refused(ole) == "list.xlsx is locked with a password; open it, take the password away, and save it again."


def test_a_damaged_workbook_says_so() -> None:
    said = "list.xlsx is a damaged workbook, or of a kind that can't be read; save it as .xlsx or CSV UTF-8."
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)) == said
    assert refused(workbook("").replace(b"<", b"&")) == said
    assert not is_workbook(workbook("")[:-40])


@settings(max_examples=12, deadline=None)
@given(st.data())
def test_no_byte_changed_makes_a_workbook_crash(data: st.DataObject) -> None:
    whole = bytearray((BOOKS / data.draw(st.sampled_from(["book.xlsx", "book.xls", "book.ods"]))).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    if is_workbook(bytes(whole)):
        with contextlib.suppress(FileError):
            sheets = read_workbook(Path("list.xlsx"), bytes(whole))
            assert all(isinstance(cell, str) for sheet in sheets for row in sheet.rows for cell in row)


def test_an_ods_whose_kind_is_compressed_is_a_workbook_too():
    packed = io.BytesIO()
    with ZipFile(BOOKS / "book.ods") as stored, ZipFile(packed, "w", ZIP_DEFLATED) as compressed:
        for name in stored.namelist():
            compressed.writestr(name, stored.read(name))
    assert is_workbook(packed.getvalue())


@each_row(
    ("part", "text", "said"),
    [
        ("word/document.xml", "", "is a Word document, not a roster"),
        ("ppt/presentation.xml", "", "is a presentation"),
        ("Index/Document.iwa", "", "is a Numbers or Pages file; export it as Excel or CSV."),
        ("mimetype", "application/vnd.oasis.opendocument.text", "is a text document"),
    ],
)
def test_another_program_s_document_is_refused_with_what_it_is(tmp_path, part, text, said):
    path = tmp_path / "roster.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr(part, text)
    with pytest.raises(FileError, match=said):
        read_roster(path, today=date(2026, 10, 1))


def test_a_workbook_that_holds_nothing_is_empty() -> None:
    assert refused(workbook("")) == "list.xlsx is empty."


def zipped(*names: str, mimetype: str = "") -> bytes:
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, mimetype if name == "mimetype" else "x")
    return packed.getvalue()


def test_documents_of_other_programs_are_called_what_they_are() -> None:
    numbers = "is a Numbers or Pages file; export it as Excel or CSV"
    rest = "not a roster; copy its table into a spreadsheet, and save that as .xlsx or CSV"
    open_document = "application/vnd.oasis.opendocument"
    for data, what in (
        (zipped("Index/Document.iwa"), numbers),
        (zipped("Index.zip"), numbers),
        (zipped("Index/notes.txt", "Document.iwa"), ""),
        (zipped("word/document.xml"), f"is a Word document, {rest}"),
        (zipped("ppt/presentation.xml"), f"is a presentation, {rest}"),
        (zipped("mimetype", mimetype=f"{open_document}.text"), f"is a text document, {rest}"),
        (zipped("mimetype", mimetype=f"{open_document}.presentation-template"), f"is a presentation, {rest}"),
        (zipped("mimetype", mimetype="application/epub+zip"), f"is a book, {rest}"),
        (zipped("mimetype", mimetype="text/plain"), ""),
        (b"PK", ""),
    ):
        assert other_document(data) == what
        assert not is_workbook(data)
    spreadsheet = f"{open_document}.spreadsheet"
    assert [
        is_workbook(zipped(*names, mimetype=spreadsheet)) for names in (("mimetype", "content.xml"), ("mimetype",))
    ] == [True, False]
    assert [is_workbook(zipped(name)) for name in ("xl/workbook.xml", "xl/workbook.bin", "xl/other.xml")] == [
        True,
        True,
        False,
    ]


def test_the_sheet_with_names_is_read_and_several_are_asked_about(tmp_path: Path) -> None:
    def chosen(*has_names: bool, name: str = "") -> list[str]:
        sheets = [Sheet(f"Sheet {number}", [["x"]], ()) for number in range(len(has_names))]
        return [
            sheet.name
            for sheet in choose_sheet(Path("list.xlsx"), sheets, name, lambda sheet: has_names[int(sheet.name[-1])])
        ]

    assert chosen(False, True, False) == ["Sheet 1"]
    assert chosen(True, True, False) == ["Sheet 0", "Sheet 1"]
    assert chosen(False, False) == ["Sheet 0", "Sheet 1"]
    assert chosen(True, False, name=" sheet 1 ") == ["Sheet 1"]
    with pytest.raises(FileError) as told:
        chosen(True, False, name="9B")
    assert str(told.value) == "list.xlsx has no sheet 9B; it has: Sheet 0, Sheet 1."


def test_workbooks_of_other_kinds_say_what_to_do() -> None:
    said = "list.xlsx is a binary Excel file; open it in Excel, and save it as .xlsx or CSV UTF-8."
    assert refused(zipped("xl/workbook.bin")) == said
    locked = "list.xlsx is locked with a password; open it, take the password away, and save it again."
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "x")
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    assert refused(packed.getvalue()) == locked
    flagged = bytearray(zipped("xl/workbook.xml"))
    flagged[flagged.index(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(flagged)) == locked
    assert refused(zipped("xl/workbook.xml")).startswith("list.xlsx is a damaged workbook, or of a kind that can't be")
