"""What a purge takes and leaves, document by document, row by row, draft by draft."""

import json

import msgspec
import pytest
from graph_case import chain, put, raw
from record_case import make

from advisory.model import (
    CheckIn,
    DefensePlan,
    ExportLog,
    FollowUp,
    Indicator,
    Leave,
    Partnership,
    StageMove,
    Student,
)
from advisory.model.defense import Artifact
from advisory.store.disk.row import NOTHING, Line, encode_header, encode_line, read_line
from advisory.store.purge.chain import Chains, end_of, read_rows
from advisory.store.purge.gone import Gone, _texts, born, key_of, with_what_needs
from advisory.store.purge.unsaved import _holds, drafts_with, settings_without


def tables_of(*records):
    found = {}
    for one in records:
        found.setdefault(one.table, {})[int(one.id[1:])] = msgspec.Raw(msgspec.json.encode(one))
    return found


def left_of(gone, record):
    """What is left of a record as a document; None if nothing is."""
    found = gone.left_of(record.table, int(record.id[1:]), msgspec.Raw(msgspec.json.encode(record)))
    return None if found == NOTHING else json.loads(bytes(found))


def document(record):
    return json.loads(msgspec.json.encode(record))


BEN = {"student": "s0000002"}


def test_a_record_goes_with_all_that_cannot_be_without_it():
    tables = tables_of(
        make(Student, 1), make(Student, 2), make(CheckIn, 1), make(CheckIn, 2, **BEN), make(Partnership, 1),
        make(StageMove, 1), make(StageMove, 2, **BEN), make(FollowUp, 1, source="c0000002"),
        make(FollowUp, 2, source="c0000001", **BEN), make(Indicator, 1, check_in="c0000001", **BEN),
    )  # fmt: skip
    assert with_what_needs(tables, ["s0000001"]) == {
        "s0000001", "c0000001", "p0000001", "m0000001", "m0000002", "f0000001",
    }  # fmt: skip
    assert with_what_needs(tables, ["p0000001"]) == {"p0000001", "m0000001", "m0000002"}
    assert with_what_needs(tables, ["c0000001"]) == {"c0000001"}
    assert with_what_needs(tables, []) == set()
    assert not Gone(tables, []).takes_anything
    assert Gone(tables, ["c0000001"]).takes_anything


def test_references_to_what_goes_are_taken_out_of_what_stays():
    here, logged = make(CheckIn, 2, group="c0000001"), {"to": "Ms Lind", "file": "/tmp/page.html"}
    gone = Gone(tables_of(make(CheckIn, 1, group="c0000001"), here), ["c0000001", "i0000001", "s0000009"])
    assert left_of(gone, make(CheckIn, 1)) is None
    assert left_of(gone, here) == document(make(CheckIn, 2))
    assert left_of(gone, make(CheckIn, 3, student="s0000009")) is None
    assert left_of(gone, make(FollowUp, 1, source="c0000001")) == document(make(FollowUp, 1))
    assert left_of(gone, make(FollowUp, 2, source="c0000005")) == document(make(FollowUp, 2, source="c0000005"))
    moved = make(StageMove, 1, indicators=("i0000001", "i0000002"))
    assert left_of(gone, moved) == document(make(StageMove, 1, indicators=("i0000002",)))
    assert left_of(gone, make(StageMove, 1, indicators=("i0000001",))) == document(make(StageMove, 1))
    pieces = (Artifact(title="a", came_from="c0000001"), Artifact(title="b", came_from="c0000002"))
    plan = make(DefensePlan, 1, artifacts=pieces)
    assert left_of(gone, plan)["artifacts"] == [{"title": "a"}, {"title": "b", "came_from": "c0000002"}]
    ours, others = (make(ExportLog, 1, students=who, **logged) for who in (("s0000009", "s0000001"), ("s0000001",)))
    assert left_of(gone, ours).keys() == document(ours).keys() - logged.keys()
    assert left_of(gone, others) == document(others)
    for odd in (b'[1,"c0000001"]', b'"c0000001"', b'{"id":"c0000001"'):
        assert gone.left_of("checkins", 7, msgspec.Raw(odd)) == msgspec.Raw(odd)


def test_an_event_goes_on_under_the_first_of_two_that_are_left():
    there = [make(CheckIn, number, group="c0000001") for number in (1, 2, 3)]
    assert left_of(Gone(tables_of(*there), ["c0000001"]), there[2])["group"] == "c0000002"
    assert "group" not in left_of(Gone(tables_of(*there[:2]), ["c0000001"]), there[1])
    assert left_of(Gone(tables_of(*there), ["c0000002"]), there[2])["group"] == "c0000001"
    assert "group" not in left_of(Gone(tables_of(*there), ["c0000001", "c0000002"]), there[2])


