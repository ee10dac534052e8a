"""`advisory year-end go-on`: the partnerships with those who stay go on into the new year."""

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk


@example("year-end go-on", "whoever stays begins the new year in the same stage, with the same next step")
@click.command("go-on", cls=Command)
@click.pass_obj
def go_on(sitting: Sitting) -> None:
    """Let the partnerships with everybody who stays go on into the new year as they stand."""
    from advisory.caseload.year.year_end import YearEnd
    from advisory.casework.year_end.go_on import go_on
    from advisory.rules.year_end.ending_year import year_words
    from advisory.rules.year_end.steps import as_it_stands

    with sitting.caseload() as caseload:
        year = YearEnd(caseload).year
        made = go_on(caseload, year)
        who = "1 partnership goes" if len(made) == 1 else f"{len(made)} partnerships go"
        talk(
            f"{who} on into {year_words(year + 1)} {as_it_stands(len(made))}. `advisory undo` takes it back."
            if made
            else f"Everybody's partnership goes on into {year_words(year + 1)} as it stands."
        )
