"""`advisory year`: how the partnerships moved over the school year."""

import click

from advisory.caseload.year.year import year_of_partnerships
from advisory.model.day_order import show_date
from advisory.rules.overview.partnership_weeks import PartnershipYear, StagePath, path_words
from advisory.rules.partnership.stage_gate import LETTER, STAGES

from .base.command import Command, example
from .base.sitting import Sitting, data, json
from .lines.table import lay_out


@example("year", "students by stage, week by week, and when each partnership moved; --json")
@click.command(cls=Command)
@click.option(
    "--json", "as_json", is_flag=True, help="As JSON: weeks, and paths with the keys of the stage moves' CSV."
)
@click.pass_obj
def year(sitting: Sitting, *, as_json: bool) -> None:
    """Students by stage in each school week of this year, and when each partnership moved."""
    with sitting.caseload() as caseload:
        this_year, names = year_of_partnerships(caseload), caseload.names
        if as_json:
            paths = [_path_object(path, names[path.student_id]) for path in this_year.paths]
            json({"weeks": _week_objects(this_year), "paths": paths})
            return
        header = ("Week of", *(stage.label for stage in STAGES))
        for line in lay_out(header, [(show_date(week.monday), *map(str, week.counts)) for week in this_year.weeks]):
            data(line)
        data("")
        letters = ", ".join(f"{LETTER[stage]} {stage.label}" for stage in STAGES)
        rows = [(names[path.student_id], path_words(path, caseload.today)) for path in this_year.paths]
        for line in lay_out(("Student", letters), rows):
            data(line)


def _week_objects(this_year: PartnershipYear) -> list[dict[str, object]]:
    return [
        {"week": week.monday, **{stage.value: count for stage, count in zip(STAGES, week.counts, strict=True)}}
        for week in this_year.weeks
    ]


def _path_object(path: StagePath, name: str) -> dict[str, object]:
    """A partnership's moves; the first one has no stage it came from."""
    before = [None, *(step.stage for step in path.steps)]
    steps = [
        {
            "date": step.on,
            "from": stage,
            "to": step.stage,
            "direction": step.direction,
            "reason_key": step.reason_key,
        }
        for stage, step in zip(before, path.steps, strict=False)
    ]
    return {"student_id": path.student_id, "student": name, "left_on": path.left_on, "steps": steps}
