"""The door: without arguments the app opens, otherwise the command line answers."""

import sys


def main() -> None:
    """Run `advisory`."""
    sys.exit(_open() if len(sys.argv) == 1 else _command())


def _open() -> int:
    """The app on the usual folder, without loading the command line."""
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
