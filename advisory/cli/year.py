"""How the partnerships moved over the school year: the counts of each week, and each one's path."""

import click

from advisory.caseload.year import tell_year
from advisory.rules.overview.partnership_weeks import PartnershipYear, StagePath, path_words
from advisory.rules.partnership.stage_gate import LETTER, STAGES

from .base.sitting import Sitting, data, json
from .base.table import lay_out


@click.command()
@click.option(
    "--json", "as_json", is_flag=True, help="As JSON: weeks, and paths with the keys of the stage moves' CSV."
)
@click.pass_obj
def year(sitting: Sitting, *, as_json: bool) -> None:
    """Students by stage in each school week of this year, and when each partnership moved."""
    with sitting.caseload() as caseload:
        told, names = tell_year(caseload), caseload.names
        if as_json:
            json({"weeks": _weeks(told), "paths": [_path(path, names[path.student_id]) for path in told.paths]})
            return
        header = ("Week of", *(stage.label for stage in STAGES))
        for line in lay_out(header, [(str(week.monday), *map(str, week.counts)) for week in told.weeks]):
            data(line)
        data("")
        letters = ", ".join(f"{LETTER[stage]} {stage.label}" for stage in STAGES)
        rows = [(names[path.student_id], path_words(path, caseload.today)) for path in told.paths]
        for line in lay_out(("Student", letters), rows):
            data(line)


def _weeks(told: PartnershipYear) -> list[dict[str, object]]:
    return [
        {"week": week.monday, **{stage.value: count for stage, count in zip(STAGES, week.counts, strict=True)}}
        for week in told.weeks
    ]


def _path(path: StagePath, name: str) -> dict[str, object]:
    """The first step has no stage it came from."""
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
