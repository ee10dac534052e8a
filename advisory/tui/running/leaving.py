"""Quitting without delay. Textual takes a quarter of a second, most of it waiting for the thread that reads keys."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress

from textual.driver import Driver

from advisory.tui.textual_internals import forget_key_thread


def leave_at_once(driver: Driver | None, finish: Callable[[], None], code: int) -> None:
    """Restore the terminal, call `finish`, and end the process. Returns only if that isn't possible."""
    if driver is None or driver.is_headless or not forget_key_thread(driver):
        return
    try:
        with suppress(OSError):  # a closed terminal can't be restored
            driver.stop_application_mode()
            driver.close()
        # while the app runs, Textual keeps back what is printed
        sys.stdout, sys.stderr = sys.__stdout__ or sys.stdout, sys.__stderr__ or sys.stderr
        finish()
    finally:
        with suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)
