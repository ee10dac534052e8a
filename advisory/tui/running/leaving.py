"""Leaving at once: what is committed is safe, so nothing is left to wait for but the terminal.

Textual's own way takes a quarter of a second, most of it until its reading thread looks up.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress

from textual.driver import Driver

from advisory.tui.textual_internals import forget_key_thread


def leave_at_once(driver: Driver | None, finish: Callable[[], None], code: int) -> None:
    """Put the terminal back as it was, finish, and end the process. Returns only where that is not possible."""
    if driver is None or driver.is_headless or not forget_key_thread(driver):
        return
    try:
        with suppress(OSError):  # a terminal that was closed can't be put back
            driver.stop_application_mode()
            driver.close()
        finish()
    finally:
        with suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)
