"""`advisory year-end`: what is still open at the end of the year, with the command for each step."""

import click

from advisory.caseload.year.year_end import YearEnd
from advisory.cli.base.command import example
from advisory.cli.base.lazy import LazyGroup
from advisory.cli.base.sitting import Sitting, data
from advisory.cli.lines.table import lay_out
from advisory.rules.year_end.steps import STEPS, YearStep
from advisory.store import Drafts

from .listing import rows_of

_COMMANDS = {
    YearStep.PACTS: ("year-end close-pacts --form FILE", "pact close NAME …", "pact pause NAME"),
    YearStep.PROMISES: ("year-end carry-on NAME…",),
    YearStep.UNFINISHED: ("pact discard NAME",),
    YearStep.DEFENSES: ("defense feedback NAME …", "defense outcome NAME passed", "defense move NAME DAY"),
    YearStep.LEAVING: ("year-end leave NAME… --graduated",),
    YearStep.NOTES: ("transition NAME",),
    YearStep.SCHOOL: ("year-end keep FOLDER",),
    YearStep.NEW_YEAR: ("calendar add-term …", "import FILE --dry-run", "year-end go-on"),
    YearStep.OLD_LINES: ("year-end purge --before DAY",),
}
_IN_APP = {
    YearStep.PROMISES: "The app marks one as done, or drops it with a line.",
    YearStep.UNFINISHED: "The app opens each one where you left it.",
}


class YearEndVerbs(LazyGroup):
    """The verbs, in the order of the steps."""

    package = "advisory.cli.year_end"
    names = ("close-pacts", "carry-on", "leave", "keep", "go-on", "purge")


@example("year-end", "what is still open, with the command for each step; it changes nothing")
@click.group("year-end", cls=YearEndVerbs, invoke_without_command=True)
@click.pass_context
def year_end(context: click.Context) -> None:
    """Let a school year end well: pacts, promises, who leaves, what the school keeps, and what may go for good."""
    if context.invoked_subcommand is not None:
        return
    sitting: Sitting = context.obj
    with sitting.caseload() as caseload:
        end = YearEnd(caseload)
        drafts = len(Drafts(sitting.folder).all())
        data(f"The end of {end.words}")
        for number, step in enumerate(STEPS, 1):
            count = end.open_in(step, drafts)
            data("")
            data(f"{number} of {len(STEPS)}  {step.label}{f': {count}' if count else ''}")
            data(f"        {step.question}")
            rows = list(rows_of(caseload, end, step, drafts))
            for line in lay_out(rows[0], rows[1:]) if rows else [step.nothing]:
                data(f"  {line}")
            for line in _COMMANDS[step]:
                data(f"  → advisory {line}")
            if step in _IN_APP:
                data(f"    {_IN_APP[step]}")
