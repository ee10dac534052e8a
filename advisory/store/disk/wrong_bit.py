"""Finds the single wrong bit that a failing disk leaves: the checksum shows which one it is.

A wrong bit changes a CRC-32 by a value that depends only on how many bits come after it: each further bit multiplies the
value by x in a field of 2^32 elements. So the place is the logarithm of the difference between the two checksums. It is
found in small and large steps (Shanks): fast, however long the file is.
"""

import re
from binascii import crc32
from collections.abc import Callable
from functools import cache

from .row import CRC_LENGTH, checksum
from .snapshot import CRC, HEAD, fits

_POLYNOMIAL = 0xEDB88320
_STRIDE = 4096
_ROW_BEGIN = b'{"seq":'
"""How a row begins. Without this check, a wrong bit in the seed would be taken for one in these first bytes."""
_META_END = rb',"crc":"[0-9a-f]{8}"\}\}'
_LONGEST_META = 1 << 16


def differ_in_one_bit(one: bytes, other: bytes) -> bool:
    """Whether a single bit is all that differs."""
    return len(one) == len(other) and sum((a ^ b).bit_count() for a, b in zip(one, other, strict=True) if a != b) == 1


def row_put_right(row: bytes, seed: int) -> bytes | None:
    """The row as it was written after a row with checksum `seed`; None if more than one bit is wrong."""
    body, end = row[:-CRC_LENGTH], row[-CRC_LENGTH:]
    crc = crc32(body, seed)
    if not body:
        return None
    if differ_in_one_bit(end, checksum(crc)):
        return body + checksum(crc)
    stated = _stated(end, checksum)
    right = None if stated is None else _with_bit_turned(body, crc ^ stated)
    return None if right is None or not right.startswith(_ROW_BEGIN) else right + end


def snapshot_put_right(data: bytes) -> tuple[bytes, int] | None:
    """The snapshot as it was written, and the place of the wrong byte; None if that is not just one wrong bit."""
    if data.startswith(HEAD):
        return _body_put_right(data)
    if differ_in_one_bit(data[: len(HEAD)], HEAD):
        right = HEAD + data[len(HEAD) :]
        return (right, _first_difference(data, right)) if fits(right) else None
    return None


def _body_put_right(data: bytes) -> tuple[bytes, int] | None:
    """Put right what follows the head, wherever the metadata seem to end: their last bytes may be the wrong ones."""
    found = re.compile(_META_END).search(data, len(HEAD), len(HEAD) + _LONGEST_META)
    newline = data.find(b"\n", len(HEAD))
    for comma in (b",", b""):
        length = len(CRC % 0) + len(comma)
        for begin in dict.fromkeys([newline - length, *([found.start()] if found else [])]):
            put_right = _put_right_if_meta_end(data, begin, comma + b"\n") if begin >= len(HEAD) else None
            if put_right is not None:
                return put_right
    return None


def _put_right_if_meta_end(data: bytes, begin: int, line_end: bytes) -> tuple[bytes, int] | None:
    below_at = begin + len(CRC % 0) + len(line_end)
    meta, end, below = data[len(HEAD) : begin], data[begin:below_at], data[below_at:]
    crc = crc32(below, crc32(meta))
    right_end = CRC % crc + line_end
    if differ_in_one_bit(end, right_end):
        return HEAD + meta + right_end + below, begin + _first_difference(end, right_end)
    stated = _stated(end, lambda crc: CRC % crc + line_end)
    covered = None if stated is None else _with_bit_turned(meta + below, crc ^ stated)
    if covered is None:
        return None
    right = HEAD + covered[: len(meta)] + end + covered[len(meta) :]
    return (right, _first_difference(data, right)) if fits(right) else None


def _stated(end: bytes, layout: Callable[[int], bytes]) -> int | None:
    """The checksum that the end of a row or of the metadata states; None if it is not laid out as it should be."""
    found = re.search(rb'"([0-9a-f]{8})"', end)
    crc = int(found[1], 16) if found else None
    return crc if crc is not None and layout(crc) == end else None


def _with_bit_turned(data: bytes, difference: int) -> bytes | None:
    """The data with the bit turned that changes their checksum by `difference`; None if there is no such bit."""
    bits_after = _logarithm(difference, 8 * len(data))
    if bits_after is None:
        return None
    bytes_after = -(-bits_after // 8)
    at = len(data) - bytes_after
    return b"".join([data[:at], bytes([data[at] ^ 1 << (8 * bytes_after - bits_after)]), data[at + 1 :]])


def _logarithm(difference: int, most: int) -> int | None:
    """How many bits, the wrong one included, end the data, if that one bit changed the checksum by `difference`."""
    small, back = _steps()
    for strides in range(most // _STRIDE + 1):
        if difference in small:
            bits = strides * _STRIDE + small[difference]
            return bits if 0 < bits <= most else None
        low, high = back[0][difference & 255] ^ back[1][difference >> 8 & 255], difference >> 16
        difference = low ^ back[2][high & 255] ^ back[3][high >> 8]
    return None


@cache
def _steps() -> tuple[dict[int, int], list[list[int]]]:
    """The first powers of x with their exponents, and a table that goes back by a whole stride."""
    small: dict[int, int] = {}
    power = 1
    for exponent in range(_STRIDE):
        small[power] = exponent
        power = power >> 1 ^ (_POLYNOMIAL if power & 1 else 0)
    columns = [1 << bit for bit in range(32)]
    for _ in range(_STRIDE):
        columns = [(one ^ _POLYNOMIAL) << 1 | 1 if one >> 31 else one << 1 for one in columns]
    back = []
    for byte in range(4):
        table = [0]
        for bit in range(8):
            table += [one ^ columns[8 * byte + bit] for one in table]
        back.append(table)
    return small, back


def _first_difference(one: bytes, other: bytes) -> int:
    length = next(length for length in (1 << 20, len(one)) if one[:length] != other[:length])
    return next(at for at, (a, b) in enumerate(zip(one[:length], other[:length], strict=True)) if a != b)
