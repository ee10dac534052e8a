"""What is still read of a damaged snapshot or journal: the documents with their lines, and each line that can't be read."""

from graph_case import chain, put, raw, state

from advisory.store.disk import snapshot
from advisory.store.disk.row import encode_header
from advisory.store.doctor.journal_scan import scan_chain
from advisory.store.doctor.snapshot_scan import scan_snapshot

A, B, C = put(1, "a"), put(2, "b"), put(3, "c")
ONE, TWO, THREE = (step.row for step in chain((4, 0x77), [A], [B], [C]))
HEADER = encode_header(4, 0x77)
MISFITS = "does not follow the line before it (its checksum differs)"
HALF = "is not one whole record"


def journal(data: bytes, seed: int | None = None):
    """The changes with their rows, a mark where a row is not certain; the bad rows; the repaired ones; what is kept; what is torn."""
    found = scan_chain(data, "j", seed)
    assert all(one.is_certain is (one.seed is not None) for one in found.changes)
    kept = "".join("h" if row.startswith(b'{"journal"') else str(row[7] - ord("0")) for row in found.kept)
    return (
        [f"{one.line.seq}@{one.row}{'' if one.is_certain else '?'}" for one in found.changes],
        [(one.line, one.why) for one in found.unreadable],
        [(one.line, one.why) for one in found.repaired],
        kept, found.torn,
    )  # fmt: skip


def test_rows_that_follow_each_other_are_certain_also_without_the_header():
    assert journal(HEADER + ONE + TWO) == (["5@2", "6@3"], [], [], "h56", b"")
    assert journal(ONE + TWO) == (["5@1?", "6@2"], [], [], "h6", b"")
    assert journal(ONE + TWO, 0x77) == (["5@1", "6@2"], [], [], "56", b"")
    assert journal(HEADER + ONE + HEADER + ONE) == (["5@2", "5@4"], [], [], "h5h5", b"")
    assert [one.base for one in scan_chain(HEADER + ONE, "j").headers] == [4]
    assert journal(b"") == ([], [], [], "", b"")


def test_a_row_that_follows_another_is_told_with_its_number():
    assert journal(ONE + TWO, 0x78) == (["5@1?", "6@2"], [(1, MISFITS)], [], "h6", b"")
    assert journal(HEADER + TWO + THREE) == (["6@2?", "7@3"], [(2, MISFITS)], [], "hh7", b"")
    assert journal(HEADER.replace(b"77", b"78") + ONE) == (["5@2?"], [(2, MISFITS)], [], "h", b"")
    assert journal(b'{"journal":"x"}\n' + ONE) == (["5@2?"], [(1, "is not the first line of a journal")], [], "", b"")


def test_only_the_last_row_can_be_torn():
    for torn in (b'{"seq":6,"at"', b"\0\0\0\0\n", TWO[:-1], TWO[:9] + b"\0" + TWO[10:]):
        assert journal(HEADER + ONE + torn) == (["5@2"], [], [], "h5", torn)
    assert journal(HEADER + ONE + b"\0\0\0\0\n" + TWO) == (["5@2", "6@4"], [(3, MISFITS)], [], "h56", b"")
    assert journal(HEADER + ONE + b'{"seq":6,"at"\n') == (["5@2"], [(3, MISFITS)], [], "h5", b"")


def test_one_wrong_bit_is_put_right_and_more_are_told():
    one_bit, more = TWO.replace(b'"line":"b"', b'"line":"c"'), TWO.replace(b'"line":"b"', b'"line":"xyz"')
    right = (["5@2", "6@3", "7@4"], [], [(3, "has one wrong bit, as a bad disk leaves it")], "h567", b"")
    assert journal(HEADER + ONE + one_bit + THREE) == right
    assert journal(HEADER + ONE + more + THREE) == (["5@2", "6@3?", "7@4"], [(3, MISFITS)], [], "h5h7", b"")
    many = journal(HEADER + ONE + 10 * b"x\n" + one_bit + THREE)
    assert [line for line, _ in many[1]] == [*range(3, 14)]
    assert journal(HEADER + ONE + 9 * b"x\n" + one_bit + THREE)[2] == [
        (12, "has one wrong bit, as a bad disk leaves it")
    ]


def test_of_a_row_that_is_no_change_every_whole_operation_is_read():
    row = b'{"seq":5,"ops":[["checkins","1",{"id":"c0000001","line":"a\tb"},null],["checkins","2",{"id":,null],["checkins","3",null,null]]}\n'
    assert journal(row) == (["5@1?"], [(1, "is not a change")], [], "", b"")
    (change,) = scan_chain(row, "j").changes
    assert [(table, number, bytes(after)) for table, number, after, _ in change.line.ops] == [
        ("checkins", "1", b'{"id":"c0000001","line":"a\\tb"}'), ("checkins", "3", b"null"),
    ]  # fmt: skip
    assert journal(b'{"x":5,"ops":[["checkins","1",{"id":"c0000001"}]\n' + HEADER)[0] == ["0@1?"]
    assert journal(b'{"seq":5,"ops":[["checkins","1",x]]}\n')[:2] == ([], [(1, "is not a change")])


