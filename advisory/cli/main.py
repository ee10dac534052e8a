"""The options before the command, the app when there is no command, and what a refusal exits with."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from io import TextIOWrapper
from pathlib import Path

import click

from advisory import __version__
from advisory.exchange.file.error import FileError
from advisory.model import RecordError
from advisory.rules.refusal import Refusal
from advisory.settings.paths import HOME_VARIABLE
from advisory.store import StoreError

from .base.day import Day
from .base.lazy import LazyGroup
from .base.sitting import FOLDER, REFUSED, OpenApp, Sitting, data, talk

_COMMANDS = {
    "demo": "main:demo",
    "where": "main:where",
    "list": "read:list_students",
    "show": "read:show",
    "log": "read:log",
    "board": "board:board",
    "year": "year:year",
    "today": "today:today",
    "next": "next:who_is_next",
    "checkin": "write:check_in",
    "note": "note:note",
    "group": "group:group",
    "promise": "write:promise",
    "evidence": "learning:evidence",
    "insight": "learning:insight",
    "insights": "learning:insights",
    "tried": "learning:tried",
    "pacts": "pacts:pacts",
    "pact": "pact.pact:pact",
    "move": "write:move",
    "sign": "sign:sign",
    "signs": "sign:signs",
    "step": "sign:step",
    "week": "week:week",
    "known": "known_well:known",
    "know": "known_well:know",
    "calendar": "calendar.calendar:calendar",
    "undo": "write:undo",
    "redo": "write:redo",
    "import": "carry:import_file",
    "export": "carry:export_table",
    "backup": "keep:backup",
    "restore": "keep:restore",
    "doctor": "keep:doctor",
    "history": "history:history",
}
"""Command → module and function; each module is loaded when its command is called."""


class Commands(LazyGroup):
    """All of them; a reader of their output that has seen enough is no error."""

    places = _COMMANDS

    def invoke(self, ctx: click.Context) -> object:
        try:
            done: object = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:  # the reader, such as head, has seen enough; click would call it an error
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return None
        return done


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--home", metavar="DIR", help=f"The data folder; {HOME_VARIABLE} names it too.")
@click.option("--today", "as_of", type=Day(), metavar="DATE", help="Tell every age as of this day.")
@click.version_option(__version__, "--version", message="advisory %(version)s")
@click.pass_context
def advisory(context: click.Context, home: str | None, as_of: date | None) -> None:
    """Your caseload, the partnership with each student, check-ins and promises. Without a command the app opens.

    Data goes to stdout, talk to stderr. Exit codes: 0 done, 1 refused (nothing was changed), 2 wrong command line,
    3 the data folder could not be opened or written.
    """
    context.obj = Sitting(home, as_of, context.obj)
    if context.invoked_subcommand is None:
        _open(context.obj)


@click.command()
@click.option("--keep", is_flag=True, help="Keep the folder afterwards.")
@click.pass_obj
def demo(sitting: Sitting, *, keep: bool) -> None:
    """Open an invented caseload of 22 students, with a term of history, in a temporary folder."""
    import shutil
    import tempfile

    from advisory.casework.fill_caseload import fill_caseload
    from advisory.demo import demo_caseload

    folder = Path(tempfile.mkdtemp(prefix="advisory-demo-"))
    there = sitting._replace(home=str(folder))

    def after() -> None:
        if keep:
            talk(f"The demo's folder is {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)

    try:
        with there.caseload() as caseload:
            fill_caseload(caseload, demo_caseload(caseload.today, caseload.now()).entries)
    except BaseException:
        after()
        raise
    _open(there, notice="Everybody here is invented. Try anything; it goes away when you leave.", after=after)


@click.command()
@click.pass_obj
def where(sitting: Sitting) -> None:
    """Tell where the data folder is."""
    data(str(sitting.folder))


def _open(sitting: Sitting, *, notice: str = "", after: Callable[[], None] | None = None) -> None:
    code = sitting.open_app(sitting.folder, as_of=sitting.as_of, notice=notice, after=after)
    if code:
        raise click.exceptions.Exit(code)


def _no_app(_folder: Path, **_options: object) -> int:
    raise Refusal("Only the `advisory` command itself opens the app.")


def _let_go_of_stdout() -> None:
    """What could not be written is not tried again when Python ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run(arguments: list[str] | None = None, *, open_app: OpenApp = _no_app) -> int:
    """Run the command line; the exit code. `open_app` opens the screens, which this room knows nothing of."""
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115, PTH123 - closed by the caller: nobody reads it
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a name that the encoding lacks is no reason to stop
    try:
        code = advisory.main(arguments, prog_name="advisory", standalone_mode=False, obj=open_app)
        sys.stdout.flush()
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except (click.Abort, KeyboardInterrupt):
        talk("Left; nothing was changed.")
        return REFUSED
    except StoreError as error:
        talk(str(error))
        return FOLDER
    except BrokenPipeError:  # the reader, such as head, has seen enough
        _let_go_of_stdout()
        return 0
    except OSError as error:
        talk(f"The output could not be written: {error.strerror or error}.")
        _let_go_of_stdout()
        return REFUSED
    except (Refusal, RecordError, FileError) as refusal:
        talk(str(refusal))
        return REFUSED
    return code if isinstance(code, int) else 0  # click hands over the code of an Exit, such as the app's
