"""Editing a text in the advisor's own editor, in a file that nobody else can read."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from advisory.rules.refusal import Refusal
from advisory.store.editor_text import NAME, decode

PRIVATE = 0o600


class Rewritten(NamedTuple):
    """The text after editing, and a sentence if something went wrong."""

    text: str
    notice: str = ""


def write_in_own_editor(
    text: str,
    environment: Mapping[str, str],
    lend_terminal: AbstractContextManager[object],
    *,
    place: AbstractContextManager[Path] | None = None,
) -> Rewritten:
    """Let the advisor edit the text in the editor that VISUAL or EDITOR names, which gets the terminal meanwhile.

    Refuses if there is no such program. A text that the editor saved is used even if the editor ended with an error.
    The file is at `place`, where a next start finds it should the program be killed, or else in a temporary folder. It
    and every backup the editor made next to it are deleted afterwards.
    """
    command = _command(environment)
    with ExitStack() as stack:
        path = _entered(stack, place)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE), "w", encoding="utf-8") as file:  # noqa: PTH123 - a Path can't be opened private
            file.write(text)
        problem = ""
        try:
            with lend_terminal:
                code = subprocess.run([*command, str(path)], check=False).returncode  # noqa: S603 - it is the advisor's own
        except OSError as error:
            return Rewritten(text, f"“{command[0]}” could not be started ({error.strerror or error}).")
        if code:
            problem = f"“{command[0]}” ended with an error; this is what it had saved."
        try:
            data = path.read_bytes()
        except OSError:
            return Rewritten(text, f"“{command[0]}” left no readable text; yours is unchanged.")
    saved, is_utf8 = decode(data)
    if not is_utf8:
        problem = problem or f"“{command[0]}” did not save as UTF-8; check that the accents are right."
    return Rewritten(saved if text.endswith("\n") else saved.removesuffix("\n"), problem)


def _entered(stack: ExitStack, place: AbstractContextManager[Path] | None) -> Path:
    """The path of the file to write, kept until the stack ends."""
    if place is not None:
        try:
            return stack.enter_context(place)
        except OSError:  # the disk is full, or the folder read-only
            pass
    return stack.enter_context(_temporary())


@contextmanager
def _temporary() -> Iterator[Path]:
    with TemporaryDirectory(prefix="advisory-") as folder:
        yield Path(folder) / NAME


def _command(environment: Mapping[str, str]) -> list[str]:
    chosen = environment.get("VISUAL", "").strip() or environment.get("EDITOR", "").strip()
    if not chosen:
        raise Refusal("No editor is set. Set EDITOR to the name of one, such as nano, before you start the program.")
    try:
        command = shlex.split(chosen)
    except ValueError:
        raise Refusal(f"EDITOR is “{chosen}”, which is not a valid command: a quotation mark is missing.") from None
    if not command or shutil.which(command[0], path=environment.get("PATH")) is None:
        raise Refusal(f"EDITOR is “{chosen}”, but there is no such program here. Set it to one, such as nano.")
    return command
