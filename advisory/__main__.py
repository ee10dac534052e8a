"""Starts the program: the app when there are no arguments, otherwise the command line."""

import os
import sys
from contextlib import suppress

UNEXPECTED = 4
"""Exit code after an unexpected error."""


def main() -> None:
    """Run `advisory`."""
    _start_again_in_utf_8()
    import advisory.later  # noqa: F401 - before anything loads more of pathlib and msgspec than is needed
    from advisory.streams import finish_streams, prepare_streams

    prepare_streams()
    try:
        code = _open() if len(sys.argv) == 1 else _command()
    except Exception as error:  # noqa: BLE001 - a traceback could show what somebody wrote, so nothing gets past here
        code = _crash(error)
    finish_streams()
    sys.exit(code)


def _start_again_in_utf_8() -> None:
    """Where the locale knows ASCII only, names could be neither read nor shown: Python's UTF-8 mode knows them all."""
    if sys.getfilesystemencoding() == "ascii" and sys.executable:
        with suppress(OSError):
            os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 - this program


def _crash(error: Exception) -> int:
    """Write a crash report, print where it is, and return the exit code."""
    from datetime import UTC, datetime

    from advisory.settings.crash_report import crash_sentence, write_crash_report
    from advisory.settings.paths import state_folder
    from advisory.streams import write_talk

    report = write_crash_report(error, state_folder(), datetime.now(UTC))
    write_talk(crash_sentence(report))
    return UNEXPECTED


def _open() -> int:
    """Open the app on the usual folder, without importing the command line."""
    from advisory.opening import open_app
    from advisory.rules.refusal import Refusal
    from advisory.settings.paths import home_folder
    from advisory.store import StoreError
    from advisory.streams import write_talk

    try:
        return open_app(home_folder())
    except (Refusal, StoreError) as no:
        write_talk(str(no))
        return 3 if isinstance(no, StoreError) else 1


def _command() -> int:
    import gc

    from advisory.cli import run

    gc.disable()  # a command is over before there is anything worth collecting
    from advisory.opening import open_app

    try:
        return run(open_app=open_app)
    finally:
        gc.freeze()  # or Python would look through everything once more as it ends


if __name__ == "__main__":
    main()
