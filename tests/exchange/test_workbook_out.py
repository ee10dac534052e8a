"""The cells of a workbook we write, read back: dates are dates, numbers are numbers, and texts are only texts."""

import io
import zipfile
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from examples import some
from hypothesis import example, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from advisory.exchange.file.cell import unguard
from advisory.exchange.file.workbook_out import LONGEST_CELL, workbook_file
from advisory.model.words import Kind
from advisory.rules.refusal import Refusal

XML_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), min_size=1)


def read(data):
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    (name,) = book.sheet_names
    return name, book.get_sheet_by_index(0).to_python()


def cell(value):
    return read(workbook_file(["a"], [[value]], "notes"))[1][1][0]


def test_the_same_table_is_the_same_file_whenever_it_is_written():
    with zipfile.ZipFile(io.BytesIO(workbook_file(["a"], [["b"]], "notes"))) as archive:
        assert {info.date_time[:3] for info in archive.infolist()} == {(1980, 1, 1)}
        assert b"1980-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_each_value_has_its_type():
    row = [
        "00071",
        ("lab", "maths"),
        Kind.ONE_TO_ONE,
        12,
        True,
        date(2026, 11, 23),
        datetime(2026, 11, 23, 9, 5, 59, 999, tzinfo=timezone(timedelta(hours=1))),
        None,
        "",
    ]
    name, (header, back) = read(workbook_file([f"c{n}" for n in range(len(row))], [row], "checkins"))
    assert name == "checkins"
    assert header == [f"c{n}" for n in range(len(row) - 2)] + ["c7", "c8"]
    assert back == ["00071", "lab | maths", "one_to_one", 12, "true", date(2026, 11, 23), back[6], "", ""]
    assert type(back[5]) is date
    assert back[6].replace(tzinfo=UTC) == datetime(2026, 11, 23, 8, 5, 59, tzinfo=UTC)


@settings(max_examples=some(60))
@given(st.lists(XML_TEXT, min_size=1, max_size=8))
@example(["=1+1", "'=1+1", "+", "-", "@", "x;=1+1", "http://a.example", "_x0041_", "a\0b\x07", " a\n\tb ", "{=1}"])
def test_a_text_comes_back_as_it_was_and_never_as_a_formula(texts):
    data = workbook_file([f"c{n}" for n in range(len(texts))], [texts], "notes")
    back = read(data)[1][1]
    assert [unguard(text) for text in back] == texts
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
        assert not [name for name in parts.namelist() if "rels" in name and "sheet" in name]  # no links either


def test_what_would_lose_an_apostrophe_gets_one_more():
    assert cell("=1") == "=1"
    assert cell("'=1") == "''=1"


def test_a_text_that_no_cell_holds_is_refused_by_its_row_and_column():
    assert cell("a" * LONGEST_CELL) == "a" * LONGEST_CELL
    with pytest.raises(
        Refusal, match=r"^Row 3, body: 32,768 characters are more than .+ \(32,767\)\. Export it as CSV\.$"
    ):
        workbook_file(["body"], [["a"], ["a" * LONGEST_CELL + "b"]], "notes")


def test_another_kind_of_value_is_a_mistake():
    with pytest.raises(TypeError, match="not float"):
        workbook_file(["a"], [[1.5]], "notes")  # type: ignore[list-item]


def test_the_same_table_is_the_same_file_and_its_header_stays_in_view():
    one, two = (workbook_file(["a", "b"], [["x", 1]], "notes") for _ in range(2))
    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as parts:
        assert b'<pane ySplit="1"' in parts.read("xl/worksheets/sheet1.xml")
        assert b"<dc:creator></dc:creator>" in parts.read("docProps/core.xml")
