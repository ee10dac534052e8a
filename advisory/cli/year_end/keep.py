"""`advisory year-end keep`: what the school keeps of the year, in a folder."""

from pathlib import Path

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.give import FORCE, NAMES, PREVIEW, SHARED_WITH, Asked, give
from advisory.cli.base.options import DroppedFile
from advisory.cli.base.sitting import Sitting, talk
from advisory.rules.refusal import Refusal
from advisory.store import reason_of


@example(
    "year-end keep for-school --shared-with office",
    "the pacts for staff and the counts, as CSV; `advisory shared` lists it",
)
@click.command(cls=Command)
@click.argument("folder", type=DroppedFile())
@SHARED_WITH
@NAMES
@PREVIEW
@FORCE
@click.pass_obj
def keep(sitting: Sitting, folder: Path, shared_with: str, names: str | None, *, preview: bool, force: bool) -> None:
    """Write what the school keeps of the year into FOLDER: its pacts, for staff, and counts that say nothing in words."""
    from advisory.caseload.year.year_end import YearEnd
    from advisory.cli.base.not_a_name import uncovered_now
    from advisory.exchange.year_end.year_kept import counts_out, pacts_out
    from advisory.rules.leaving.outgoing import Outgoing
    from advisory.rules.leaving.preview import Choice
    from advisory.rules.year_end.kept import Kept

    with sitting.caseload() as caseload:
        end = YearEnd(caseload)
        uncovered = uncovered_now(caseload)

        def pacts(choice: Choice) -> Outgoing:
            return pacts_out(end.year, end.leaving(Kept.PACTS, uncovered, choice), caseload.names)

        def counts(choice: Choice) -> Outgoing:
            return counts_out(end.year, end.leaving(Kept.COUNTS, uncovered, choice), caseload.names, end.counts())

        if not preview:
            _need_folder(folder)
        for what, make in ((Kept.PACTS, pacts), (Kept.COUNTS, counts)):
            called, name = what.called(end.year), what.file_name(end.year)
            talk(f"{called[:1].upper()}{called[1:]}")
            asked = Asked(folder / name, shared_with, names, is_preview=preview, is_forced=force)
            give(sitting, caseload, make, asked, name=name)


def _need_folder(folder: Path) -> None:
    """Make the folder if it isn't there. Refuses a file of that name, and a place where none can be made."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise Refusal(f"{folder} can't be a folder: {reason_of(error)}.") from error
