"""The check-ins of a file stay text until something looks at one, and are then what they would have been at once."""

import contextlib

import msgspec
import pytest
from folder_case import NOW, add_check_in, filled, lines_of, with_right_checksum
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from advisory.model import KINDS, CheckIn, FollowUp, Student
from advisory.store import DamagedError, Store
from advisory.store.disk.snapshot import dump, fits, parse
from advisory.store.disk.unread import Unread


def raw(value):
    return msgspec.Raw(msgspec.json.encode(value))


def dumped(check_ins, **others):
    """A snapshot as the program writes it, with one student and one promise."""
    one = {1: raw({"id": 1})}
    tables = {"students": one, "checkins": check_ins, "followups": one, "pacts": {}} | others
    return dump(tables, seq=1, chain=1, next_ids={}, saved="2026-11-23T09:05:00.000Z")


def is_unread(store):
    return store._ledger.state.tables["checkins"]._text is not None


@pytest.fixture
def folder(tmp_path):
    filled(tmp_path).close()
    return tmp_path


def test_a_new_check_in_leaves_the_others_unread(folder):
    store = Store.open(folder)
    with store.change("Check-in", NOW) as change:
        made = add_check_in(change, "s0000001", "Line 3")
    assert made.id == "c0000004"
    assert store.get(CheckIn, "c0000004") == made
    assert store.get(CheckIn, "c0000005") is None
    assert len(store.all(Student)) == 1
    assert is_unread(store)
    assert lines_of(store) == ["Line 0", "Line 1", "Line 2", "Line 3"]
    assert not is_unread(store)
    store.close()
    again = Store.open(folder)
    assert lines_of(again) == ["Line 0", "Line 1", "Line 2", "Line 3"]
    again.close()


def test_what_the_journal_changed_stands_in_the_check_ins_read_later(folder):
    store = Store.open(folder)
    with store.change("Edit", NOW) as change:
        change.put(replace(store.need(CheckIn, "c0000002"), line="Edited"))
    store._ledger._journal.close()
    store._ledger._lock.close()  # as a killed process does: the edit is in the journal alone
    again = Store.open(folder)
    assert is_unread(again)
    assert lines_of(again) == ["Line 0", "Edited", "Line 2"]
    again.close()


numbers = st.integers(1, 9)
steps = st.lists(st.tuples(st.sampled_from(["get", "set", "pop", "length", "numbers"]), numbers), max_size=12)


@given(st.sets(numbers, min_size=1), steps)
def test_it_does_what_a_dict_does(there, steps):
    data = dumped({number: raw(number) for number in there})
    known, unread = parse(data, "x").tables["checkins"], parse(data, "x", lazy=True).tables["checkins"]
    assert isinstance(known, dict)
    assert isinstance(unread, Unread)
    for at, (step, number) in enumerate(steps):
        for table in (known, unread):
            if step == "set":
                table[number] = raw(100 + at)
        if step == "pop":
            assert known.pop(number, None) == unread.pop(number, None)
        if step == "length":
            assert len(known) == len(unread)
        if step == "numbers":
            assert list(known) == list(unread)
        assert known.get(number) == unread.get(number)
        assert (number in known) == (number in unread)
    assert list(known.items()) == list(unread.items())


class Line(msgspec.Struct):
    line: str


documents = st.dictionaries(st.integers(1, 10**6), st.fixed_dictionaries({"line": st.text()}), min_size=1)


