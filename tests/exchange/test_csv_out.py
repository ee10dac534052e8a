"""The bytes of a CSV file, read back with the standard library."""

import csv
import io
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from advisory.exchange.file.cell import unguard
from advisory.exchange.file.csv_out import csv_file, csv_lines
from advisory.model.words import Kind, Stage


def csv_bytes(header, rows, *, bom=True):
    return csv_file(header, csv_lines(rows), bom=bom)


def read(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def line(*cells):
    return csv_bytes([f"c{n}" for n in range(len(cells))], [cells], bom=False).decode().split("\r\n", 1)[1]


rows_of_text = st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(st.text(), min_size=width, max_size=width)))


@given(rows_of_text, st.booleans())
@example([[""]], True)
@example([["a\0b", "lone\rCR", "lone\nLF", 'a "quote", a comma']], False)
@example([["a;=1+1", "a\t=1+1", "\ufeff", "\u2028"]], True)
def test_text_comes_back_as_it_was(rows, bom):
    header = [f"column_{n}" for n in range(len(rows[0]) if rows else 1)]
    back = read(csv_bytes(header, rows, bom=bom))
    assert back[0] == header
    assert [[unguard(cell) for cell in row] for row in back[1:]] == rows


@given(st.lists(st.text(), min_size=1, max_size=3))
def test_no_cell_begins_a_formula(row):
    for cell in read(csv_bytes(["a"] * len(row), [row]))[1]:
        assert not cell.startswith(tuple("=+-@\t\r\n\0＝＋－＠"))


def test_the_byte_order_mark_is_there_unless_unwanted():
    assert csv_bytes(["a"], []) == b"\xef\xbb\xbfa\r\n"
    assert csv_bytes(["a"], [], bom=False) == b"a\r\n"


def test_the_header_is_there_without_rows_and_every_line_ends_in_crlf():
    assert csv_bytes(["id", "in stage"], [("a", "b")], bom=False) == b'id,"in stage"\r\n"a","b"\r\n'


def test_values_are_written_by_their_type():
    moment = datetime(2026, 11, 23, 15, 4, 5, 678, UTC)
    assert line(date(2026, 11, 23), moment, True, False, None) == "2026-11-23,2026-11-23T15:04:05Z,true,false,\r\n"
    assert line(Kind.ONE_TO_ONE, Stage.COGNITIVE_INSIGHT, 0, -7) == "one_to_one,cognitive_insight,0,-7\r\n"


def test_an_instant_of_another_zone_keeps_its_offset():
    assert line(datetime(2026, 11, 23, 9, 4, tzinfo=timezone(timedelta(hours=-5)))) == "2026-11-23T09:04:00-05:00\r\n"


def test_instants_of_several_zones_are_written_as_one_by_one():
    zones = UTC, timezone(timedelta(hours=5, minutes=30)), None
    moments = [datetime(1901, 2, 3, 4, 5, 6, 999999, zone) for zone in zones]
    assert csv_lines([(moment,) for moment in moments]) == [
        "1901-02-03T04:05:06Z",
        "1901-02-03T04:05:06+05:30",
        "1901-02-03T04:05:06",
    ]


def test_several_values_share_a_cell():
    assert line(("lab", "math"), (), ("one",)) == '"lab | math",,"one"\r\n'
    assert line(("lab", "-math")) == '"lab | \'-math"\r\n'
    assert line(("-lab", "math")) == '"\'-lab | math"\r\n'


def test_numbers_and_dates_need_no_apostrophe_and_text_does():
    assert line(-3, "-3") == '-3,"\'-3"\r\n'


def test_leading_zeros_stay():
    assert line("004117") == '"004117"\r\n'


def test_every_text_cell_is_quoted_and_begins_no_formula_where_a_spreadsheet_splits_at_something_else():
    assert line("hello;=1+1", "Ada", "") == '"hello;\'=1+1","Ada",\r\n'


@given(
    st.lists(st.text(st.sampled_from("a1 =+-@'\"\t\n;|,:\0\u200b")), min_size=1, max_size=4),
    st.sampled_from(";\t|: \n\r"),
)
def test_no_piece_is_a_formula_whatever_the_file_is_split_at(row, separator):
    """As a program splits that knows no quotation marks, so that it cuts at every separator there is."""
    text = csv_bytes(["a"] * len(row), [row], bom=False).decode()
    for piece in text.replace("\n", separator).replace("\r", separator).split(separator):
        begins = piece.lstrip('" \0\u200b')
        assert not begins.startswith("=")
        if separator in ";\t|\n\r":
            assert not begins.startswith(tuple("+-@"))


texts = st.text(st.sampled_from("ab =-'\"\n;|\u200bé＝"), max_size=4)
cells = st.one_of(
    texts,
    st.none(),
    st.booleans(),
    st.integers(),
    st.dates(),
    st.datetimes(timezones=st.just(UTC)),
    st.tuples(texts),
    st.sampled_from(Kind),
)


@given(
    st.one_of(st.lists(st.tuples(texts, cells)), st.lists(st.tuples(texts, texts, texts))), st.sampled_from([0, 300])
)
@example([("plain", "-"), ("", ""), ("-", 'a "quote"')], 300)
def test_a_row_is_written_as_if_it_were_the_only_one(rows, plain):
    """Many rows are written at a time, and a column without odd texts in another way than one that has some."""
    rows = [*rows, *[("plain",) * len(rows[0])] * plain, *rows[::-1]] if rows else []
    assert csv_lines(rows) == [line for row in rows for line in csv_lines([row])]


def test_a_row_of_another_width_is_refused():
    with pytest.raises(ValueError, match="zip"):
        csv_lines([("a", "b"), ("c",)])


def test_a_cell_of_an_unknown_type_is_refused():
    with pytest.raises(TypeError, match="not float"):
        csv_bytes(["a"], [(0.5,)])
