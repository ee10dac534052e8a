"""The year as it is kept: everybody by name, those who left as well, and what an undo takes back is not told."""

from caseload_case import begun
from record_case import NOW, TODAY

from advisory.caseload.caseload import Caseload
from advisory.caseload.year.year import year_of_partnerships
from advisory.casework.partnership.move_stage import move_stage
from advisory.model.words import Stage
from advisory.rules.overview.partnership_weeks import path_words


def told(caseload: Caseload) -> dict[str, str]:
    return {caseload.names[path.student_id]: path_words(path, TODAY) for path in year_of_partnerships(caseload).paths}


def test_it_tells_every_path_of_this_year_until_an_undo(caseload):
    maya = begun(caseload).maya
    assert told(caseload) == {"Kai Tran": "R Nov 23 · left Nov 23", "Maya Okafor": "R Nov 23"}
    move_stage(caseload, maya.id, Stage.ALLIANCE, "Asked for a target")
    assert told(caseload)["Maya Okafor"] == "R Nov 23 → A Nov 23"
    assert [week.counts for week in year_of_partnerships(caseload).weeks] == [(0, 1, 0)]
    caseload.store.undo(NOW)
    assert told(caseload)["Maya Okafor"] == "R Nov 23"
