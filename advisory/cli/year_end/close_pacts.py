"""`advisory year-end close-pacts`: how the open pacts end, many at once."""

from pathlib import Path

import click

from advisory.caseload.caseload import Caseload
from advisory.caseload.year.year_end import YearEnd
from advisory.casework.year_end.end_pacts import Ending
from advisory.cli.base.command import Command, example
from advisory.cli.base.options import DroppedFile, NamedFile
from advisory.cli.base.sitting import Sitting, data, talk
from advisory.cli.base.write_file import write_file
from advisory.model import Pact
from advisory.rules.refusal import Refusal


@example("year-end close-pacts --form endings.csv", "write the open pacts to a file, with how each could end")
@example("year-end close-pacts endings.csv", "read it back once you two decided: ending, student_says, comes_next")
@click.command("close-pacts", cls=Command)
@click.argument("file", required=False, type=DroppedFile())
@click.option("--form", type=NamedFile(), metavar="FILE", help="Write the file to fill in. It is for you alone.")
@click.pass_obj
def close_pacts(sitting: Sitting, file: Path | None, form: Path | None) -> None:
    """Close or pause the open pacts as FILE says, in one change. A pact whose ending is empty stays as it is.

    An ending is met, partly_met, not_yet, pause or goes_on; the first three need what the student says, and what comes
    next. Without FILE it lists the open pacts.
    """
    from advisory.casework.year_end.end_pacts import end_pacts
    from advisory.exchange.year_end.pact_endings import endings_form, read_endings

    with sitting.caseload() as caseload:
        end = YearEnd(caseload)
        if form is not None:
            write_file(form, endings_form(end.pacts, caseload.names), home=sitting.folder, force=False)
            talk(f"{len(end.pacts)} open pacts are in {form}. It holds their words: keep it to yourself.")
        elif file is None:
            for pact, (ending, why) in end.pacts:
                data(f"{caseload.names[pact.student]}: {pact.called} [{pact.id}], {why}: {ending.label}?")
            if not end.pacts:
                talk("No pact is open.")
        else:
            endings = [
                Ending(_pact(caseload, row.pact_id, file, row.line), row.ending, row.said, row.comes_next)
                for row in read_endings(file)
            ]
            ended = end_pacts(caseload, endings)
            for pact in ended:
                how = pact.outcome.label if pact.outcome else pact.status.label
                data(f"{caseload.names[pact.student]}: {pact.called} [{pact.id}], {how}")
            talk(f"{len(ended)} settled. `advisory undo` takes it back." if ended else "No change.")


def _pact(caseload: Caseload, pact_id: str, file: Path, line: int) -> Pact:
    pact = caseload.store.get(Pact, pact_id)
    if pact is None:
        raise Refusal(f"{file}, line {line}: there is no pact {pact_id}. Nothing was changed.")
    return pact
