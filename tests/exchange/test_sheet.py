import csv
import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory.exchange.columns.column_names import fold_header, meanings
from advisory.exchange.file.decode import split_lines
from advisory.exchange.roster.roster import RefusedLine
from advisory.exchange.roster.sheet import Record, records


def rows_of(text, delimiter=","):
    return [(row.line, row.cells) for row in records(split_lines(text), delimiter) if isinstance(row, Record)]


def refused_in(text, delimiter=","):
    return [(row.line, row.why) for row in records(split_lines(text), delimiter) if isinstance(row, RefusedLine)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_in_an_editor(end):
    text = end.join(["a,b", "", '"two', 'lines",c', "d,e", ""])

    assert rows_of(text) == [(1, ["a", "b"]), (3, [f"two{end}lines", "c"]), (5, ["d", "e"])]


def test_other_separators_of_lines_are_part_of_the_cell():
    assert rows_of("a\u2028b\x0bc\x0cd,e") == [(1, ["a\u2028b\x0bc\x0cd", "e"])]


def test_a_row_of_empty_cells_is_passed_over():
    assert rows_of('a,b\n,,\n \n"",\nc,d') == [(1, ["a", "b"]), (5, ["c", "d"])]


def test_quoted_cells_keep_delimiters_quotes_and_spaces():
    assert rows_of('"O""Neil, Jr.", "b" ,"" , c"d ') == [(1, ['O"Neil, Jr.', "b", "", ' c"d '])]


def test_an_unclosed_quotation_mark_costs_its_own_line_only():
    text = 'a,b\n"Cy,x\nDi,y\n'

    assert rows_of(text) == [(1, ["a", "b"]), (3, ["Di", "y"])]
    assert refused_in(text) == [(2, "a quotation mark is opened and never closed")]


@pytest.mark.parametrize("below", ['Di,"y"', '"Di",y', 'Di,"09,10"', '"Di","y"'])
def test_an_unclosed_quotation_mark_does_not_swallow_students_who_are_quoted(below):
    text = f'a,b\n"Cy,x\n{below}\n'

    assert [line for line, _ in rows_of(text)] == [1, 3]
    assert [line for line, _ in refused_in(text)] == [2]


def test_a_nul_byte_costs_its_own_line_only():
    assert refused_in("a\0,b\nc,d") == [(1, "holds a NUL byte, which is never part of a text")]
    assert rows_of("a\0,b\nc,d") == [(2, ["c", "d"])]


def test_a_cell_longer_than_the_csv_module_allows_is_read():
    assert rows_of(f'{"x" * 200_000},"{"y" * 200_000}"')[0][1] == ["x" * 200_000, "y" * 200_000]


def test_quotation_marks_gone_wrong_everywhere_take_no_longer_than_they_must():
    began = time.process_time()  # not what others took meanwhile
    list(records(['a","\n'] * 4_000, ","))

    assert time.process_time() - began < 10


CELLS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=12)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=6), st.sampled_from(",\t;"))
def test_what_the_csv_module_writes_is_read_back(rows, delimiter):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)

    read = [cells for _, cells in rows_of(text.getvalue(), delimiter)]

    assert read == [row for row in rows if any(cell.strip() for cell in row)]


def test_a_row_of_very_many_cells_is_refused_and_the_next_is_read():
    wide = "a," * 10_001 + "\n"
    refused, after = list(records(["x,y\n", wide, "Ada,Stone\n"], ","))[1:]
    assert (refused.line, refused.why) == (2, "has more than 10,000 cells")
    assert after.cells == ["Ada", "Stone"]
    assert len(next(records(["a," * 9_998 + "a"], ",")).cells) == 9_999


def test_a_cell_of_millions_of_characters_is_refused_by_its_line_and_length():
    huge = "ab " * 2_000_000
    _, *rows = records([f"{huge},Last\n", "Ada,Lee\n", f'"{huge}",Lee\n', "Bo,Orr\n"], ",")
    assert rows[0] == Record(2, ["Ada", "Lee"], "Ada,Lee\n")
    assert rows[1].why == "has a cell of 6,000,000 characters; at most 1,000,000 are read"
    assert (rows[1].line, len(rows[1].value)) == (3, 60)
    assert rows[2].line == 4


def test_only_the_start_of_a_cell_is_looked_at_as_the_name_of_a_column():
    assert fold_header("a" * 6_000_000) == "a" * 1000
    assert not meanings("given name" + " " * 6_000_000 + "x")[1:]


def test_a_long_cell_is_refused_also_where_a_short_line_begins_it():
    assert refused_in(f'"a\n{"x" * 1_000_001}",b\nc,d')[0][0] == 1
    assert rows_of(f'"a\n{"x" * 1_000_001}",b\nc,d') == [(3, ["c", "d"])]
