"""Read the files of a OneRoster set from a folder or a zip, up to a size that a school can need."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from advisory.exchange.file.error import FileError
from advisory.exchange.file.excerpt import excerpt
from advisory.exchange.file.on_disk import as_size, read_file, unreadable

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MEMBERS = ("manifest", "users", "roles", "classes", "enrollments", "academicsessions")
"""The files that are read. Demographics and all others are never opened."""
LARGEST_SET = 64 * 1024 * 1024
"""The most bytes of those files together, unpacked: enough for a whole district's enrollments."""
_LARGEST_PACKED = 1024 * 1024
_PACKED_TOO_WELL = 200
"""Text compresses about ten times. A file that unpacks to this many times its size was made to fill a disk."""
_MOST_FILES = 5000
_CHUNK = 64 * 1024
_LISTED = b"PK\x01\x02"
"""The bytes that begin each file's entry in the directory of a zip."""
_IS_ENCRYPTED = 0x1


def read_folder(path: Path) -> dict[str, bytes]:
    """The files of a set by name in lower case without .csv. They may be in a folder inside this one."""
    try:
        entries = list(path.iterdir())
        if not any(_is_users(entry.name) for entry in entries):
            folders = sorted(entry for entry in entries if entry.is_dir())
            entries += [inner for folder in folders[:_MOST_FILES] for inner in _list(folder)]
        names = {entry.relative_to(path).as_posix(): entry for entry in entries if entry.is_file()}
    except OSError as error:
        raise unreadable(path, error) from None
    files: dict[str, bytes] = {}
    room = LARGEST_SET
    for stem, name in _choose(path, names).items():
        files[stem] = read_file(names[name], room)
        room -= len(files[stem])
    return files


def read_zip(path: Path, data: bytes) -> dict[str, bytes]:
    """As read_folder, from the bytes of a zip. Raises FileError for one that is encrypted, damaged, or unpacks to too much."""
    from io import BytesIO
    from zipfile import ZipFile

    if data.count(_LISTED) > _MOST_FILES:  # reading the list alone would take long
        raise FileError(
            f"{path} holds thousands of files, more than any roster; unpack it, and give the folder of yours."
        )
    try:
        with ZipFile(BytesIO(data)) as archive:
            infos = {info.filename: info for info in archive.infolist() if not info.is_dir()}
            chosen = {stem: infos[name] for stem, name in _choose(path, infos).items()}
            _refuse_unreadable(path, list(chosen.values()))
            files: dict[str, bytes] = {}
            room = LARGEST_SET
            for stem, info in chosen.items():
                files[stem] = _inflate(path, archive, info, room)
                room -= len(files[stem])
            return files
    except FileError:
        raise
    except Exception as error:  # zipfile documents no complete list of what it raises for damaged bytes
        raise FileError(f"{path} is a damaged zip, or a kind of zip that cannot be read; export it again.") from error


def _refuse_unreadable(path: Path, infos: "list[ZipInfo]") -> None:
    """Refuse a zip that says itself that it can't be read, or that it is too large."""
    from zipfile import ZIP_DEFLATED, ZIP_STORED

    for info in infos:
        if info.flag_bits & _IS_ENCRYPTED:
            raise FileError(f"{path} is locked with a password ({info.filename}); unpack it, and give the folder.")
        if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:  # the others can't be unpacked piece by piece
            raise FileError(f"{path} is packed in an unusual way ({info.filename}); unpack it, and give the folder.")
        if info.file_size > _largest(info):
            raise _too_large(path, info.filename, info.file_size)
    total = sum(info.file_size for info in infos)
    if total > LARGEST_SET:
        raise _too_large(path, "it", total)


def _largest(info: "ZipInfo") -> int:
    return max(_LARGEST_PACKED, info.compress_size * _PACKED_TOO_WELL)


def _inflate(path: Path, archive: "ZipFile", info: "ZipInfo", room: int) -> bytes:
    """Unpack a file piece by piece, and stop once there is more than `room`: a zip can claim any size."""
    claimed, most = info.file_size, min(room, _largest(info))
    info.file_size = most + 2 * _CHUNK  # zipfile would stop where the claim ends, as if there were no more
    data = bytearray()
    with archive.open(info) as stream:
        while chunk := stream.read(_CHUNK):
            data += chunk
            if len(data) > most:
                raise _too_large(path, info.filename, most, "more than ")
    if len(data) != claimed:
        raise FileError(f"{path} is a damaged zip: {info.filename} is not as long as it says; export it again.")
    return bytes(data)


def _too_large(path: Path, what: str, size: int, more_than: str = "") -> FileError:
    return FileError(
        f"{path}: {what} would unpack to {more_than}{as_size(size)}, more than a school's roster; it was not read."
    )


def _list(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []  # not readable, so not a part of the set


def _is_users(name: str) -> bool:
    return name.casefold() == "users.csv"


def _choose(path: Path, names: Iterable[str]) -> dict[str, str]:
    """The name of each file to read, all from the one folder that has a users.csv."""
    found = [PurePosixPath(name) for name in names]
    found = [name for name in found if "__MACOSX" not in name.parts and not name.name.startswith(".")]
    homes = sorted({name.parent for name in found if _is_users(name.name)}, key=lambda home: (len(home.parts), home))
    if not homes:
        raise FileError(_without_users(path, found))
    home = homes[0]
    if len(homes) > 1 and len(homes[1].parts) == len(home.parts):
        raise FileError(f"{path} holds several OneRoster sets ({home}, {homes[1]}); unpack it, and give one folder.")
    inside = {name.name.casefold(): str(name) for name in found if name.parent == home}
    return {stem: inside[f"{stem}.csv"] for stem in MEMBERS if f"{stem}.csv" in inside}


def _without_users(path: Path, found: list[PurePosixPath]) -> str:
    if any(name.name == "[Content_Types].xml" for name in found):
        return f"{path} is an Excel or Word file; open it, and save the sheet as CSV UTF-8."
    texts = sorted(str(name) for name in found if name.suffix.casefold() in {".csv", ".txt", ".tsv", ".text"})
    if not texts:
        return f"{path} has no users.csv, so it is not a OneRoster set, and it holds no other roster."
    held = excerpt(", ".join(texts), 120)
    return f"{path} has no users.csv, so it is not a OneRoster set. It holds {held}: give the one that lists your students."