FULL = snapshot.dump(
    {"students": {1: raw(id="s0000001")}, "checkins": state(A, B).tables["checkins"], "terms": {}},
    seq=4, chain=0x77, next_ids={"checkins": 3}, saved="x",
)  # fmt: skip
THERE = ["students/1 s0000001 4", "checkins/1 c0000001 7", "checkins/2 c0000002 8"]


def scanned(data: bytes):
    """The change that it ends with, its documents with their lines, its bad lines, and what a strict reader says."""
    found = scan_snapshot(data, "advisory.json")
    assert found.fits is (found.meta is not None and found.why == "" and found.unreadable == [])
    documents = [f"{one.table}/{one.key} {one.document.get('id')} {one.line}" for one in found.documents]
    return found.meta and found.meta.seq, documents, [(one.line, one.why) for one in found.unreadable], found.why


def test_a_whole_snapshot_is_read_with_the_lines_of_its_documents():
    for data in (FULL, FULL.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + FULL):
        assert scanned(data) == (4, THERE, [], "")


def test_a_snapshot_that_is_no_json_is_read_line_by_line():
    for old, new, expected in (
        (b'"checkins":{', b'"chec', (4, THERE, [(6, HALF)], "Invalid control character at (line 6, column 6)")),
        (b'"students":{', b'"stud', (4, THERE, [(3, HALF)], "Invalid control character at (line 3, column 6)")),
        (b'"seq":4', b'"seq":x', (None, THERE, [(2, "does not say what the file is")], "Expecting value (line 2, column 43)")),
        (b'"line":"a"', b'"line":"\xffa"', (4, THERE, [(7, "has bytes that are not text")], None)),
        (b'"line":"a"},', b'"line":"\xef\xbf\xbda"},,', (4, THERE, [(7, HALF)], None)),
        (b',\n"2":', b' "2":', (4, [*THERE[:2], "checkins/2 c0000002 7"], [(7, HALF)], None)),
        (b'"2":{"id"', b'"2":["id"', (4, THERE[:2], [(8, HALF)], "Expecting ',' delimiter (line 8, column 10)")),
        (b'"terms":{}', b'"terms":{', (4, THERE, [], "Expecting ',' delimiter (line 12, column 1)")),
        (b'"terms":{}', b'"te\rrms":{', (4, THERE, [], "Invalid control character at (line 10, column 4)")),
    ):  # fmt: skip
        found = scanned(FULL.replace(old, new))
        assert found == (*expected[:3], found[3] if expected[3] is None else expected[3]), new
        assert found[3], new


def test_a_document_stands_in_the_table_of_its_id_or_in_none():
    text = b'{\n"checkins":{\n"1":{"id":"odd"},\n"students":{"x\n"2":{"id":"other"},\n"terms":{\nzzz\n"3":{"id":"last"}'
    assert scanned(text)[1] == ["checkins/1 odd 3", "/2 other 5", "/3 last 8"]
    text = b'{\n"checkins":{\n"1":{"id":"odd"},\n"2":{"id":"half","x\n"3":{"id":"other"}'
    assert scanned(text)[1] == ["checkins/1 odd 3", "checkins/3 other 5"]
    text = b'{\n"checkins":{\n"1":{"id":"odd"},\n{"id":"free"} x\n"3":{"id":"other"}'
    assert scanned(text)[1] == ["checkins/1 odd 3", "checkins/None free 4", "/3 other 5"]


def test_a_document_with_something_behind_it_does_not_end_its_table():
    text = b'{\n"checkins":{\n"1":{"id":"odd"},\n"2":{"line":"x"} zz\n"3":{"id":"other"}'
    assert scanned(text)[1] == ["checkins/1 odd 3", "checkins/3 other 5"]


def test_json_of_another_layout_is_read_as_it_is():
    twice = b'{"checkins":{"1":{"id":"c0000001"},"1":{"id":"c0000002"},"x":{"id":"q"},"3":5}}'
    found = ["checkins/1 c0000001 1", "checkins/1 c0000002 1", "checkins/None q 1", "checkins/3 5 1"]
    assert scanned(twice) == (None, found, [], "")
    spread = b'{\n"a\\"b": {"1": {"id": "x"}},\n "checkins" :\n{"2":\n{"id":"c0000002"}}}'
    assert scanned(spread) == (None, ['a"b/1 x 2', "checkins/2 c0000002 4"], [], "")


def test_what_is_no_snapshot_at_all_says_why():
    strange = "it is not a file that advisory wrote"
    for data, lines, why in (
        (b"[1]", [(1, HALF)], "it holds a list, not advisory's tables"),
        (b"7", [(1, HALF)], "it holds a int, not advisory's tables"),
        (b"{}", [], strange),
        (b'{"a":1}', [], strange),
        (b'{"_meta":5,"checkins":[]}', [], strange),
        (b'{"_meta":{"1":{"format":1}}}', [], strange),
        (FULL[:2] + b'"_meta":{"1":{"format":1,"schema":9,"seq":4,"chain":"z","next":{}}}}', [], strange),
        (b"", [], "Expecting value (line 1, column 1)"),
    ):
        found = scan_snapshot(data, "advisory.json")
        assert (found.meta, [(one.line, one.why) for one in found.unreadable], found.why) == (None, lines, why)
