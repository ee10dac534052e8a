"""A tap on the system calls that the store makes: whoever holds it may count, record, spoil or refuse each of them."""

import contextlib
import functools
import os
from collections.abc import Callable, Collection, Iterator
from typing import Any

CHANGING = (
    "open",
    "close",
    "write",
    "pwrite",
    "lseek",
    "fsync",
    "fdatasync",
    "ftruncate",
    "truncate",
    "posix_fallocate",
    "replace",
    "rename",
    "link",
    "unlink",
    "mkdir",
    "rmdir",
    "chmod",
)
LOOKING = ("stat", "fstat", "scandir", "access")
real_write = os.write
"""The call itself, also while it is tapped."""

Hook = Callable[[str, Callable[..., Any], tuple[Any, ...]], Any]


@contextlib.contextmanager
def tapped(hook: Hook, names: Collection[str] = (*CHANGING, *LOOKING)) -> Iterator[None]:
    """While inside, `hook(name, call, arguments)` answers for each system call instead of the system."""
    real = {name: getattr(os, name) for name in names if hasattr(os, name)}
    for name, call in real.items():
        setattr(os, name, _through(hook, name, call))
    try:
        yield
    finally:
        for name, call in real.items():
            setattr(os, name, call)


def _through(hook: Hook, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(call)
    def answer(*args: Any, **options: Any) -> Any:
        return hook(name, functools.partial(call, **options) if options else call, args)

    return answer
