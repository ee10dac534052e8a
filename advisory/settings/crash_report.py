"""Reports of unexpected errors: where they happened, and nothing that anybody wrote."""

import os
import platform
import traceback
from datetime import datetime
from pathlib import Path

from advisory import __version__

_PACKAGE = Path(__file__).parents[1]


def crash_report(error: BaseException, at: datetime) -> str:
    """The type of an error and the lines of code it passed through.

    Its message and all values are left out, because they could contain a note.
    """
    lines = [
        f"advisory {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}",
        at.isoformat(timespec="seconds"),
        "What you had saved is safe. This file holds no name and no note; it can be sent to the maintainers.",
    ]
    for cause in _causes(error):
        lines += ["", f"{type(cause).__module__}.{type(cause).__qualname__}"]
        lines += [
            f"  {_place(frame.filename)}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(cause.__traceback__)
        ]
    return "\n".join(lines) + "\n"


def write_crash_report(error: BaseException, folder: Path, at: datetime) -> Path | None:
    """Write the report into a folder, readable only by its owner. Returns None if it can't be written."""
    path = folder / f"crash-{at:%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(crash_report(error, at))
    except OSError:
        return None
    return path


def crash_sentence(report: Path | None) -> str:
    """What to tell the advisor after a crash."""
    where = f" Where it happened is written in {report}, without any name or note." if report else ""
    return f"advisory met an unexpected error and had to stop. Everything you saved is safe.{where}"


def _causes(error: BaseException) -> list[BaseException]:
    """The error and those behind it: what it wraps, as Textual's WorkerFailed does in `error`, and what it came from."""
    found = [error]
    for one in found:
        behind = (getattr(one, "error", None), one.__cause__ or one.__context__)
        found += [cause for cause in behind if isinstance(cause, BaseException) and cause not in found]
    return found


def _place(filename: str) -> str:
    """A file's path starting at its package, so that it reveals nothing about somebody's home folder."""
    path = Path(filename)
    if "site-packages" in path.parts:
        return "/".join(path.parts[path.parts.index("site-packages") + 1 :])
    return path.relative_to(_PACKAGE.parent).as_posix() if path.is_relative_to(_PACKAGE.parent) else path.name
