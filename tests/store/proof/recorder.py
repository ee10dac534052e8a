"""What a run asked of the disk, call by call, so that a power cut can be played at any of them."""

import io
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

MAKE, FOLDER, LINK, UNLINK, RENAME = "make", "folder", "link", "unlink", "rename"
WRITE, TRUNCATE, SYNC, SYNC_FOLDER = "write", "truncate", "sync", "sync folder"
BEGIN, ACKNOWLEDGE = "begin", "acknowledge"


class Event(msgspec.Struct, frozen=True):
    """One thing asked of the disk. `file` is a number of ours, because a name may come to mean another file."""

    verb: str
    path: str = ""
    file: int = 0
    at: int = 0
    data: bytes = b""
    source: str = ""


class Recorder:
    """A hook for `tapped`: every call goes through, and those that change something under `root` are written down."""

    def __init__(self, root: Path) -> None:
        self.events: list[Event] = []
        self._root = root.absolute()
        self._files: dict[str, int] = {}
        self._opened: dict[int, tuple[str, int]] = {}
        self._is_inside = False

    def __call__(self, name: str, call: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        take = getattr(self, f"on_{name}", None)
        if take is None or self._is_inside:
            return call(*args)
        self._is_inside = True  # what is asked here to find out is not part of the run
        try:
            return take(call, *args)
        finally:
            self._is_inside = False

    def say(self, verb: str) -> None:
        """A change begins, or has been acknowledged."""
        self.events.append(Event(verb))

    def on_open(self, call: Callable[..., int], path: Any, flags: int, *mode: int) -> int:
        name, is_new = self._name(path), not os.path.lexists(path)
        descriptor = call(path, flags, *mode)
        if is_new:
            self._files[name] = len(self.events) + 1
            self._note(MAKE, name, file=self._files[name])
        elif not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            self._files.setdefault(name, len(self.events) + 1)
        self._opened[descriptor] = name, self._files.get(name, 0)
        if flags & os.O_TRUNC:
            self._note(TRUNCATE, file=self._files[name])
        return descriptor

    def on_close(self, call: Callable[..., None], descriptor: int) -> None:
        self._opened.pop(descriptor, None)
        call(descriptor)

    def on_write(self, call: Callable[..., int], descriptor: int, data: Any) -> int:
        name, file = self._opened[descriptor]
        before = os.fstat(descriptor).st_size
        taken = call(descriptor, data)
        at = os.lseek(descriptor, 0, os.SEEK_CUR) - taken
        assert at <= before, f"a hole in {name}"
        self._note(WRITE, file=file, at=at, data=bytes(data[:taken]))
        return taken

    def on_pwrite(self, call: Callable[..., int], descriptor: int, data: Any, at: int) -> int:
        taken = call(descriptor, data, at)
        self._note(WRITE, file=self._opened[descriptor][1], at=at, data=bytes(data[:taken]))
        return taken

    def on_ftruncate(self, call: Callable[..., None], descriptor: int, size: int) -> None:
        call(descriptor, size)
        self._note(TRUNCATE, file=self._opened[descriptor][1], at=size)

    def on_truncate(self, call: Callable[..., None], path: Any, size: int) -> None:
        call(path, size)
        self._note(TRUNCATE, file=self._files[self._name(path)], at=size)

    def on_fsync(self, call: Callable[..., None], descriptor: int) -> None:
        call(descriptor)
        name, file = self._opened[descriptor]
        self._note(*((SYNC, "") if file else (SYNC_FOLDER, name)), file=file)

    on_fdatasync = on_fsync

    def on_replace(self, call: Callable[..., None], source: Any, target: Any) -> None:
        call(source, target)
        old, new = self._name(source), self._name(target)
        self._files[new] = self._files.pop(old)
        self._note(RENAME, new, source=old, file=self._files[new])

    on_rename = on_replace

    def on_link(self, call: Callable[..., None], source: Any, target: Any) -> None:
        call(source, target)
        new = self._name(target)
        self._files[new] = self._files[self._name(source)]
        self._note(LINK, new, file=self._files[new])

    def on_unlink(self, call: Callable[..., None], path: Any) -> None:
        call(path)
        self._files.pop(self._name(path))
        self._note(UNLINK, self._name(path))

    def on_mkdir(self, call: Callable[..., None], path: Any, *mode: int) -> None:
        call(path, *mode)
        self._note(FOLDER, self._name(path))

    def _note(self, verb: str, path: str = "", **more: Any) -> None:
        self.events.append(Event(verb, path, **more))

    def _name(self, path: Any) -> str:
        return str(Path(path).absolute().relative_to(self._root))


class _Raw(io.RawIOBase):
    """A file whose every call can be tapped; what stands under Python's own `open` can't."""

    def __init__(self, descriptor: int) -> None:
        super().__init__()
        self._descriptor = descriptor

    def readable(self) -> bool:
        return True

    writable = seekable = readable

    def readinto(self, buffer: Any) -> int:
        data = os.read(self._descriptor, len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def write(self, data: Any) -> int:
        return os.write(self._descriptor, bytes(data))

    def seek(self, offset: int, whence: int = 0) -> int:
        return os.lseek(self._descriptor, offset, whence)

    def truncate(self, size: int | None = None) -> int:
        size = self.seek(0, os.SEEK_CUR) if size is None else size
        os.ftruncate(self._descriptor, size)
        return size

    def fileno(self) -> int:
        return self._descriptor

    def close(self) -> None:
        if not self.closed:
            os.close(self._descriptor)
        super().close()


def open_tapped(path: Any, mode: str = "r+", encoding: str | None = None) -> io.TextIOWrapper:
    """As `open`, for a storage that uses it; the file is made when it is missing."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    return io.TextIOWrapper(io.BufferedRandom(_Raw(descriptor)), encoding=encoding or "utf-8")
