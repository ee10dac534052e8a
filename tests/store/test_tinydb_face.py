"""TinyDB's own words over the journal: the same answers, at the cost of the change."""

import contextlib
import stat

import pytest
from examples import some
from folder_case import NOW, bytes_of, filled
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb.middlewares import CachingMiddleware
from tinydb.table import Document

from advisory.store.memory.storage import JournalStorage
from advisory.store.memory.table import JournalDB


@pytest.fixture
def db(tmp_path):
    db = JournalDB(tmp_path / "data")
    yield db
    db.close()


@pytest.fixture
def notes(db):
    table = db.table("notes")
    table.insert_multiple({"line": line, "tags": []} for line in "abc")
    return table


def test_whoever_asks_for_the_next_id_does_not_take_it(db, notes):
    assert [notes._get_next_id(), notes._get_next_id(), db.table("empty")._get_next_id()] == [4, 4, 1]
    assert notes.insert({"line": "d"}) == 4


def test_after_a_clean_close_plain_tinydb_reads_everything(tmp_path):
    store = filled(tmp_path)
    store.close()
    plain = TinyDB(tmp_path / "advisory.json")
    assert [document["line"] for document in plain.table("checkins")] == ["Line 0", "Line 1", "Line 2"]
    assert plain.table("students").get(doc_id=1)["given_name"] == "Maya"
    assert plain.table("_meta").get(doc_id=1)["seq"] == 4
    plain.close()
    assert (tmp_path / "advisory.journal.jsonl").read_bytes() == b""