def test_a_leave_goes_also_where_it_stood_among_the_days_without_school():
    leave, other = make(Leave, 4), make(Leave, 5, **BEN)
    gone = Gone(tables_of(leave, other), ["l0000004"])
    old = {"id": "n0000009", "student": "s0000001", "created_at": document(leave)["created_at"]}
    assert gone.left_of("no_school_days", 9, raw(**old)) == NOTHING
    for change in ({"student": "s0000002"}, {"created_at": "2026-11-24T09:00:00Z"}):
        assert gone.left_of("no_school_days", 9, raw(**{**old, **change})) != NOTHING
    assert gone.left_of("checkins", 9, raw(**old)) != NOTHING


def test_what_only_the_past_knows_goes_with_what_it_came_from():
    now = make(CheckIn, 1, line="now")
    gone = Gone(tables_of(now, make(CheckIn, 2)), ["c0000002"])
    past = [
        ("checkins", 1, msgspec.Raw(msgspec.json.encode(now))),
        ("checkins", 1, raw(id="c0000001", created_at="2020-01-01T00:00:00Z", line="private")),
        ("checkins", 1, raw(id="c0000001", created_at="2020-01-02T00:00:00Z", line="open")),
        ("checkins", 7, raw(id="c0000007", line="private")),
        ("checkins", 8, raw(id="c0000008", line="open")),
        ("followups", 9, raw(id="f0000009", source="c0000002")),
        ("followups", 10, raw(id="f0000010", source="c0000001")),
        ("bees", 1, raw(line="private")),
        ("checkins", 11, NOTHING),
    ]
    gone.add_from_past(past, lambda table, document: document.get("line") == "private")
    assert gone.from_past == ["c0000001", "c0000007", "f0000009"]
    assert gone.ids == {"c0000002", "c0000007", "f0000009"}
    kept = [gone.left_of(table, number, document) != NOTHING for table, number, document in past[:7]]
    assert kept == [True, False, True, False, True, False, True]
    assert born(msgspec.Raw(b"{")) == ""
    strangers = Gone(tables_of(now), [])
    strangers.add_from_past(past[1:2], lambda table, document: True)
    assert strangers.takes_anything


def test_of_a_change_what_goes_is_counted_and_a_change_of_a_table_stays():
    gone = Gone({}, ["c0000001"])
    one, two = raw(id="c0000001"), raw(id="c0000002", group="c0000001")
    table = ("checkins", None, raw(), NOTHING)
    operations = [
        ("checkins", "1", one, NOTHING),
        ("checkins", "2", two, raw(id="c0000002")),
        ("checkins", "1", NOTHING, one),
        table,
    ]
    left, taken = gone.operations(operations)
    assert taken == 2
    assert [(number, bytes(after), bytes(before)) for _, number, after, before in left] == [
        ("2", b'{"id":"c0000002"}', b'{"id":"c0000002"}'), (None, b"{}", b"null"),
    ]  # fmt: skip


def test_words_are_looked_for_where_only_people_write_them():
    texts = {
        "note": "sixteen letters.", "short": "fifteen letters", "spaced": "   fifteen letters ", "key": "defense_practice_x",
        "at": "2026-11-23T09:00:00.000Z", "deep": [{"x": ["another long sentence"]}], "number": 5,
    }  # fmt: skip
    assert [*_texts(texts)] == ["sixteen letters.", "another long sentence"]
    gone = Gone({}, ["c0000001", "c0000002"])
    for number, line in ((1, "only in the one that goes"), (2, "in both, and so nobody's")):
        gone.left_of("checkins", number, raw(id=f"c000000{number}", line=line))
    assert gone.texts({"checkins": {3: raw(line="in both, and so nobody's")}}) == {"only in the one that goes"}


@pytest.mark.parametrize("text", ["x0000001x", "c1", "?0000001", "", "c00000001"])
def test_only_an_id_has_a_place(text):
    assert key_of("c0000012") == ("checkins", 12)
    with pytest.raises(ValueError, match=r"is not an id|invalid|empty"):
        key_of(text)


def test_rows_are_written_anew_with_checksums_that_fit_each_other():
    gone = Gone({}, ["c0000001"])
    one, two, three = chain((4, 0x77), [put(1, "a")], [put(2, "b")], [put(2, "c")])
    data = encode_header(4, 0x77) + one.row + two.row + three.row
    rows = read_rows(data + b'{"seq":8')
    assert [line.seq for line in rows.lines()] == [5, 6, 7]
    chains = Chains(gone)
    chains.add(rows)
    chains.add(rows)
    anew = read_rows(chains.written(rows))
    assert [(line.seq, len(line.ops), line.lacks) for line in anew.lines()] == [(5, 0, 1), (6, 1, None), (7, 1, None)]
    assert chains.of((4, 0x77)) == 0x77
    assert chains.of(three.after) == int([*anew.lines()][-1].crc, 16) != three.after[1]
    untouched = Chains(Gone({}, ["c0000009"]))
    untouched.add(rows)
    assert untouched.written(rows) == data
    replaced = encode_line(Line(9, "", "Restored", [put(2, "b")], follows=7, schema=9, records="00000001", lacks=2), 5)[
        0
    ]
    restored = read_rows(replaced, 5)
    chains.add(restored)
    (line,) = read_rows(chains.written(restored), 5).lines()
    assert (line.records, line.lacks, line.follows, len(line.ops)) == (None, 2, 7, 1)


