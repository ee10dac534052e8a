"""Opens the app on a data folder and quits it without delay."""

import gc
import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from advisory.caseload.caseload import Caseload
from advisory.rules.refusal import Refusal
from advisory.store import Store
from advisory.streams import write_talk


def open_caseload(store: Store, as_of: date | None) -> Caseload:
    """The caseload in a store. `as_of` replaces today's date in demos, tests and pictures."""
    return Caseload(store, today=partial(_today, as_of), now=partial(datetime.now, UTC))


def open_app(
    folder: Path, *, as_of: date | None = None, notice: str = "", after: Callable[[], None] | None = None
) -> int:
    """Open the app and return its exit code. `after` is called last, however the app ends.

    Raises Refusal when there is no terminal, StoreError when the folder can't be opened.
    """
    store: Store | None = None

    def finish() -> None:
        if store is not None:
            from advisory.casework.purge.empty_trash import empty_trash

            for told in (empty_trash(open_caseload(store, as_of)), *store.close()):
                if told:
                    write_talk(told)
        if after is not None:
            after()

    try:
        if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):  # Textual draws on stderr
            raise Refusal("The app needs a terminal. Without one use a command; advisory --help lists them.")
        gc.disable()  # almost everything created at startup stays, so collecting would only cost time
        store = Store.open(folder)
        # Textual reads it on import; a change drawn in two steps appears in half the time
        os.environ.setdefault("TEXTUAL_FPS", "120")
        os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
        from advisory.tui.app import AdvisoryApp

        app = AdvisoryApp(open_caseload(store, as_of), notice=notice, shown=_collect_again, finish=finish)
        app.run()
        return app.return_code or 0
    finally:
        finish()


def _collect_again() -> None:
    """Turn garbage collection back on once the first screen is up, ignoring everything created so far."""
    gc.freeze()
    gc.enable()


def _today(as_of: date | None) -> date:
    return as_of or date.today()  # noqa: DTZ011 - the advisor's own day