def test_one_document_a_line_and_all_of_it_private(tmp_path):
    folder = tmp_path / "data"
    filled(folder).close()
    rows = (folder / "advisory.json").read_text("utf-8").splitlines()
    assert [row[:21] for row in rows if row.startswith('"1":')] == ['"1":{"id":"s0000001",', '"1":{"id":"c0000001",']
    modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*") if path.is_file()}
    folders = {stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*")) if path.is_dir()}
    assert (modes, folders) == ({0o600}, {0o700})


def test_insert_get_search_update_upsert_remove(notes):
    assert notes.insert({"line": "d"}) == 4
    assert notes.get(doc_id=4) == {"line": "d"}
    assert notes.get(doc_id=9) is None
    assert notes.contains(doc_id="d") is False
    assert [d.doc_id for d in notes.search(where("line") > "b")] == [3, 4]
    assert notes.update({"line": "B"}, doc_ids=[2, 77]) == [2]
    assert notes.update(lambda d: d["tags"].append("x"), where("line") == "a") == [1]
    assert notes.upsert({"line": "e"}, where("line") == "e") == [5]
    assert notes.upsert(Document({"line": "f"}, doc_id=9)) == [9]
    assert notes.remove(where("line") == "c") == [3]
    assert notes.remove(doc_ids=[4]) == [4]
    assert notes.all() == [{"line": "a", "tags": ["x"]}, {"line": "B", "tags": []}, {"line": "e"}, {"line": "f"}]
    assert (len(notes), notes.count(where("line").exists()), notes.insert({})) == (4, 4, 10)


def test_the_query_cache_forgets_when_anything_changed(tmp_path, notes):
    query = where("line") == "z"
    assert notes.search(query) == []
    other = JournalDB(tmp_path / "data")
    other.table("notes").insert({"line": "z"})
    assert len(notes.search(query)) == 1
    with contextlib.suppress(ZeroDivisionError), notes._storage.transaction("Never"):
        notes.insert({"line": "z"})
        assert len(notes.search(query)) == 2
        raise ZeroDivisionError
    assert len(notes.search(query)) == 1


def test_an_insert_costs_its_line_not_its_table(db, notes, monkeypatch):
    monkeypatch.setattr(JournalStorage, "read", lambda _storage: pytest.fail("the whole database was read"))
    monkeypatch.setattr("advisory.store.disk.snapshot.dump", lambda *_args, **_options: pytest.fail("all was written"))
    path = db.storage.ledger.folder / "advisory.journal.jsonl"
    before = path.stat().st_size
    notes.insert({"line": "d"})
    notes.get(doc_id=2)
    assert path.stat().st_size - before < 200


def test_ids_are_not_given_again(tmp_path, db, notes):
    notes.remove(doc_ids=[3])
    assert notes.insert({}) == 4
    notes.truncate()
    assert notes.insert({}) == 5
    notes.remove(doc_ids=[5])
    db.close()
    again = JournalDB(tmp_path / "data")
    assert again.table("notes").insert({}) == 6


def test_a_dropped_table_is_gone(tmp_path, db, notes):
    db.table("other").insert({})
    db.drop_table("notes")
    assert db.tables() == {"other"}
    db.close()
    again = JournalDB(tmp_path / "data")
    assert again.tables() == {"other"}
    before = again.storage.ledger.state.seq
    again.drop_table("notes")
    assert (again.storage.ledger.state.seq, again.tables()) == (before, {"other"})
    with again.transaction("Drop"):
        again.drop_table("other")
        assert again.tables() == set()
        assert again.table("other").insert({}) == 1
    assert again.tables() == {"other"}
    again.drop_tables()
    assert JournalDB(tmp_path / "data").tables() == set()
    again.storage.write({"plans": {}, "moves": {1: {"to": "alliance"}}})
    assert again.tables() == {"plans", "moves"}
    assert again.storage.read() == {"plans": {}, "moves": {"1": {"to": "alliance"}}}
    again.storage.write({"moves": {2: {"to": "rapport"}}})
    assert again.storage.read() == {"moves": {"2": {"to": "rapport"}}}


def test_a_change_across_tables_is_one_line(db, notes):
    with db.transaction("Move", NOW):
        db.table("moves").insert({"to": "alliance"})
        notes.update({"line": "moved"}, doc_ids=[1])
    rows = (db.storage.ledger.folder / "advisory.journal.jsonl").read_bytes().splitlines()
    assert len(rows) == 3
    assert b'"at":"2026-11-23T09:05:00.000Z","what":"Move"' in rows[-1]


def test_a_change_that_puts_everything_back_writes_nothing(db, notes):
    before = bytes_of(db.storage.ledger.folder)
    with db.transaction("There and back"):
        notes.update({"line": "x"}, doc_ids=[1])
        notes.remove(doc_ids=[notes.insert({"line": "new"})])
        notes.update({"line": "a"}, doc_ids=[1])
    assert bytes_of(db.storage.ledger.folder) == before


def test_a_table_made_and_dropped_in_one_change_was_never_there(db, notes):
    before = bytes_of(db.storage.ledger.folder)
    with db.transaction("There and back"):
        db.table("moves").insert({"to": "alliance"})
        db.drop_table("moves")
    assert db.tables() == {"notes"}
    assert bytes_of(db.storage.ledger.folder) == before


def test_a_change_that_raises_is_in_no_table(db, notes):
    before = bytes_of(db.storage.ledger.folder)
    with contextlib.suppress(ZeroDivisionError), db.transaction("Never"):
        db.table("moves").insert({"to": "alliance"})
        notes.truncate()
        raise ZeroDivisionError
    assert (db.tables(), len(notes)) == ({"notes"}, 3)
    assert bytes_of(db.storage.ledger.folder) == before


@pytest.mark.parametrize("value", [{1, 2}, NOW, float("nan"), object(), "\ud800"])
def test_what_json_does_not_hold_is_refused_unchanged(db, notes, value):
    before = bytes_of(db.storage.ledger.folder)
    with pytest.raises((TypeError, ValueError)):
        notes.insert({"value": value})
    with pytest.raises((TypeError, ValueError)):
        notes.update({"value": value})
    assert bytes_of(db.storage.ledger.folder) == before
    assert notes.all() == [{"line": line, "tags": []} for line in "abc"]


def test_callers_cannot_reach_what_is_stored(notes):
    document = {"line": "d", "tags": ["mine"]}
    notes.insert(document)
    document["tags"].append("later")
    notes.get(doc_id=4)["tags"].append("later")
    notes.all()[3]["tags"].append("later")
    assert notes.get(doc_id=4)["tags"] == ["mine"]


def test_the_storage_is_whole_under_tinydbs_own_table(tmp_path):
    plain = TinyDB(tmp_path / "data", storage=JournalStorage)
    plain.insert_multiple({"line": line} for line in "abc")
    plain.update({"line": "B"}, doc_ids=[2])
    plain.remove(doc_ids=[1])
    plain.close()
    cached = TinyDB(tmp_path / "data", storage=CachingMiddleware(JournalStorage))
    cached.insert({"line": "d"})
    cached.close()
    assert JournalDB(tmp_path / "data").all() == [{"line": "B"}, {"line": "c"}, {"line": "d"}]


def test_an_id_chosen_by_hand_is_not_given_again_in_the_same_change(db, notes):
    with db.transaction("Several"):
        notes.insert(Document({}, doc_id=7))
        assert notes.insert({}) == 8
        notes.insert(Document({}, doc_id=5))
        assert notes.insert({}) == 9
    assert notes.insert({}) == 10


def test_what_an_update_leaves_as_it_was_is_not_written(db, notes):
    before = db.storage.ledger.state.seq
    notes.update({"line": "b"}, doc_ids=[2])
    notes.update(lambda document: document["tags"].clear())
    assert db.storage.ledger.state.seq == before
    notes.update({"line": "b", "tags": ["x"]}, doc_ids=[1, 2])
    ops = next(db.storage.ledger.changes_backwards()).ops
    assert [(table, number) for table, number, _, _ in ops] == [("notes", "1"), ("notes", "2")]


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    db = JournalDB(tmp_path_factory.mktemp("dict"))
    yield db.table("notes")
    db.close()


steps = st.lists(
    st.tuples(st.sampled_from(["set", "del", "pop", "edit", "clear"]), st.integers(1, 5), st.integers(0, 2))
)


@settings(max_examples=some(60), deadline=None)
@given(st.lists(steps, min_size=1, max_size=3))
def test_an_update_changes_a_table_as_it_would_a_dict(table, updates):
    truth: dict[int, dict[str, int]] = {}

    def run(update, documents):
        for step, number, value in update:
            if step == "set":
                documents[number] = {"value": value}
            elif step == "pop":
                documents.pop(number, None)
            elif step == "clear" and value == 0:
                documents.clear()
            elif number in documents and step == "del":
                del documents[number]
            elif number in documents and step == "edit":
                documents[number]["value"] = value
        with pytest.raises(KeyError):
            documents[9]
        with pytest.raises(KeyError):
            del documents[9]
        return sorted(documents), len(documents), [documents[number] for number in sorted(documents)], "x" in documents

    table.truncate()
    for update in updates:
        seen = []
        table._update_table(lambda documents, update=update, seen=seen: seen.append(run(update, documents)))
        assert seen == [run(update, truth)]
        assert {document.doc_id: dict(document) for document in table.all()} == truth
