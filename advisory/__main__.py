"""Starts the program: the app when there are no arguments, otherwise the command line."""

import sys

UNEXPECTED = 4
"""Exit code after an unexpected error."""


def main() -> None:
    """Run `advisory`."""
    try:
        code = _open() if len(sys.argv) == 1 else _command()
    except Exception as error:  # noqa: BLE001 - a traceback could show what somebody wrote, so nothing gets past here
        code = _crash(error)
    sys.exit(code)


def _crash(error: Exception) -> int:
    """Write a crash report, print where it is, and return the exit code."""
    from datetime import UTC, datetime

    from advisory.settings.crash_report import crash_sentence, write_crash_report
    from advisory.settings.paths import state_folder

    report = write_crash_report(error, state_folder(), datetime.now(UTC))
    sys.stderr.write(f"{crash_sentence(report)}\n")
    return UNEXPECTED


def _open() -> int:
    """Open the app on the usual folder, without importing the command line."""
    from advisory.opening import open_app
    from advisory.rules.refusal import Refusal
    from advisory.settings.paths import home_folder
    from advisory.store import StoreError

    try:
        return open_app(home_folder())
    except (Refusal, StoreError) as no:
        sys.stderr.write(f"{no}\n")
        return 3 if isinstance(no, StoreError) else 1


def _command() -> int:
    from advisory.cli import run
    from advisory.opening import open_app

    return run(open_app=open_app)


if __name__ == "__main__":
    main()
