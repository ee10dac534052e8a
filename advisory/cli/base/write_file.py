"""Writing a file that a command was asked for."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from advisory.rules.refusal import Refusal
from advisory.store import Taken, need_free_place
from advisory.store import written_file as written

from .sitting import refusing


@contextmanager
def written_file(path: Path, content: bytes, *, home: Path, force: bool) -> Iterator[None]:
    """Write the file so that only its owner can read it; an existing one only with `force`, one of `home`'s own never.

    If the block then raises, what was there before is there again.
    """
    with ExitStack() as stack:
        try:
            with refusing():
                need_free_place(home, path)
                stack.enter_context(written(path, content, may_replace=force))
        except Refusal as refusal:
            if isinstance(refusal.__cause__, Taken):
                raise Refusal(f"{refusal} --force overwrites it.") from refusal
            raise
        yield


def write_file(path: Path, content: bytes, *, home: Path, force: bool) -> None:
    """Write the file as `written_file` does, on its own."""
    with written_file(path, content, home=home, force=force):
        pass
