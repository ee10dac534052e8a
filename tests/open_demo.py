"""Open the demo in a real terminal and leave it again: `python open_demo.py COMMAND [ARGUMENT…]`; exit code 0 if that works.

It needs nothing but Python, so that an installed wheel can be tried with nothing else around.
"""

import os
import pty
import select
import sys
import time

PATIENCE = 600.0
"""Seconds for a slow machine, which may have to download everything first."""


def read_until(terminal: int, wanted: bytes) -> bytes:
    """What the program wrote, up to and with `wanted`. Raises TimeoutError with all there was."""
    seen, until = b"", time.monotonic() + PATIENCE
    while wanted not in seen:
        ready, _, _ = select.select([terminal], [], [], max(0.0, until - time.monotonic()))
        if not ready:
            raise TimeoutError(f"{wanted!r} did not appear in {seen!r}")
        seen += os.read(terminal, 65536)
    return seen


def main(command: list[str]) -> int:
    """Open, see that everybody is invented, quit."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ |= {"TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
        os.execvp(command[0], command)
    read_until(terminal, b"Everyone here is made up")
    os.write(terminal, b"q")
    read_until(terminal, b"\x1b[?1049l")
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
