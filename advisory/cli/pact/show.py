"""`advisory pact show`: all of it, its history, or its page to sign."""

from collections.abc import Iterator
from pathlib import Path

import click

from advisory.caseload.caseload import Caseload
from advisory.cli.base.command import Command, example
from advisory.cli.base.give import Asked
from advisory.cli.base.page import page_options
from advisory.cli.base.sitting import Sitting, data, json, talk
from advisory.model import Pact
from advisory.model.words import Audience, PactStatus

from .choice import WHICH_PACT, pact_of


@example("pact show maya --history", "every wording it has had, and who agreed")
@click.command("show", cls=Command)
@click.argument("name")
@WHICH_PACT
@click.option("--json", "as_json", is_flag=True, help="As JSON, with the keys of the CSV columns, and all its parts.")
@click.option("--history", is_flag=True, help="Every wording it has had, and who agreed.")
@page_options("page to sign", Audience.STUDENT, Audience.FAMILY, Audience.STAFF, Audience.MYSELF)
@click.option(
    "--advisor-name", default="", metavar="NAME", help="With --page: your name on it; without it, as last time."
)
@click.pass_obj
def show(
    sitting: Sitting, name: str, word: str | None, page: Path | None, advisor_name: str, audience: str, shared_with: str,
    names: str | None, include: tuple[str, ...], *, as_json: bool, history: bool, preview: bool, force: bool,
) -> None:  # fmt: skip
    """Show a student's whole pact, with the line numbers that `met` and `keep` take."""
    with sitting.caseload() as caseload:
        student = caseload.one(name, also_left=True)
        shown = pact_of(caseload, student, word, PactStatus.ACTIVE)
        if page is not None or preview:
            from .page import write_page

            asked = Asked(page, shared_with, names, is_preview=preview, is_forced=force, includes=include)
            write_page(sitting, caseload, shown, advisor_name, Audience(audience), asked)
        elif as_json:
            from .lines import history_object, pact_object

            json(history_object(shown) if history else pact_object(caseload, shown))
        else:
            for line in _lines(caseload, shown, history=history):
                data(line)
            _list_others(caseload, shown)


def _lines(caseload: Caseload, shown: Pact, *, history: bool) -> Iterator[str]:
    from .lines import history_lines, pact_lines

    return history_lines(caseload, shown) if history else pact_lines(caseload, shown)


def _list_others(caseload: Caseload, shown: Pact) -> None:
    others = [pact for pact in caseload.store.of_student(Pact, shown.student) if pact.id != shown.id]
    if others:
        named = "; ".join(f"“{pact.called}” ({pact.status.label}) [{pact.id}]" for pact in others)
        talk(f"Also with {caseload.names[shown.student]}: {named}. --pact shows one of them.")
