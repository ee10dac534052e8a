"""`advisory year-end carry-on`: open promises are carried on into the new year."""

from datetime import date

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.day import Day
from advisory.cli.base.sitting import Sitting, data, talk
from advisory.model.day_order import show_date


@example("year-end carry-on maya", "her open promises are due when the new year begins; --all for everybody's")
@click.command("carry-on", cls=Command)
@click.argument("names", nargs=-1, metavar="NAME…")
@click.option("--all", "everybody", is_flag=True, help="The open promises of everybody.")
@click.option("--until", type=Day(), metavar="DAY", help="Due on that day; without it, when the new year begins.")
@click.pass_obj
def carry_on_promises(sitting: Sitting, names: tuple[str, ...], until: date | None, *, everybody: bool) -> None:
    """Carry the open promises of the students on into the new year: due when it begins. One undo takes it back."""
    from advisory.caseload.year.year_end import YearEnd
    from advisory.casework.year_end.carry_on import carry_on

    if bool(names) == everybody:
        raise click.UsageError("Whose promises? Name students, or --all.")
    with sitting.caseload() as caseload:
        end, ids = YearEnd(caseload), {caseload.one(name).id for name in names}
        wanted = [one for one in (*end.promises, *end.promises_of_others) if everybody or one.student in ids]
        day = until or end.next_year_on
        for one in carry_on(caseload, [one.id for one in wanted], day):
            data(f"{caseload.names[one.student]}: {one.text} [{one.id}]")
        many = "1 promise is" if len(wanted) == 1 else f"{len(wanted)} promises are"
        talk(f"{many} due {show_date(day)}. `advisory undo` takes it back." if wanted else "No promise is open there.")
