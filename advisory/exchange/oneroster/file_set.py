"""Read the files of a OneRoster set from a folder or a zip, up to a size that a school can need."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from advisory.exchange.file.error import FileError
from advisory.exchange.file.excerpt import excerpt
from advisory.exchange.file.on_disk import as_size, read_file, unreadable

if TYPE_CHECKING:
    from zipfile import ZipInfo

MEMBERS = ("manifest", "users", "roles", "classes", "enrollments", "academicsessions")
"""The files that are read. Demographics and all others are never opened."""
LARGEST_SET = 64 * 1024 * 1024
"""The most bytes of those files, unpacked: enough for a whole district's enrollments."""
_LARGEST_PACKED = 1024 * 1024
_PACKED_TOO_WELL = 200
"""Text compresses about ten times. A file that unpacks to this many times its size was made to fill a disk."""
_MOST_FILES = 5000
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


def read_zip(path: Path) -> dict[str, bytes]:
    """As read_folder, from a zip. Raises FileError for a zip that is encrypted, damaged, or unpacks to too much."""
    from zipfile import ZipFile

    try:
        with ZipFile(path) as archive:
            infos = {info.filename: info for info in archive.infolist() if not info.is_dir()}
            chosen = {stem: infos[name] for stem, name in _choose(path, infos).items()}
            _refuse_bomb(path, list(chosen.values()))
            return {stem: archive.read(info) for stem, info in chosen.items()}
    except FileError:
        raise
    except Exception as error:  # zipfile documents no complete list of what it raises for damaged bytes
        raise FileError(f"{path} is a damaged zip, or a kind of zip that cannot be read; export it again.") from error


def _refuse_bomb(path: Path, infos: "list[ZipInfo]") -> None:
    for info in infos:
        if info.flag_bits & _IS_ENCRYPTED:
            raise FileError(f"{path} is locked with a password ({info.filename}); unpack it, and give the folder.")
        if info.file_size > max(_LARGEST_PACKED, info.compress_size * _PACKED_TOO_WELL):
            raise _too_large(path, info.filename, info.file_size)
    total = sum(info.file_size for info in infos)
    if total > LARGEST_SET:
        raise _too_large(path, "it", total)


def _too_large(path: Path, what: str, size: int) -> FileError:
    return FileError(f"{path}: {what} would unpack to {as_size(size)}, more than a school's roster; it was not read.")


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
