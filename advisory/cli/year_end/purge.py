"""`advisory year-end purge`: private lines older than a day go for good."""

import sys
from datetime import date
from pathlib import Path

import click

from advisory.casework.purge.old_private import OldPrivate
from advisory.cli.base.command import Command, example
from advisory.cli.base.day import Day
from advisory.cli.base.options import NamedFile
from advisory.cli.base.sitting import Sitting, ask_line, data, talk
from advisory.rules.refusal import Refusal


@example("year-end purge --before 2025-08-01", "say what would go, and what would change; it takes nothing")
@example(
    "year-end purge --before 2025-08-01 --no-open-request --keep-backup usb.json",
    "purge it, after a backup and once you typed what it asks for",
)
@click.command(cls=Command)
@click.option("--before", type=Day(past=True), required=True, metavar="DAY", help="What is from before that day.")
@click.option(
    "--open-request/--no-open-request", "request", default=None, help="Whether a records request is open now."
)
@click.option("--keep-backup", type=NamedFile(), metavar="FILE", help="Write a backup there first; it is not purged.")
@click.option("--without-backup", is_flag=True, help="Keep no backup.")
@click.option("--confirm", metavar="TEXT", help="What you would type, such as “purge 24”, where nobody can be asked.")
@click.pass_obj
def purge(
    sitting: Sitting,
    before: date,
    request: bool | None,  # noqa: FBT001 - click's
    keep_backup: Path | None,
    confirm: str | None,
    *,
    without_backup: bool,
) -> None:
    """Erase what is private and from before DAY from every file of the folder. By default it only says what would go.

    Nothing goes while a records request is open. It asks you to type how many records go.
    """
    from advisory.casework.purge.report import report
    from advisory.casework.year_end.purge_old import confirmation, purge_old, what_goes, what_would_go

    with sitting.caseload() as caseload:
        found = what_would_go(caseload, before)
        for line in what_goes(found):
            data(line)
        if not found.ids or (request is None and keep_backup is None and not without_backup and confirm is None):
            talk("Nothing was changed.")
            return
        has_open_request = _has_open_request(request)
        if keep_backup is None and not without_backup and not has_open_request:
            raise Refusal("Where is the backup from before to be kept? --keep-backup FILE, or --without-backup.")
        typed = confirm or ("" if has_open_request else _ask(found, confirmation(found)))
        done = purge_old(caseload, found, has_open_request=has_open_request, typed=typed, keep_backup=keep_backup)
        if done.backup:
            talk(f"Everything from before is in {done.backup}. Keep it where no one else can read it.")
        talk(report(done.purged))


def _has_open_request(said: bool | None) -> bool:  # noqa: FBT001 - as click gave it
    """What the option said, or the answer to the question.

    Refuses where nobody can be asked, and an answer that is neither yes nor no.
    """
    if said is not None:
        return said
    if not sys.stdin.isatty():
        raise Refusal("Is a records request open? Say --no-open-request, or --open-request.")
    answer = ask_line("Is a records request from a family, a court, or the school open? Type yes or no")
    if answer.strip().casefold() not in {"yes", "y", "no", "n"}:
        raise Refusal("That is neither yes nor no, so nothing was changed. Ask at the office if you are not sure.")
    return answer.strip().casefold().startswith("y")


def _ask(found: OldPrivate, wanted: str) -> str:
    """Ask the advisor to type it. Refuses where nobody can be asked."""
    if not sys.stdin.isatty():
        count = len(found.ids)
        many = "1 record would" if count == 1 else f"{count:,} records would"
        raise Refusal(f'{many} go for good. To purge, say so: --confirm "{wanted}"')
    return ask_line(f"To purge, type {wanted}")
