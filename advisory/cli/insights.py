"""`advisory insights`: every open insight by area."""

import click

from advisory.exchange.tables import Sources, objects
from advisory.model.day_order import show_date
from advisory.rules.learning.open_insights import PERHAPS, open_insights

from .base.command import Command, example
from .base.options import AS_JSON
from .base.sitting import Sitting, data, json, talk
from .lines.learning_lines import last_try


@example("insights", "every open insight by subject, the same misconception together; --json")
@click.command("insights", cls=Command)
@AS_JSON
@click.pass_obj
def insights(sitting: Sitting, *, as_json: bool) -> None:
    """Every open insight by subject, with students who share a misconception together."""
    with sitting.caseload() as caseload:
        current = {student.id for student in caseload.students}
        areas = open_insights(one for one in caseload.insights if one.student in current)
        if as_json:
            found = [one for area in areas for shared in area.shared for one in shared.insights]
            json(objects("insights", Sources(names=caseload.names, insights=found)))
            return
        if not areas:
            talk("No open insights.")
        for at, area in enumerate(areas):
            if at:
                data("")
            data(area.area)
            for shared in area.shared:
                count = f"  ({shared.students} students)" if shared.students > 1 else ""
                data(f"  {PERHAPS if shared.is_perhaps else ''}{shared.misconception}{count}")
                for one in shared.insights:
                    data(f"    {caseload.names[one.student]}  {show_date(one.noticed_on)}  {last_try(one)} [{one.id}]")