def test_a_row_of_which_nobody_knows_what_it_follows_stays_or_becomes_a_header():
    one, two, three = chain((4, 0x77), [put(1, "a")], [put(2, "b")], [put(1, "c")])
    rows = read_rows(two.row + three.row)
    chains = Chains(Gone({}, ["c0000001"]))
    chains.add(rows)
    written = chains.written(rows)
    assert written.startswith(two.row)
    assert read_line(written.removeprefix(two.row), seed=two.after[1]).ops == []
    headless = read_rows(one.row + two.row)
    chains.add(headless)
    assert chains.written(headless).startswith(encode_header(5, one.after[1])[:20])
    assert read_rows(chains.written(headless)).rows[1][1].seq == 6
    assert end_of(one.row + two.row + b"torn", None) == two.after[1]
    assert end_of(b"torn", 7) == 7
    assert end_of(one.row.replace(b"\n", b"\r\n"), None) == one.after[1]
    assert read_rows(b"\xef\xbb\xbf" + one.row.replace(b"\n", b"\r\n")).rows[0][0] == one.row


def test_a_draft_holds_a_text_in_part_or_whole_whatever_it_is_written_as():
    text = ("what she told nobody else",)
    for data, holds in (
        (b'{"fields":{"line":"and what she told nobody else, twice"}}', True),
        (b'{"fields":{"line":" what she told no "}}', True),
        (b'{"fields":{"line":"what she told n"}}', False),
        (b'{"fields":{"line":"something else entirely"}}', False),
        (b"her own words: what she told nobody else", True),
        (b'{"fields":{"line":"what she told nobody else', True),
        (b"x", False),
    ):
        assert _holds(data, text) is holds, data
    assert _holds(b'{"line":"a \\"b\\" she told nobody, half', ('a "b" she told nobody',))


def test_drafts_about_what_goes_are_found_by_name_or_words(tmp_path):
    place = tmp_path / "drafts"
    asked = []

    def texts():
        asked.append(True)
        return ["what she told nobody else"]

    assert [*drafts_with(tmp_path, {"s0000001"}, texts)] == []
    place.mkdir()
    assert [*drafts_with(tmp_path, {"s0000001"}, texts)] == []
    assert asked == []
    words = b'{"line":"what she told nobody else"}'
    for name, data in {
        "pact-s0000001.json": b"{}",
        "pact-s0000001.2.json": b"{}",
        "pact-s0000002.json": b"{}",
        "check_in.json": words,
        ".check_in.json.1-1.tmp": words,
        "check_in.aside-1": words[:-2],
        "other.json": b'{"line":"nothing of the kind"}',
    }.items():
        (place / name).write_bytes(data)
    for name in ("editor-note-s0000002-body-1", "editor-note-s0000001-body-1", "folder"):
        (place / name).mkdir()
        (place / name / "words.txt").write_bytes(b"what she told nobody else" if "2" in name else b"")
    found = [one.name for one in drafts_with(tmp_path, {"s0000001"}, texts)]
    assert found == [
        "check_in.aside-1", "check_in.json", "editor-note-s0000001-body-1", "editor-note-s0000002-body-1",
        "pact-s0000001.2.json", "pact-s0000001.json",
    ]  # fmt: skip
    assert asked == [True]


def test_the_settings_no_longer_say_what_a_student_was_covered_for():
    covered = {"covered": {"hope": ["s0000001", "s0000002"], "mark": ["s0000001"]}, "uncovered": {"may": ["s0000001"]}}
    left = settings_without(json.dumps({**covered, "theme": "x"}).encode(), {"s0000001"})
    assert json.loads(left) == {"covered": {"hope": ["s0000002"]}, "uncovered": {}, "theme": "x"}
    assert left.endswith(b"}\n")
    for data in (b"{", b"[" * 100_000, b'["s0000001"]', b'{"theme":"x"}'):
        assert settings_without(data, {"s0000001"}) == data
    odd = b'{"covered":5,"theme":"s0000001"}'
    assert json.loads(settings_without(odd, {"s0000001"})) == json.loads(odd)
