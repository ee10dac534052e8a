"""Share something: for whom, what stays, which names are covered, the file, and the entry in the log."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.previewing import preview_of
from advisory.casework.share.log_share import log_share
from advisory.rules.leaving.outgoing import Outgoing
from advisory.rules.leaving.preview import Choice, Preview
from advisory.rules.leaving.reason import CAN_BE_INCLUDED, Instead, Reason
from advisory.rules.refusal import Refusal
from advisory.streams import write_data

from .not_a_name import NOT_A_NAME
from .sitting import Sitting, ask_number, data, is_agreed, talk
from .write_file import written_file

_F = TypeVar("_F", bound=Callable[..., Any])
STAND_IN = "another"
"""The way to cover a name where none has to be chosen."""
_NAMES = {STAND_IN: Instead.STAND_IN, "initials": Instead.INITIALS, "leave-out": Instead.LEAVE_OUT}


class Asked(NamedTuple):
    """What the command line says about sharing something."""

    output: Path | None
    to: str = ""
    names: str | None = None
    takes_private: bool = False
    is_preview: bool = False
    is_forced: bool = False
    includes: tuple[str, ...] = ()
    """Ids of records that would stay, to be included."""


SHARED_WITH = click.option(
    "--shared-with", "shared_with", default="", metavar="WHO", help="Who gets it, for `advisory shared`."
)
_NAMES_OPTION = click.option(
    "--names",
    type=click.Choice([*_NAMES]),
    help="What stands for the names of other students in the texts; without it you are asked.",
)


def NAMES(function: _F) -> _F:  # noqa: N802 - an option like the others
    """The options for other students' names: what stands for them, and which words are none."""
    return _NAMES_OPTION(NOT_A_NAME(function))


PRIVATE = click.option("--include-private", is_flag=True, help="Include all that is private, this once.")
INCLUDE = click.option(
    "--include",
    "include",
    multiple=True,
    metavar="ID",
    help="Include one record that would stay, this once; repeat for more.",
)
PREVIEW = click.option("--preview", is_flag=True, help="Show what would go and what stays, and write nothing.")
FORCE = click.option("--force", is_flag=True, help="Overwrite the file if it is there.")


def give(
    sitting: Sitting, caseload: Caseload, make: Callable[[Choice], Outgoing], asked: Asked, *, name: str, why: str = "",
    shows_first: bool = False,
) -> None:  # fmt: skip
    """Write what goes to a file or to stdout, log it, and say what stays; or, if so asked, only show it.

    `name` is that of the file, or one with its ending where it goes to stdout; `why` tells why it is for this audience.
    With `shows_first` a file is written only once somebody at a terminal has seen what goes and agrees. Refuses where other
    students' names stand in the texts, nothing says what to do about them, and nobody can be asked. What is for the
    advisor is written at once.
    """
    choice = Choice(instead=_NAMES[asked.names] if asked.names else Instead.STAND_IN)
    out = make(choice)
    if not out.is_logged and not asked.is_preview:
        _say(*out.notes, _hand_out(sitting, caseload, out, asked, name))
        return
    if asked.takes_private or asked.includes:
        choice = choice._replace(included=_included(out, asked))
        out = make(choice)
    preview = preview_of(caseload, out, choice)
    if asked.is_preview:
        for line in preview_lines(preview):
            data(line)
        return
    if preview.names and not asked.names:
        choice = choice._replace(instead=_ask_instead(preview))
        out = make(choice)
        preview = preview_of(caseload, out, choice)
    if shows_first and asked.output and sys.stdin.isatty() and not _is_agreed(preview):
        talk("Nothing was written.")
        return
    warning = _hand_out(sitting, caseload, out, asked, name)
    told = f"For {out.leaving.audience.label}{why}: {preview.stay_words}"
    named = preview.name_words if preview.names else preview.word_question
    _say(" ".join(filter(None, (told, named, *preview.notes))), warning)


def _say(*sentences: str) -> None:
    for sentence in filter(None, sentences):
        talk(sentence)


def _hand_out(sitting: Sitting, caseload: Caseload, out: Outgoing, asked: Asked, name: str) -> str:
    """Write what goes and log it; the warning that comes with the file, if any. What can't be logged isn't shared."""
    written = out.file((), name)
    if asked.output is None:
        if out.is_logged and caseload.store.is_read_only:
            raise Refusal("Nothing can be written to your folder now, and what others get is logged there.")
        log_share(caseload, out, to=asked.to)
        _print(written.data, is_logged=out.is_logged)
        return written.warning
    with written_file(asked.output, written.data, home=sitting.folder, force=asked.is_forced):
        log_share(caseload, out, to=asked.to, file=str(asked.output.resolve()), data=written.data)
    talk(f"{written.holds} written to {asked.output}")
    return written.warning


def _print(content: bytes, *, is_logged: bool) -> None:
    """Write to stdout what is in the log already: nobody can tell how much of it went out if that fails."""
    try:
        write_data(content)
    except OSError as error:
        if is_logged and not isinstance(error, BrokenPipeError):
            talk("Part of it may have gone out, so `advisory shared` lists it.")
        raise


def _included(out: Outgoing, asked: Asked) -> frozenset[str]:
    """The ids of records that would stay and are included anyway. Refuses the id of one that leaves anyhow, or must stay."""
    stays = {one.record.id: one.reason for one in out.leaving.stays if one.reason in CAN_BE_INCLUDED}
    stays |= {one.id: one.reason for one in out.kept}
    if strange := [one for one in asked.includes if one not in stays]:
        raise Refusal(f"{strange[0]} is not among what can be included. --preview lists that, with ids.")
    private = (one for one, reason in stays.items() if asked.takes_private and reason is Reason.PRIVATE)
    return frozenset((*asked.includes, *private))


def _is_agreed(preview: Preview) -> bool:
    """Show what goes, and ask whether to write it."""
    for line in preview_lines(preview):
        talk(line)
    return is_agreed("Write it?")


def preview_lines(preview: Preview) -> Iterator[str]:
    """All that the app's preview shows, in lines."""
    for part in preview.parts:
        if part.heading:
            yield f"── {part.heading}"
        for line in part.lines:
            yield f"  {_on_one_line(line.text)}"
            if line.note:
                yield f"      {line.note}"
    if preview.kept:
        yield "── Stays here; --include ID includes one"
        yield from (f"  [{one.id}] {one.reason.label}: {_on_one_line(one.line(one.words))}" for one in preview.kept)
    yield ""
    yield preview.summary


def _on_one_line(text: str) -> str:
    return " ↵ ".join(text.splitlines())


def _ask_instead(preview: Preview) -> Instead:
    """Ask what stands for other students' names."""
    named = ", ".join(preview.names)
    if not sys.stdin.isatty():
        raise Refusal(
            f"Other students are named in it: {named}. Say what stands for them: --names {', '.join(_NAMES)}; --not-a-name WORD for one that is only a word; or look at it first: --preview."
        )
    talk(f"Other students are named in it: {named}. What stands for them?")
    ways = list(_NAMES.values())
    for number, way in enumerate(ways, 1):
        talk(f"  {number}  {way.label}")
    return ways[ask_number("Number", len(ways)) - 1]
