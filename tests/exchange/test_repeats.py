"""An .ods says how often each row, cell and blank is there: what that comes to is counted before anything is laid out."""

import io
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory.exchange.file.error import FileError
from advisory.exchange.workbook import workbook
from advisory.exchange.workbook.container import MOST_CELLS
from advisory.exchange.workbook.repeats import refuse_repeats
from advisory.exchange.workbook.workbook import read_workbook

KIND = "application/vnd.oasis.opendocument.spreadsheet"
FAR = "so it is no list of students; delete what stands far below or beside the list, and save it again."
LARGE = "list.ods unpacks to more than 64 MB, so it is no list of students."


def cell(text: str, repeats: int = 1) -> str:
    value = f' office:value-type="string"><text:p>{text}</text:p></table:table-cell>' if text else "/>"
    return f'<table:table-cell table:number-columns-repeated="{repeats}"{value}'


def row(cells: str, repeats: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeats}">{cells}</table:table-row>'


def content(*sheets: str) -> bytes:
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    tables = "".join(f'<table:table table:name="S{at}">{rows}</table:table>' for at, rows in enumerate(sheets))
    return (
        f"<office:document-content {names}><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    ).encode()


def packed(content: bytes) -> bytes:
    data = io.BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", KIND)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    return data.getvalue()


def never(_: bytes) -> None:
    raise AssertionError("it was laid out")  # never run: it is refused before


ADA = row(cell("First") + cell("Last")) + row(cell("Ada") + cell("Lee"))


@pytest.mark.parametrize(
    ("sheets", "said"),
    [
        ([row(cell("Ada"), 2_000_000_000)], f"list.ods has a sheet of 2,000,000,000 rows and 1 columns, {FAR}"),
        ([row(cell("Ada", 2_000_000_000))], f"list.ods has a sheet of 1 rows and 2,000,000,000 columns, {FAR}"),
        ([row("", 2_000_000_000) + row(cell("Ada"))], f"list.ods has a sheet of 2,000,000,001 rows and 1 columns, {FAR}"),
        ([row(cell("", 5_000_000) + cell("Ada"))], f"list.ods has a sheet of 1 rows and 5,000,001 columns, {FAR}"),
        ([ADA, ADA + row(cell("Ada", 2000), 2000)], f"list.ods has a sheet of 2,002 rows and 2,000 columns, {FAR}"),
        ([row(cell("x"), MOST_CELLS), ADA], f"list.ods has a sheet of 1 rows and 2 columns, {FAR}"),
        ([row(cell('Ada<text:s text:c="2000000000"/>Lee'))], LARGE),
        ([row(cell('<text:s text:c="99999999999999999999"/>'))], LARGE),
        ([row(cell("x" * 70_000), 1000)], LARGE),
        ([row(cell("x" * 700, 1000), 100)], LARGE),
    ],
)  # fmt: skip
def test_a_few_bytes_that_say_billions_are_refused_before_anything_is_laid_out(
    monkeypatch: pytest.MonkeyPatch, sheets: list[str], said: str
) -> None:
    monkeypatch.setattr(workbook, "read_apart", never)
    with pytest.raises(FileError) as caught:
        read_workbook(Path("list.ods"), packed(content(*sheets)))
    assert str(caught.value) == said


def test_the_empty_rest_of_a_sheet_that_every_program_writes_counts_for_nothing() -> None:
    wide = row(cell("First") + cell("Last") + cell("", 16382)) + row(cell("Ada") + cell("Lee") + cell("", 16382))
    (sheet,) = read_workbook(Path("list.ods"), packed(content(wide + row(cell("", 16384), 1_048_574))))
    assert sheet.rows == [["First", "Last"], ["Ada", "Lee"]]


def test_a_sheet_with_repeats_of_its_own_is_read() -> None:
    rows = ADA + row("", 2) + row(cell("Bo", 2), 2) + row(cell('x<text:s text:c="3"/>y'))
    (sheet,) = read_workbook(Path("list.ods"), packed(content(rows)))
    assert [list(filter(None, one)) for one in sheet.rows] == [
        ["First", "Last"], ["Ada", "Lee"], [], [], ["Bo", "Bo"], ["Bo", "Bo"], ["x   y"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "broken", [b"<a><b></a>", b"<a", b"\xff", content(row(cell(f"<table:table>{ADA}</table:table>"), 1000))]
)
def test_what_is_no_xml_or_has_a_table_in_a_cell_is_damaged(broken: bytes) -> None:
    with pytest.raises(FileError, match="is a damaged workbook"):
        refuse_repeats(Path("list.ods"), broken)


@given(st.integers(1, 3 * MOST_CELLS), st.integers(1, 5000))
def test_rows_times_columns_decide(rows: int, columns: int) -> None:
    one = content(row(cell("x", columns), rows))
    if rows * columns > MOST_CELLS:
        with pytest.raises(FileError, match=f"{rows:,} rows and {columns:,} columns"):
            refuse_repeats(Path("list.ods"), one)
    else:
        refuse_repeats(Path("list.ods"), one)


def test_blanks_that_stand_in_no_cell_count_for_nothing() -> None:
    refuse_repeats(Path("list.ods"), content('<text:s text:c="2000000000"/>' + ADA))
    with pytest.raises(FileError):
        refuse_repeats(Path("list.ods"), content(row(cell('<text:s text:c="2000000000"/>'))))
