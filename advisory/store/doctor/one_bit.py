"""Repairs a row in which the disk flipped a single bit: the checksum shows which one."""

from binascii import crc32

from advisory.store.disk.row import CRC_LENGTH, checksum

_BEGIN = b'{"seq":'
"""How a row begins. Without this check, a wrong bit in the seed would be taken for one in these first bytes."""
_LONGEST = 8192
"""Bytes. Every bit is tried, which would take seconds for a longer row."""


def with_one_bit_fixed(row: bytes, seed: int) -> bytes | None:
    """The row as it was written after a row with checksum `seed`; None if more than one bit is wrong."""
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
