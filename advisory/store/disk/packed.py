"""Compresses the copies in backups as gzip does, so that `zcat` reads them, and reads files compressed or not."""

import contextlib
import zlib
from pathlib import Path

from advisory.store.errors import DamagedError

from .files import read_regular, write_atomically

SUFFIX = ".gz"
LARGEST = 1 << 30
"""How many bytes a compressed file may hold: a hundred years of notes, but not a file made to fill the memory."""

_GZIP = 31  # zlib's number for a stream with gzip's header and checksum
_TOP = 16 * 1024
_MAGIC = b"\x1f\x8b"


QUICK = 4
"""The level of compression for many large files at once: in a third of the time, and a seventh larger."""


def pack(data: bytes, level: int = -1) -> bytes:
    """The data, compressed, unless they are already. What only looks compressed is, too, so that it comes back as it is."""
    if data.startswith(_MAGIC):
        with contextlib.suppress(DamagedError):
            unpack(data, "")
            return data
    return zlib.compress(data, level, wbits=_GZIP)


def unpack(data: bytes, name: str) -> bytes:
    """The data of a file called `name`, decompressed if it is compressed. Raises DamagedError if that is not possible."""
    if not data.startswith(_MAGIC):
        return data
    parts, room = [], LARGEST
    while data.startswith(_MAGIC):  # gzip files that somebody joined are one file
        stream = zlib.decompressobj(wbits=_GZIP)
        try:
            parts.append(stream.decompress(data, room + 1))
        except zlib.error as error:
            raise DamagedError(f"{name} can't be decompressed ({error}): the disk or a copy damaged it.") from None
        room -= len(parts[-1])
        if room < 0:
            raise DamagedError(f"{name} holds more than {LARGEST >> 30} GB, which no file of advisory does.")
        if not stream.eof:
            raise DamagedError(f"{name} can't be decompressed (its end is missing): it was not copied whole.")
        data = stream.unused_data
    return b"".join(parts)


def read(path: Path) -> bytes:
    """The data of a file, decompressed if it is compressed. Raises OSError and DamagedError."""
    return unpack(read_regular(path), path.name)


def read_top(path: Path) -> bytes:
    """The first bytes of a file, decompressed if it is compressed: as many as a snapshot's metadata need."""
    with path.open("rb") as file:
        data = file.read(_TOP)
    try:
        return zlib.decompressobj(wbits=_GZIP).decompress(data, _TOP) if data.startswith(_MAGIC) else data
    except zlib.error as error:
        raise DamagedError(f"{path.name} can't be decompressed ({error}): the disk or a copy damaged it.") from None


def read_whatever(path: Path) -> bytes:
    """The data of a file as far as possible: decompressed, or else as they are. Raises OSError."""
    try:
        return read(path)
    except DamagedError:
        return read_regular(path)


def write(path: Path, data: bytes, *, replace: bool) -> Path:
    """Write data compressed, whole or not at all, with `.gz` after the name; the file's path."""
    path = packed_name(path)
    write_atomically(path, pack(data), replace=replace)
    return path


def packed_name(path: Path) -> Path:
    """The name of a file once it is compressed."""
    return path.with_name(f"{path.name}{SUFFIX}")


def plain_name(path: Path) -> Path:
    """The name of a file without `.gz`."""
    return path.with_name(path.name.removesuffix(SUFFIX))


def either(path: Path) -> Path:
    """The file of this name as it is there: compressed, or else not."""
    packed = packed_name(path)
    return packed if packed.exists() else path
