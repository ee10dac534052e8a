"""Copies are compressed: `zcat` shows them, and whatever reads a copy reads it compressed or not, or says why not."""

import gzip
import shutil
import subprocess

import pytest
from folder_case import NOW, abandon, add_check_in, add_student, content, filled, lines_of
from hypothesis import given
from hypothesis import strategies as st

from advisory.store import DamagedError, Refused, Store
from advisory.store.disk import backup, packed
from advisory.store.doctor import examine, repair
from advisory.store.restore import restore


@pytest.fixture
def home(tmp_path):
    """Two saves; the copy kept by the second one is of change 5."""
    folder = tmp_path / "home"
    filled(folder).close()
    store = Store.open(folder)
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "Line 3")
    store.close()
    return folder


@given(st.binary(max_size=2000).filter(lambda data: not data.startswith(b"\x1f\x8b")))
def test_what_is_packed_comes_back(data):
    once = packed.pack(data)
    assert packed.unpack(once, "it") == packed.unpack(data, "it") == data
    assert packed.pack(once) == once


@pytest.mark.skipif(not shutil.which("zcat"), reason="no zcat here")
def test_zcat_reads_a_copy(home):
    (pair,) = backup.pairs(home)
    shown = subprocess.run(["zcat", pair.path], capture_output=True, check=True).stdout
    assert shown == content(pair.path)
    assert shown.startswith(b'{\n"_meta"')


def test_two_compressed_files_joined_are_one():
    assert packed.unpack(packed.pack(b"one ") + packed.pack(b"two"), "it") == b"one two"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (packed.pack(b"note" * 99)[:-20], "its end is missing"),
        (packed.pack(b"note" * 99)[:-6] + b"\0" * 6, "incorrect data check"),
        (b"\x1f\x8b rubbish", "can't be decompressed"),
    ],
)
def test_a_damaged_one_is_told(home, data, why):
    path = home / "backups/mine.json.gz"
    path.write_bytes(data)
    with pytest.raises(Refused, match=f"mine.json.gz can't be decompressed.*{why}|{why}"):
        restore(home, path, NOW)


def test_one_made_to_fill_the_memory_is_told(monkeypatch):
    monkeypatch.setattr(packed, "LARGEST", 1 << 20)
    with pytest.raises(DamagedError, match=r"bomb\.gz holds more than"):
        packed.unpack(gzip.compress(bytes((1 << 20) + 1)), "bomb.gz")
    assert len(packed.unpack(gzip.compress(bytes(1 << 20)), "fits.gz")) == 1 << 20


@pytest.mark.parametrize("unpacked", [(), (".json",), (".jsonl",), (".json", ".jsonl")])
def test_a_copy_is_restored_whichever_of_its_files_are_compressed(home, unpacked):
    for path in list(home.glob("backups/*.gz")):
        if packed.plain_name(path).suffix in unpacked:
            packed.plain_name(path).write_bytes(content(path))
            path.unlink()
    (pair,) = backup.pairs(home)
    restore(home, pair.path, NOW)
    assert lines_of(Store.open(home)) == ["Line 0", "Line 1", "Line 2", "Line 3"]


def test_the_name_without_gz_is_understood(home):
    """A message of an older version named it so."""
    (pair,) = backup.pairs(home)
    assert restore(home, packed.plain_name(pair.path).relative_to(home), NOW).source == pair.path


def test_a_compressed_copy_put_in_the_snapshots_place_is_read(home):
    (pair,) = backup.pairs(home)
    shutil.copy(pair.path, home / "advisory.json")
    assert lines_of(Store.open(home)) == ["Line 0", "Line 1", "Line 2"]
    told = [finding.what.partition(":")[0] for finding in examine(home).findings if not finding.is_advice]
    assert told == ["it ends with change 4, and history/2026-11.jsonl with change 5"]  # older, and read all the same


def test_doctor_takes_the_records_from_a_compressed_copy(home):
    (home / "advisory.json").write_bytes(b"\x1f\x8bgone")
    assert repair(home, NOW, lambda _question: True).done
    assert lines_of(Store.open(home)) == ["Line 0", "Line 1", "Line 2", "Line 3"]
    assert b"\x1f\x8bgone" in [content(path) for path in home.glob("backups/before-repair-*.json.gz")]
    assert [str(one) for one in examine(home).findings] == []


@pytest.mark.parametrize("suffix", [".json", ".journal.jsonl"])
def test_doctor_tells_of_a_copy_that_is_damaged_and_repair_renames_the_pair(home, suffix):
    (pair,) = backup.pairs(home)
    path = packed.either(packed.plain_name(pair.path).with_suffix(suffix))
    path.write_bytes(path.read_bytes()[:-6] + bytes(6))
    (found,) = examine(home).findings
    assert str(found) == (
        f"backups/{path.name}: this copy can't be decompressed (Error -3 while decompressing data: incorrect data check): the "
        "disk or a copy damaged it; your records are not affected; `advisory doctor --repair` renames it to "
        f"damaged-{path.name}, so that nobody relies on it."
    )
    left = {one.name: one.read_bytes() for one in (home / "backups").iterdir()}
    done = repair(home, NOW, lambda _question: False).done
    assert done == tuple(f"backups/{name} is now damaged-{name}" for name in sorted(left))
    assert {one.name: one.read_bytes() for one in (home / "backups").iterdir()} == {
        f"damaged-{name}": data for name, data in left.items()
    }
    assert examine(home).findings == ()
    assert backup.pairs(home) == []
    assert lines_of(Store.open(home)) == ["Line 0", "Line 1", "Line 2", "Line 3"]


def test_what_only_looks_compressed_comes_back():
    for data in (b"\x1f\x8b", b"\x1f\x8bgone", packed.pack(b"note" * 99)[:-20]):
        assert packed.unpack(packed.pack(data), "x") == data


def test_a_save_compresses_a_few_copies_of_an_older_version(home):
    for seq in range(100, 105):
        (home / f"backups/advisory-2025-01-0{seq - 99}-{seq:07d}.json").write_bytes(b"{}")
        (home / f"backups/advisory-2025-01-0{seq - 99}-{seq:07d}.journal.jsonl").write_bytes(b"")
    backup.tidy(home)
    assert len(list(home.glob("backups/advisory-2025-*.json"))) == 2
    backup.tidy(home)
    assert {path.suffix for path in home.glob("backups/advisory-2025-*")} == {".gz"}
    assert {content(path) for path in home.glob("backups/advisory-2025-*.json.gz")} == {b"{}"}
    assert len(backup.pairs(home)) == 6


def test_a_kept_pair_is_smaller_than_what_it_holds(tmp_path):
    store = filled(tmp_path, 40)
    store.close()
    store = Store.open(tmp_path)
    with store.change("Add", NOW) as change:
        add_student(change, "Ben")
    abandon(store)
    before = (tmp_path / "advisory.json").stat().st_size
    Store.open(tmp_path).close()
    (pair,) = backup.pairs(tmp_path)
    assert pair.path.stat().st_size * 4 < before
