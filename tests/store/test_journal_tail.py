"""The end of a journal, torn at every byte and flipped at any bit: earlier changes stay, nothing is silently wrong."""

import random
import shutil

import pytest
from folder_case import NOW, abandon, add_check_in, bytes_of, filled, lines_of

from advisory.model import KINDS, CheckIn
from advisory.store import DamagedError, Store, StoreError

JOURNAL = "advisory.journal.jsonl"


@pytest.fixture
def left_by_a_crash(tmp_path):
    """A snapshot with one check-in, and a journal with two more."""
    folder = tmp_path / "left"
    filled(folder, 1).close()
    store = Store.open(folder)
    for number in (1, 2):
        with store.change("Check-in: one-to-one", NOW) as change:
            add_check_in(change, "s0000001", f"Line {number}")
    abandon(store)
    return folder


def copy_of(folder, name):  # never run: for a slow proof
    copy = folder.parent / name
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    return copy


def test_a_crash_loses_nothing(left_by_a_crash):
    store = Store.open(left_by_a_crash)
    assert lines_of(store) == ["Line 0", "Line 1", "Line 2"]
    assert store.notices == ()


@pytest.mark.slow
def test_cut_at_every_byte_of_the_last_changes(left_by_a_crash):
    data = (left_by_a_crash / JOURNAL).read_bytes()
    ends = [end + 1 for end, byte in enumerate(data) if byte == ord("\n")]
    for cut in [*range(0, ends[-2], 7), *range(ends[-2], len(data))]:
        folder = copy_of(left_by_a_crash, "cut")
        (folder / JOURNAL).write_bytes(data[:cut])
        store = Store.open(folder)
        whole = max(sum(end <= cut for end in ends) - 1, 0)
        assert lines_of(store) == ["Line 0", "Line 1", "Line 2"][: whole + 1]
        torn = data[max([end for end in ends if end <= cut], default=0) : cut]
        aside = [path.read_bytes() for path in (folder / "backups").glob("torn-*")]
        assert aside == ([torn] if torn else [])
        assert store.notices  # also of a cut at a line's end: advisory.last says what is missing
        with store.change("Goes on", NOW) as change:
            add_check_in(change, "s0000001", "Goes on")
        abandon(store)
        again = Store.open(folder)
        assert lines_of(again)[-1] == "Goes on"
        abandon(again)


@pytest.mark.parametrize("fill", [b"\0", b"\0\0\n\0", b"\xff{"])
def test_a_tail_of_rubbish_is_set_aside(left_by_a_crash, fill):
    path = left_by_a_crash / JOURNAL
    data = path.read_bytes()
    rubbish = (fill * 200)[:200].replace(b"\n", b"\0") + (b"\n" if b"\n" in fill else b"")
    path.write_bytes(data + rubbish)
    store = Store.open(left_by_a_crash)
    assert lines_of(store) == ["Line 0", "Line 1", "Line 2"]
    assert "is incomplete" in store.notices[0]
    assert path.read_bytes() == data


def test_a_damaged_line_in_the_middle_is_refused_by_number(left_by_a_crash):
    path = left_by_a_crash / JOURNAL
    path.write_bytes(path.read_bytes().replace(b"Line 1", b"Line X"))
    before = bytes_of(left_by_a_crash)
    with pytest.raises(DamagedError, match=r"advisory\.journal\.jsonl, line 2 does not follow"):
        Store.open(left_by_a_crash)
    assert bytes_of(left_by_a_crash) == before


def test_a_last_line_edited_by_hand_is_no_torn_line(left_by_a_crash):
    path = left_by_a_crash / JOURNAL
    path.write_bytes(path.read_bytes().replace(b"Line 2", b"Line X"))
    with pytest.raises(DamagedError, match="line 3"):
        Store.open(left_by_a_crash)


@pytest.mark.parametrize("change", ["twice", "left out", "turned round"])
def test_lines_added_or_removed_by_hand_are_refused(left_by_a_crash, change):
    path = left_by_a_crash / JOURNAL
    header, one, two = path.read_bytes().splitlines(keepends=True)
    rows = {"twice": [header, one, one, two], "left out": [header, two], "turned round": [header, two, one]}[change]
    path.write_bytes(b"".join(rows))
    with pytest.raises(DamagedError, match=r"jsonl, line \d"):
        Store.open(left_by_a_crash)


@pytest.mark.slow
def test_one_flipped_bit_is_never_silently_wrong(left_by_a_crash):
    store = Store.open(left_by_a_crash)
    truth = [store.all(kind) for kind in KINDS]
    abandon(store)
    chance = random.Random(20261123)
    outcomes = {"refused": 0, "told": 0, "harmless": 0}
    for number in range(400):
        folder = copy_of(left_by_a_crash, "flipped")
        path = folder / (JOURNAL if number % 2 else "advisory.json")
        data = bytearray(path.read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        try:
            store = Store.open(folder)
        except StoreError:
            outcomes["refused"] += 1
            continue
        if store.notices:
            outcomes["told"] += 1
        else:
            assert [store.all(kind) for kind in KINDS] == truth
            outcomes["harmless"] += 1
        abandon(store)
    assert outcomes["refused"] > 100
    assert outcomes["told"] > 100  # and read as it was written, where the checksum finds the bit
    assert outcomes["harmless"] < 20


def test_carriage_returns_and_a_byte_order_mark_are_accepted(left_by_a_crash):
    for name in (JOURNAL, "advisory.json"):
        path = left_by_a_crash / name
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    store = Store.open(left_by_a_crash)
    assert lines_of(store) == ["Line 0", "Line 1", "Line 2"]
    assert store.undo(NOW).what == "Check-in: one-to-one"
    store.close()
    store = Store.open(left_by_a_crash)
    assert lines_of(store) == ["Line 0", "Line 1"]
    assert store.undo(NOW).students == ("s0000001",)
    assert len(store.all(CheckIn)) == 1


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", None),
        (b'{"journal":1,"sch', None),
        (b"\0\0\0", None),
        (b'{"journal":1}\n', "line 1 is not the first line of a journal"),
        (b'{"some":"thing"}\n', "line 1 is not the first line of a journal"),
        (b'{"some":"thing"}\n{"seq":1}\n', "line 1 is not the first line of a journal"),
        (b'{"journal":1,"sch\n{"seq":1', "line 1 is not"),
    ],
)
def test_a_journal_that_begins_with_something_else_is_refused_unless_it_was_cut_off(tmp_path, data, says):
    (tmp_path / JOURNAL).write_bytes(data)
    if says is None:
        assert lines_of(Store.open(tmp_path)) == []
        return
    with pytest.raises(DamagedError, match=says):
        Store.open(tmp_path)
    assert (tmp_path / JOURNAL).read_bytes() == data


def test_a_line_with_a_hole_is_damage_when_others_follow_it(left_by_a_crash):
    path = left_by_a_crash / JOURNAL
    path.write_bytes(path.read_bytes().replace(b"Line 1", b"Line\0\0"))
    with pytest.raises(DamagedError, match=r"line 2 does not follow"):
        Store.open(left_by_a_crash)
