"""The options before the command, the app if there is no command, and the exit code."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from errno import EBADF
from pathlib import Path
from typing import Any

import click

from advisory import __version__
from advisory.exchange.file.error import FileError
from advisory.model import RecordError
from advisory.model.day_order import choose_day_order
from advisory.rules.refusal import Refusal
from advisory.settings.paths import HOME_VARIABLE
from advisory.store import StoreError, reason_of
from advisory.streams import plain

from .base.command import example
from .base.day import Day, day_first_in
from .base.lazy import LazyGroup
from .base.screens import open_screens
from .base.sitting import FOLDER, REFUSED, OpenApp, Sitting, talk


class _Unread(Exception):  # noqa: N818 - it is none
    """The reader of stdout, such as `head`, has closed it."""


@contextmanager
def _until_unread() -> Iterator[None]:
    """Click would end the program with an error when its reader has gone."""
    try:
        yield
    except BrokenPipeError as gone:
        raise _Unread from gone


class Commands(LazyGroup):
    """The commands. If the reader of the output closes it early, as `head` does, that is no error."""

    package = "advisory.cli"
    names = (
        "demo", "today", "list", "show", "board", "year", "time", "families", "log", "find", "next", "plan", "checkin", "note", "group", "promise", "move",
        "known", "know", "evidence", "insight", "tried", "insights", "pacts", "pact", "defenses", "defense", "sign", "signs", "step", "week",
        "reassign", "undo", "redo", "import", "handover", "merge", "archive", "unarchive", "trash", "survey", "export", "sheet", "transition", "shared", "calendar", "tags", "year-end", "history", "where", "backup", "restore", "doctor",
    )  # fmt: skip
    with_verbs = frozenset({"pact", "defense", "calendar", "tags", "year-end"})

    @_until_unread()
    def make_context(self, *arguments: Any, **options: Any) -> click.Context:
        return super().make_context(*arguments, **options)

    @_until_unread()
    def invoke(self, ctx: click.Context) -> object:
        done: object = super().invoke(ctx)
        sys.stdout.flush()
        return done


@example("", "open the app")
@example("--today 2026-11-23 list", "ages as of another day")
@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--home", is_eager=True, metavar="DIR", help=f"The data folder; {HOME_VARIABLE} names it too.")
@click.option("--today", "as_of", type=Day(), metavar="DATE", help="Compute ages as of DATE.")
@click.version_option(__version__, "--version", message="advisory %(version)s")
@click.pass_context
def advisory(context: click.Context, home: str | None, as_of: date | None) -> None:
    """Your caseload, the partnership with each student, check-ins and promises. Without a command, the app opens.

    Data goes to stdout, messages to stderr. Exit codes: 0 done, 1 refused (nothing was changed), 2 wrong command line,
    3 the data folder could not be opened or written, or a disk is full or broken.
    """
    if home is not None and not home.strip():  # as of a variable that a script forgot to set
        raise click.BadParameter("there is no name: say which folder.", context, param_hint="--home")
    context.obj = Sitting(home, as_of, context.obj)
    choose_day_order(day_first=day_first_in(context.obj.folder))
    if context.invoked_subcommand is None:
        open_screens(context.obj)


def _no_app(_folder: Path, **_options: object) -> int:
    raise Refusal("Only `advisory` by itself opens the app.")


def _show(wrong: click.ClickException) -> None:
    """Print click's own message. What was typed stands in it, so it goes out like any other sentence."""
    from io import StringIO

    shown = StringIO()
    wrong.show(shown)
    text = shown.getvalue().removesuffix("\n").replace(wrong.message, plain(wrong.message))
    for line in text.split("\n"):
        talk(line)


def run(arguments: list[str] | None = None, *, open_app: OpenApp = _no_app) -> int:
    """Run the command line; the exit code. `open_app` opens the screens, which this room knows nothing of."""
    try:
        code = advisory.main(arguments, prog_name="advisory", standalone_mode=False, obj=open_app)
        sys.stdout.flush()
    except click.ClickException as wrong:
        _show(wrong)
        return wrong.exit_code
    except click.Abort as left:  # at a question, or, with a cause, by Ctrl+c at any moment
        is_at_question = left.__cause__ is None
        talk(
            "Stopped; nothing was changed." if is_at_question else "Interrupted. Everything reported as saved is saved."
        )
        return REFUSED
    except StoreError as error:
        talk(str(error))
        return FOLDER
    except (_Unread, BrokenPipeError):
        return 0
    except OSError as error:
        why = "stdout is closed" if error.errno == EBADF else reason_of(error)
        talk(f"The output could not be written: {why}.")
        return REFUSED
    except (Refusal, RecordError, FileError) as refusal:
        talk(str(refusal))
        return REFUSED
    return code if isinstance(code, int) else 0  # click hands over the code of an Exit, such as the app's
