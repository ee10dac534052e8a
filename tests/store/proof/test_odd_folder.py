"""STORAGE's list of odd files: each is opened with all that is in it, or refused with file, line and remedy, untouched."""

import json
import re
import shutil

import pytest
from folder_left import JOURNAL, SNAPSHOT, leave
from keeper import StoreKeeper

from advisory.store import StoreError

REMEDY = re.compile(r"\b(Put|Fix|Replace|Install|move|Check|Close|advisory (doctor|restore))\b")
A_RECORD = b'\n"1":{'


def rewrite(name, change):
    def spoil(folder):
        path = folder / name
        path.write_bytes(change(path.read_bytes()))

    return spoil


def lines(name, change):
    return rewrite(name, lambda data: b"".join(change(data.splitlines(keepends=True))))


def twice(data):
    """The second check-in has the number of the first."""
    table = data.index(b'"checkins":{')
    return data[:table] + data[table:].replace(b'\n"2":{', A_RECORD, 1)


ODD = {
    "an empty snapshot": (rewrite(SNAPSHOT, lambda _: b""), SNAPSHOT),
    "a snapshot of blanks": (rewrite(SNAPSHOT, lambda _: b" \n\t\n "), SNAPSHOT),
    "a snapshot of zeros": (rewrite(SNAPSHOT, lambda data: b"\0" * len(data)), SNAPSHOT),
    "half a snapshot": (rewrite(SNAPSHOT, lambda data: data[: len(data) // 2]), rf"{SNAPSHOT}, line \d+"),
    "a list": (rewrite(SNAPSHOT, lambda _: b"[1, 2]"), SNAPSHOT),
    "another program's JSON": (rewrite(SNAPSHOT, lambda _: b'{"name": "app", "version": "1.2"}'), SNAPSHOT),
    "another TinyDB's JSON": (rewrite(SNAPSHOT, lambda _: b'{"_default": {"1": {"a": 1}}}'), SNAPSHOT),
    "an id used twice": (rewrite(SNAPSHOT, twice), SNAPSHOT),
    "a line of the snapshot removed": (lines(SNAPSHOT, lambda rows: rows[:-1]), rf"{SNAPSHOT}, line \d+"),
    "a comma lost": (rewrite(SNAPSHOT, lambda data: data.replace(b"},\n", b"}\n", 1)), rf"{SNAPSHOT}, line \d+"),
    "a missing snapshot": (lambda folder: (folder / SNAPSHOT).unlink(), SNAPSHOT),
    "a line of the journal removed": (lines(JOURNAL, lambda rows: rows[:2] + rows[3:]), rf"{JOURNAL}, line 3"),
    "a line of the journal added": (
        lines(JOURNAL, lambda rows: [*rows[:3], b"{}\n", *rows[3:]]),
        rf"{JOURNAL}, line 4",
    ),
    "a line of the journal twice": (lines(JOURNAL, lambda rows: rows[:3] + rows[2:]), rf"{JOURNAL}, line 4"),
    "an edited line of the journal": (
        rewrite(JOURNAL, lambda data: data.replace(b"said", b"told", 1)),
        f"{JOURNAL}, line",
    ),
    "no header": (lines(JOURNAL, lambda rows: rows[1:]), rf"{JOURNAL}, line 1"),
    "a journal of something else": (rewrite(JOURNAL, lambda _: b"hello\nworld\n"), rf"{JOURNAL}, line 1"),
    "an empty first line": (rewrite(JOURNAL, lambda data: b"\n" + data), rf"{JOURNAL}, line 1"),
    "a newer snapshot": (rewrite(SNAPSHOT, lambda data: data.replace(b'"format":1', b'"format":8', 1)), SNAPSHOT),
    "a newer journal": (rewrite(JOURNAL, lambda data: data.replace(b'"journal":1', b'"journal":9', 1)), JOURNAL),
}
"""What is odd, how it comes about, and what the sentence names."""


def crlf(data):
    return b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")


HARMLESS = {
    "CRLF and a BOM in the snapshot": rewrite(SNAPSHOT, crlf),
    "CRLF and a BOM in the journal": rewrite(JOURNAL, crlf),
    "a conflict copy": lambda folder: shutil.copy(folder / SNAPSHOT, folder / "advisory (Ann's conflicted copy).json"),
    "laid out by another program": rewrite(SNAPSHOT, lambda data: json.dumps(json.loads(data), indent=2).encode()),
    "keys in another order": rewrite(SNAPSHOT, lambda data: json.dumps(json.loads(data), sort_keys=True).encode()),
    "no line end at the end": rewrite(SNAPSHOT, lambda data: data.rstrip()),
    "somebody's file beside it": lambda folder: (folder / "notes.txt").write_text("mine"),
    "what a killed program left": lambda folder: (folder / ".advisory.json.99-1.tmp").write_bytes(b"{"),
}


def contents(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ODD)
def test_it_is_refused_with_file_and_remedy_and_untouched(tmp_path, monkeypatch, name):
    folder = tmp_path / "data"
    leave(folder, monkeypatch)
    spoil, named = ODD[name]
    spoil(folder)
    before = contents(folder)
    with pytest.raises(StoreError) as refusal:
        StoreKeeper(folder)
    sentence = str(refusal.value)
    assert re.search(named.replace(".json", r"\.json"), sentence), sentence
    assert REMEDY.search(sentence), sentence
    assert contents(folder) == before


@pytest.mark.parametrize("name", HARMLESS)
def test_it_is_opened_with_everything_in_it(tmp_path, monkeypatch, name):
    folder = tmp_path / "data"
    truth = leave(folder, monkeypatch)[-1]
    HARMLESS[name](folder)
    store = StoreKeeper(folder)
    assert (store.seq, store.found()) == (truth.seq, truth.now)
    assert store.look_back() == list(range(truth.seq, 0, -1))
    store.close()
    again = StoreKeeper(folder)
    assert again.found() == truth.now
    assert again.look_back() == list(range(truth.seq, 0, -1))
