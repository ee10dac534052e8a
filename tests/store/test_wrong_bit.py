"""One wrong bit is found wherever it is, and put right; other changes are not taken for one."""

import pytest
from examples import some
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.store.disk.row import Line, checksum, encode_line
from advisory.store.disk.snapshot import dump
from advisory.store.disk.wrong_bit import row_put_right, snapshot_put_right

ROW, _ = encode_line(Line(7, "2026-11-23T09:05:00.000Z", "Check-in", []), 0xDEADBEEF)


def snapshot_of(length):
    documents = {number: b'{"id":"c%07d","line":"%b"}' % (number, b"word " * 9) for number in range(length)}
    return dump({"checkins": documents}, seq=7, chain=7, next_ids={"checkins": length}, saved="")


def turned(data, at, bit):
    return b"".join([data[:at], bytes([data[at] ^ 1 << bit]), data[at + 1 :]])


def test_each_bit_of_a_row():
    for at in range(len(ROW) - 1):
        for bit in range(8):
            assert row_put_right(turned(ROW, at, bit), 0xDEADBEEF) == ROW, (at, bit)


def test_a_checksum_alone_is_no_row():
    bare = checksum(0xDEADBEEF)
    for bit in range(8):
        assert row_put_right(turned(bare, 8, bit), 0xDEADBEEF) is None
    assert row_put_right(bare, 0xDEADBEEF) is None


def test_a_wrong_bit_in_the_checksum_before_a_row_is_none_of_the_row():
    for bit in range(32):
        assert row_put_right(ROW, 0xDEADBEEF ^ 1 << bit) is None


def test_each_bit_of_a_small_snapshot():
    data = snapshot_of(2)
    for at in range(len(data)):
        for bit in range(8):
            damaged = turned(data, at, bit)
            assert snapshot_put_right(damaged) == (data, at), (at, bit)


LARGE = snapshot_of(3_000)


@settings(deadline=None, max_examples=some(40))
@given(st.floats(0, 1, exclude_max=True), st.integers(0, 7))
def test_any_bit_of_a_large_snapshot(place, bit):
    at = int(place * len(LARGE))
    assert snapshot_put_right(turned(LARGE, at, bit)) == (LARGE, at)


@settings(deadline=None, max_examples=some(40))
@given(st.text("abcdefghij ", min_size=1, max_size=12))
def test_words_that_were_changed_are_no_wrong_bit(words):
    data = snapshot_of(4)
    assert snapshot_put_right(data.replace(b"word word", words.encode() + b"!", 1)) is None


@pytest.mark.parametrize("data", [b"", b"{", b"{}", b"[]", b"\0" * 500, b'{\n"_meta":{"1":', b"\xff" * 90])
def test_what_is_no_snapshot_has_no_wrong_bit(data):
    assert snapshot_put_right(data) is None


def test_another_letter_at_the_end_of_a_checksum_is_no_wrong_bit_of_the_row():
    """The checksums differ in their last bit, which no bit of a row tells, and the letters in several."""
    rows = (encode_line(Line(seq, "2026-11-23T09:05:00.000Z", "Check-in", []), 1)[0] for seq in range(1, 99))
    row, letter = next((one, one[-4]) for one in rows if one[-4:-3] in {b"a", b"c", b"e"})
    assert row_put_right(row, 1) is None
    assert row_put_right(row[:-4] + bytes([letter + 1]) + row[-3:], 1) is None
