"""A row in which a disk has turned round a single bit: its checksum tells which."""

from binascii import crc32

from advisory.store.disk.row import CRC_LENGTH, checksum

_BEGIN = b'{"seq":'
"""A wrong bit in the checksum before looks like one in the first four bytes."""
_LONGEST = 8192
"""Bytes; each bit of them is tried, which for a longer row would take seconds."""


def with_one_bit_put_right(row: bytes, seed: int) -> bytes | None:
    """The row as it was written after a row whose checksum is `seed`; None where more than one bit is wrong."""
    body, end = row[:-CRC_LENGTH], row[-CRC_LENGTH:]
    if not body or len(row) > _LONGEST:
        return None
    right = checksum(crc32(body, seed))
    if sum((one ^ other).bit_count() for one, other in zip(end, right, strict=True)) == 1:
        return body + right
    tried = bytearray(body)
    for at in range(len(tried)):
        for bit in range(8):
            tried[at] ^= 1 << bit
            if checksum(crc32(tried, seed)) == end and tried.startswith(_BEGIN):
                return bytes(tried) + end
            tried[at] ^= 1 << bit
    return None