@pytest.fixture(scope="module")
def as_if_many():
    """Documents are looked for in the text also where there are only a few."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("advisory.store.disk.unread._MANY", 0)
        patch.setattr("advisory.store.disk.unread._FOUND_AT_MOST", 0.01)
        yield


@pytest.mark.usefixtures("as_if_many")
@given(documents, st.integers(1, 10**6))
def test_a_document_is_found_in_the_text_without_taking_it_apart(there, other):
    data = dumped({number: raw(document) for number, document in there.items()})
    unread = parse(data, "x", lazy=True).tables["checkins"]
    assert [unread[number] for number in there] == list(map(raw, there.values()))
    assert unread._text is not None
    assert {number: {"line": one.line} for number, one in unread.read_as(Line).items()} == there
    assert unread.get(other) == (raw(there[other]) if other in there else None)


def test_many_documents_are_not_looked_for_one_by_one(monkeypatch):
    monkeypatch.setattr("advisory.store.disk.unread._MANY", 0)
    monkeypatch.setattr("advisory.store.disk.unread._FOUND_AT_MOST", 4)
    unread = parse(dumped({number: raw({"id": number}) for number in range(1, 9)}), "x", lazy=True).tables["checkins"]
    assert [unread[number] for number in (7, 2, 5)] == [raw({"id": number}) for number in (7, 2, 5)]
    assert unread._text is None
    assert unread.read_as(Line) is None


@given(st.dictionaries(st.integers(1, 99), st.dictionaries(st.text(), st.text(), max_size=2), max_size=5))
def test_a_file_read_later_holds_what_it_holds_read_at_once(documents):
    data = dumped({number: raw(document) for number, document in documents.items()})
    assert parse(data, "x", lazy=True).tables == parse(data, "x").tables


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"1":{"id":1}', b'"1":{\n"id":1}'),
        (b'\n"1":{"id":7}', b'\n"1":{\n"checkins":{\n"2":3\n},\n"followups":{\n}\n}'),
        (b'\n"1":{"id":7}', b'\n"1":{"id":7\n},\n"followups":{}'),
        (b'\n"1":{"id":7}', b'\n"odd":{"id":7}'),
        (b'\n"1":{"id":7}', b'\n"3":{"id":7},\n"1":{"id":8}'),
        (b',\n"checkins":{\n', b',"checkins": {\n'),
        (b'\n},\n"followups":{', b'\n}\n,"followups":{'),
    ],
)
@pytest.mark.usefixtures("as_if_many")
def test_another_layout_under_a_right_checksum_reads_the_same_or_is_refused(old, new):
    data = dumped({1: raw({"id": 7})})
    assert data.count(old) >= 1
    data = with_right_checksum(data.replace(old, new))
    assert fits(data)
    at_once = later = None
    with contextlib.suppress(DamagedError):
        at_once = parse(data, "x").tables
    with contextlib.suppress(DamagedError):
        tables = parse(data, "x", lazy=True).tables
        later = {name: dict(documents.items()) for name, documents in tables.items()}
    assert later == at_once
    if at_once is not None and isinstance(found := parse(data, "x", lazy=True).tables["checkins"], Unread):
        there = at_once["checkins"]
        assert [found[number] for number in there if number <= found._last] == [
            there[number] for number in there if number <= found._last
        ]


def test_a_document_that_is_no_json_is_refused_with_its_line_when_it_is_read():
    data = dumped({1: msgspec.Raw(b'{"id":')})
    with pytest.raises(DamagedError, match="x, line 8") as at_once:
        parse(data, "x")
    table = parse(data, "x", lazy=True).tables["checkins"]
    with pytest.raises(DamagedError) as later:
        table.get(1)
    assert str(later.value) == str(at_once.value)


def test_a_file_with_another_checksum_is_read_at_once():
    data = dumped({1: raw({"line": "Mayb"})}).replace(b"Mayb", b"Maya")
    assert isinstance(parse(data, "x", lazy=True).tables["checkins"], dict)


def test_promises_stand_behind_the_check_ins():
    assert KINDS[KINDS.index(CheckIn) + 1] is FollowUp


def test_a_table_that_holds_something_else_than_documents_by_number_says_so():
    for text, why in (
        (b'{"x":{}}', "x is not a file that advisory wrote (Expected `int`, got `str` - at `key` in `$`). "),
        (b'{ 7":{"id":7},"9":{}}', "x, line 1: Expecting property name enclosed in double quotes (column 3). "),
        (b'{"1":{},"1"}', "x, line 1: Expecting ':' delimiter (column 12). "),
    ):
        table = Unread(memoryview(text), 0, 5000, "x")
        table[2] = raw({"id": 2})
        assert table._text is not None
        assert table[2] == raw({"id": 2})
        with pytest.raises(DamagedError) as said:
            table[7]
        assert str(said.value).startswith(why)
