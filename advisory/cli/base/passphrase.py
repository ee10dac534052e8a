"""The passphrase of an encrypted file: from a file or the environment, for scripts, or asked for without showing it."""

import os
import sys
from pathlib import Path

import click

from advisory.exchange.file.on_disk import read_file
from advisory.rules.leaving.passphrase import refuse_short
from advisory.rules.refusal import Refusal

from .options import DroppedFile
from .sitting import asking

VARIABLE = "ADVISORY_PASSPHRASE"
_LONGEST_FILE = 4096

PASSPHRASE_FILE = click.option(
    "--passphrase-file",
    type=DroppedFile(),
    metavar="FILE",
    help=f"Read the passphrase from the first line of a file; {VARIABLE} holds it too. Otherwise you are asked.",
)


def new_passphrase(file: Path | None) -> str:
    """A passphrase to encrypt with, asked for twice. Refuses a short one."""
    words = _given(file) or _ask("A passphrase for the file, which its reader needs too", again=True)
    refuse_short(words)
    return words


def known_passphrase(file: Path | None) -> str:
    """The passphrase that a file was encrypted with."""
    return _given(file) or _ask("The passphrase of the file", again=False)


def _given(file: Path | None) -> str:
    if file is None:
        return os.environ.get(VARIABLE, "")
    data = read_file(file, _LONGEST_FILE, wanted="a file with the passphrase in its first line", than="any passphrase")
    words = data.decode(errors="replace").partition("\n")[0].rstrip("\r")
    if not words:
        raise Refusal(f"{file} has no passphrase in its first line.")
    return words


def _ask(question: str, *, again: bool) -> str:
    if not sys.stdin.isatty():
        raise Refusal(f"A passphrase is needed, and nobody can be asked: --passphrase-file FILE, or {VARIABLE}.")
    with asking():
        words: str = click.prompt(
            question, hide_input=True, confirmation_prompt="The same again" if again else False, err=True
        )
    return words
