"""A text written in the editor that the advisor has chosen for everything else, in a file that nobody else can read."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from advisory.rules.refusal import Refusal

PRIVATE = 0o600


class Rewritten(NamedTuple):
    """The text as it was left, and a sentence where something is to be known about it."""

    text: str
    notice: str = ""


def write_in_own_editor(
    text: str, environment: Mapping[str, str], lend_terminal: AbstractContextManager[object]
) -> Rewritten:
    """The text as the advisor's editor leaves it, which VISUAL or EDITOR names; the terminal is its own meanwhile.

    Refuses, before anything is written, when there is no such program. What an editor saved is taken also when it
    ended with an error, and the file and whatever it put beside it are gone afterwards.
    """
    command = _command(environment)
    with TemporaryDirectory(prefix="advisory-") as folder:
        path = Path(folder) / "words.txt"
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE), "w", encoding="utf-8") as file:  # noqa: PTH123 - a Path can't be opened private
            file.write(text)
        problem = ""
        try:
            with lend_terminal:
                code = subprocess.run([*command, str(path)], check=False).returncode  # noqa: S603 - it is the advisor's own
        except OSError as error:
            return Rewritten(text, f"“{command[0]}” could not be started ({error.strerror or error}).")
        if code:
            problem = f"“{command[0]}” ended with an error; what it had saved is here."
        try:
            data = path.read_bytes()
        except OSError:
            return Rewritten(text, f"“{command[0]}” left no text that can be read; it is as it was before.")
    try:
        saved = data.decode()
    except UnicodeDecodeError:  # an editor may save as Windows does, in which every byte is a letter or a gap
        saved = data.decode("cp1252", errors="replace")
        problem = problem or f"“{command[0]}” did not save as UTF-8; look whether its accents are right."
    saved = saved.replace("\r\n", "\n")
    return Rewritten(saved if text.endswith("\n") else saved.removesuffix("\n"), problem)


def _command(environment: Mapping[str, str]) -> list[str]:
    chosen = environment.get("VISUAL", "").strip() or environment.get("EDITOR", "").strip()
    if not chosen:
        raise Refusal("No editor is chosen: set EDITOR to the name of one, such as nano, before the program starts.")
    try:
        command = shlex.split(chosen)
    except ValueError:
        raise Refusal(f"EDITOR is “{chosen}”, which is no command: a quotation mark is missing.") from None
    if not command or shutil.which(command[0], path=environment.get("PATH")) is None:
        raise Refusal(f"EDITOR is “{chosen}”, and there is no such program here: set it to one, such as nano.")
    return command
